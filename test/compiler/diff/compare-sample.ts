import { expect } from "vitest";

/** A small policy with one rule of each kind, for comparing it with itself after one change. */
export const POLICY = `【政策】
名称：示例市机构管理办法；
阶段：正式；
施行：2025年1月1日。
【对象】县区
名称：文本。
【对象】机构
名称：文本；
所在县区：县区；
类型：医院、药店、诊所；
业务量：数值（笔）；
评分：数值（分）；
重点项目：是否；
已公示：是否；
有特殊情形：是否（由主管部门裁量）。
【参数】评分标准
单位为分，由主管部门确定。
自2025年1月1日起为60分。
【措施】
暂停业务、纳入名录。
【完】
示例市机构管理办法

第一条　机构业务量低于100笔或者有特殊情形的，暂停业务。

【规则】低量暂停
机构有下列情形之一的，暂停业务：
（一）业务量低于100笔；
（二）有特殊情形。
【完】
第二条　机构应当公示。

【规则】公示
机构应当已公示。
【完】
第三条　评分不低于标准的为甲类，其他的为乙类。

【认定】类别
机构的类别，按照下列规定认定：
（一）评分不低于评分标准，为甲类；
（二）其他的，为乙类。
【完】
第四条　医院纳入名录。

【规则】名录
机构，类型为医院的，纳入名录。
【完】
`;

export const replaced = (from: string, to: string): string => {
  expect(POLICY).toContain(from);
  return POLICY.replaceAll(from, to);
};

/** One thing changed at a time, with the transitions that a reader would expect at least. */
export const MUTATIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ["a threshold", replaced("业务量低于100笔", "业务量低于200笔"), ["不成立 → 成立"]],
  ["a bound word", replaced("业务量低于100笔", "业务量不超过100笔"), ["不成立 → 成立"]],
  [
    "an item taken out",
    replaced("（一）业务量低于100笔；\n（二）有特殊情形。", "（一）业务量低于100笔。"),
    ["需裁量 → 不成立"],
  ],
  ["a parameter", replaced("起为60分", "起为65分"), ["已认定：甲类 → 已认定：乙类"]],
  [
    "a parameter left open",
    replaced("由主管部门确定。\n自2025年1月1日起为60分", "由主管部门确定"),
    ["已认定：甲类 → 需裁量"],
  ],
  ["a class", replaced("为甲类", "为优类"), ["已认定：甲类 → 已认定：优类"]],
  ["a modality", replaced("机构应当已公示", "机构原则上应当已公示"), ["不符合：应当 → 不符合：原则上应当"]],
  [
    "a measure",
    replaced("类型为医院的，纳入名录", "类型为医院的，可以纳入名录"),
    ["成立：纳入名录 → 成立：可以纳入名录"],
  ],
  [
    "a rule taken out",
    replaced("\n【规则】名录\n机构，类型为医院的，纳入名录。\n【完】", ""),
    ["成立 → 无此规定", "未知 → 无此规定"],
  ],
];
