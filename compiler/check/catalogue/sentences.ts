import type { DiagnosticTable } from "../../../language/index.ts";
import { exampleFile } from "../../resolve/example.ts";

/** Sentences of rules, lists, exceptions, readings and rankings. */
export const sentenceDiagnostics = {
  "mixed-connectives": {
    severity: "error",
    message: "“{words}”同时用了“且”和“或者”，有两种读法：“{first}”，或者“{second}”。请加括号。",
    why: "先“且”后“或者”与先“或者”后“且”结果不同，法律文字没有约定的先后。",
    bad: exampleFile("【规则】退出\n医药机构业务量为0笔或者未提出续签申请且不具备追溯码的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构业务量为0笔或者（未提出续签申请且不具备追溯码）的，纳入退出。"),
  },
  "connective-unstated": {
    severity: "error",
    message:
      "“{words}”的各部分只用{marks}隔开，没有写明须同时符合还是符合其一：可以读作“{all}”（同时符合），也可以读作“{any}”（符合其一即可）。请改写为其中一种。",
    why: "逗号和顿号在条文里有时指“且”，有时指“或者”，两种读法结果不同，程序不作选择。只有并列的名词（医院、药店）用顿号隔开时，指其中任一种。",
    bad: exampleFile(
      "【规则】退出\n医药机构同时符合下列条件的，纳入退出：\n（一）业务量为0笔，未提出续签申请；\n（二）不具备追溯码。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构同时符合下列条件的，纳入退出：\n（一）业务量为0笔且未提出续签申请；\n（二）不具备追溯码。",
    ),
  },
  "list-mode-unstated": {
    severity: "error",
    message:
      "“{words}”没有写明各项须同时具备还是具备其一：可以读作“{any}”，也可以读作“{all}”。请写明其中一种。",
    why: "“有下列情形的”后面列举几项时，有一项就算，还是各项都有才算，原句没有说明，两种读法结果不同。",
    bad: exampleFile(
      "【规则】退出\n医药机构有下列情形的，纳入退出：\n（一）业务量为0笔；\n（二）不具备追溯码。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构有下列情形之一的，纳入退出：\n（一）业务量为0笔；\n（二）不具备追溯码。",
    ),
  },
  "words-after-measure": {
    severity: "error",
    message: "措施“{measure}”后面多了“{words}”。措施须是声明过的完整名称；要写主体的，写在前面。",
    why: "“应当限期整改的机构，不得……”会被误读成两个措施。",
    bad: exampleFile("【规则】退出\n医药机构业务量为0笔的，应当限期整改的药店。"),
    good: exampleFile("【规则】退出\n药店业务量为0笔的，应当限期整改。"),
  },
  "measure-beside-condition": {
    severity: "error",
    message: "措施{measures}与条件写在同一个情态词后面。请分成两句。",
    why: "措施和要求的结果不同：措施有成立与不成立，要求有符合与不符合。",
    bad: exampleFile("【规则】退出\n医药机构业务量为0笔的，应当限期整改、具备追溯码。"),
    good: exampleFile("【规则】退出\n医药机构业务量为0笔的，应当限期整改。\n医药机构应当具备追溯码。"),
  },
  "content-before-modal": {
    severity: "error",
    message:
      "“{field}”写在“{modal}”前面，后面的“{words}”就没有写明比较的是什么。要求的内容要连在一起，写在“{modal}”后面，请写成“{meant}”。",
    why: "“应当”“不得”前面写对谁要求、在什么情形下要求，后面写要求的内容。内容分在两边，就分不清哪些是条件、哪些是要求。",
    bad: exampleFile("【规则】限量\n医药机构业务量应当超过10笔。"),
    good: exampleFile("【规则】限量\n医药机构应当业务量超过10笔。"),
  },
  "list-without-items": {
    severity: "error",
    message: "“{words}”后面没有列出任何一项。请用（一）（二）列出。",
    why: "没有列项的列举永远不会成立。",
    bad: exampleFile("【规则】退出\n医药机构有下列情形之一的，纳入退出。"),
    good: exampleFile(
      "【规则】退出\n医药机构有下列情形之一的，纳入退出：\n（一）业务量为0笔；\n（二）未提出续签申请。",
    ),
  },
  "count-above-items": {
    severity: "error",
    message: "要求至少{count}项，但只列了{items}项。",
    why: "列项不够的，永远不会成立。",
    bad: exampleFile(
      "【规则】退出\n医药机构有下列情形中至少3项的，纳入退出：\n（一）业务量为0笔；\n（二）未提出续签申请。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构有下列情形中至少2项的，纳入退出：\n（一）业务量为0笔；\n（二）未提出续签申请。",
    ),
  },
  "otherwise-outside-classification": {
    severity: "error",
    message: "“其他的”只能用在【认定】中。",
    why: "规则的列项须写明情形；“其他情形”由谁判断须另行声明。",
    bad: exampleFile(
      "【规则】退出\n医药机构有下列情形之一的，纳入退出：\n（一）业务量为0笔；\n（二）其他的。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构有下列情形之一的，纳入退出：\n（一）业务量为0笔；\n（二）未提出续签申请。",
    ),
  },
  "deadline-without-start": {
    severity: "error",
    message: "期限“{words}”没有写明从哪一天起算。请写“自……之日起……内”。",
    why: "不知道起算的日期，无法判断是否逾期。",
    bad: exampleFile("【规则】申请\n医药机构应当在30日内提出续签申请。"),
    good: exampleFile("【规则】申请\n医药机构应当自复核日期之日起30日内提出续签申请。"),
  },
  "no-such-reading": {
    severity: "error",
    message: "「{name}」没有读法{option}，只写了{count}种读法。",
    why: "限定的读法必须是【理解】中写明的一种。",
    bad: exampleFile(
      "【理解】「业务量过少」\n读法一：没有业务；读法二：少于标准。采读法一，状态为暂拟。\n【规则】退出\n医药机构业务量为0笔的，纳入退出，限「业务量过少」读法三。",
    ),
    good: exampleFile(
      "【理解】「业务量过少」\n读法一：没有业务；读法二：少于标准。采读法一，状态为暂拟。\n【规则】退出\n医药机构业务量为0笔的，纳入退出，限「业务量过少」读法一。",
    ),
  },
  "class-without-value": {
    severity: "error",
    message: "“{words}”没有写明认定为什么。请在项末写“，为……”。",
    why: "认定的每一项都要给出一个取值。",
    bad: exampleFile(
      "【认定】管理类别\n医药机构的管理类别，按照下列规定认定：\n（一）公立医院，为甲类；\n（二）民营医院。",
    ),
    good: exampleFile(
      "【认定】管理类别\n医药机构的管理类别，按照下列规定认定：\n（一）公立医院，为甲类；\n（二）民营医院，为乙类。",
    ),
  },
} as const satisfies DiagnosticTable;
