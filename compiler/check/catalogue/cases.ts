import type { DiagnosticTable } from "../../../language/index.ts";
import { exampleFile } from "../../resolve/example.ts";

const RULES = `【规则】退出
医药机构业务量为0笔的，纳入退出。
【认定】管理类别
医药机构的管理类别，按照下列规定认定：
（一）公立医院，为甲类；
（二）民营医院，为乙类。
`;
const file = (block: string): string => exampleFile(`${RULES}${block}`);
const fine = file("【用例】没有业务\n设医药机构「甲」：业务量为0笔；\n则「甲」退出成立。");

/** Findings in 【用例】 and 【性质】. */
export const caseDiagnostics = {
  "case-without-expectation": {
    severity: "error",
    message: "用例“{name}”没有写预期结果。请写“则「……」……”。",
    why: "没有预期结果的用例什么也没有检验。",
    bad: file("【用例】没有业务\n设医药机构「甲」：业务量为0笔。"),
    good: fine,
  },
  "fact-twice": {
    severity: "error",
    message: "「{id}」的“{field}”写了两次。",
    why: "同一字段只能有一个值。",
    bad: file("【用例】没有业务\n设医药机构「甲」：业务量为0笔，业务量为5笔；\n则「甲」退出成立。"),
    good: fine,
  },
  "record-twice": {
    severity: "error",
    message: "「{id}」已经设过。请把它的情况写在一处。",
    why: "同一条记录分两处写，后一处会覆盖前一处。",
    bad: file(
      "【用例】没有业务\n设医药机构「甲」：业务量为0笔；\n设医药机构「甲」：经营性质为公立；\n则「甲」退出成立。",
    ),
    good: fine,
  },
  "fact-is-computed": {
    severity: "error",
    message: "“{name}”是{kind}，由规则得出，不能在用例中设定。请设定它所依据的字段。",
    why: "设定结果会使规则本身得不到检验。",
    bad: file("【用例】甲类\n设医药机构「甲」：管理类别为甲类；\n则「甲」的管理类别为甲类。"),
    good: fine,
  },
  "fact-needs-value": {
    severity: "error",
    message: "“{field}”不是是否字段，请写{type}。",
    why: "只有是否字段可以单写名称或者加“未”“不”。",
    bad: file("【用例】没有业务\n设医药机构「甲」：未业务量；\n则「甲」退出成立。"),
    good: fine,
  },
  "status-not-possible": {
    severity: "error",
    message: "{kind}不会有“{status}”这个结果，只能是：{possible}。",
    why: "措施规则有成立与不成立，要求规则有符合与不符合。",
    bad: file("【用例】没有业务\n设医药机构「甲」：业务量为0笔；\n则「甲」退出符合。"),
    good: fine,
  },
  "value-not-possible": {
    severity: "error",
    message: "{kind}没有取值，请写成立、不成立、符合或者不符合等结果。",
    why: "只有认定和指标有取值。",
    bad: file("【用例】没有业务\n设医药机构「甲」：业务量为0笔；\n则「甲」的退出为甲类。"),
    good: fine,
  },
  "modal-not-possible": {
    severity: "error",
    message: "{kind}没有情态，请删去“情态为……”。",
    why: "只有规则有应当、可以、不得等情态；认定和指标只得出取值。",
    bad: file("【用例】没有业务\n设医药机构「甲」：经营性质为公立；\n则「甲」的管理类别为甲类，情态为应当。"),
    good: fine,
  },
  "result-of-other-object": {
    severity: "error",
    message: "“{about}”判断的是“{object}”，而“{id}”是“{found}”。",
    why: "规则只对它所说的对象有结果。",
    bad: file("【用例】没有业务\n设县区「甲」：常住人口为100人；\n则「甲」退出成立。"),
    good: fine,
  },
  "property-of-other-object": {
    severity: "error",
    message: "“任一”后面说的是“{found}”，而“{about}”判断的是“{object}”。",
    why: "性质要对规则所判断的那一种记录来写。",
    bad: file("【性质】都退出\n任一常住人口低于100人的县区，则退出成立。"),
    good: file("【性质】都退出\n任一业务量为0笔的医药机构，则退出成立。"),
  },
  "property-of-classification": {
    severity: "error",
    message: "“无冲突”“无遗漏”说的是认定，而“{about}”是{kind}。",
    why: "冲突和遗漏是认定的取值重叠或者没有规定。",
    bad: file("【性质】不冲突\n退出无冲突。"),
    good: file("【性质】不冲突\n管理类别无冲突。"),
  },
} as const satisfies DiagnosticTable;
