import { reporter, type DiagnosticTable } from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";

/** Findings about how rules, exceptions and definitions hang together. */
export const lowerDiagnostics = {
  "rules-in-a-circle": {
    severity: "error",
    message: "{circle}，绕成一圈，无法得出结果。{advice}",
    why: "要算出其中任何一个，都要先算出它自己。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【定义】重点机构\n重点机构，是指不属于一般机构的医药机构。\n【定义】一般机构\n一般机构，是指不属于重点机构的医药机构。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。",
      "【定义】重点机构\n重点机构，是指具备追溯码的医药机构。\n【定义】一般机构\n一般机构，是指不属于重点机构的医药机构。",
    ),
  },
  "sentence-not-read": {
    severity: "error",
    message: "“{words}”没有读出意思，程序没有采用。请按固定的句式改写。",
    why: "没有采用的一句不会执行，却容易让人以为已经写成规则。",
    bad: exampleFile("【规则】退出\n医药机构所在县区内有不等于3家药店的，纳入退出。"),
    good: exampleFile("【规则】退出\n医药机构所在县区内有超过3家药店的，纳入退出。"),
  },
  "exception-without-effect": {
    severity: "warning",
    message: "例外“{name}”没有对任何规则起作用：{target}之下没有以“{object}”为对象的规则。",
    why: "例外的对象须与它所限制的规则相同，否则永远用不上。",
    bad: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】重点项目\n列入重点项目的定点申请，不受退出限制。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受退出限制。",
    ),
  },
  "exception-to-non-rule": {
    severity: "error",
    message: "“{name}”不能作为例外的对象：它是{kind}，例外只能针对规则。",
    why: "例外使规则不适用；认定、指标和排名没有适用与否。",
    bad: exampleFile(
      "【认定】管理类别\n医药机构的管理类别，按照下列规定认定：\n（一）公立医院，为甲类；\n（二）民营医院，为乙类。\n【例外】公立\n经营性质为公立的医药机构，不受管理类别限制。",
    ),
    good: exampleFile(
      "【规则】退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受退出限制。",
    ),
  },
  "unknown-exception-target": {
    severity: "error",
    message: "没有名为“{name}”的规则。{hint}",
    why: "例外要指明不受哪一条规则限制。",
    bad: exampleFile(
      "【规则】自然退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受「自动退出」限制。",
    ),
    good: exampleFile(
      "【规则】自然退出\n医药机构业务量为0笔的，纳入退出。\n【例外】公立\n经营性质为公立的医药机构，不受自然退出限制。",
    ),
  },
} as const satisfies DiagnosticTable;

export const reportLower = reporter(lowerDiagnostics);
