/** Two small policies: a province above, and cities below it that keep to it or do not. 合成. */

const HEAD = (name: string): string => `【政策】
名称：${name}；
施行：2025年1月1日；
【对象】医药机构
机构类别：医院、药店；
业务量：整数（笔）；
【措施】
纳入退出、给予奖励。
【完】
`;

export const WITHIN_PARENT = `${HEAD("某省示例办法（合成）")}第一条　年度业务量100笔以下的医药机构，应当纳入退出范围。
【规则】业务量退出
业务量100笔以下的医药机构，应当纳入退出。
【完】
第二条　医药机构的类别，按照规模认定。
【认定】规模
医药机构的规模，按照下列规定认定：
（一）业务量1000笔以上，为大型；
（二）其他的，为小型。
【完】
`;

const CITY = (limit: number, large = 1000, more = ""): string =>
  `${HEAD("某市示例细则（合成）")}第一条　年度业务量${limit}笔以下的医药机构，应当纳入退出范围。
【规则】业务量退出
业务量${limit}笔以下的医药机构，应当纳入退出。
【完】
第二条　医药机构的类别，按照规模认定。
【认定】规模
医药机构的规模，按照下列规定认定：
（一）业务量${large}笔以上，为大型；
（二）其他的，为小型。
【完】
${more}`;

export const WITHIN_EXAMPLE = {
  wider: CITY(50),
  stricter: CITY(200),
  otherClass: CITY(100, 2000),
  fewer: `${HEAD("某市示例细则（合成）")}第一条　医药机构的类别，按照规模认定。
【认定】规模
医药机构的规模，按照下列规定认定：
（一）业务量1000笔以上，为大型；
（二）其他的，为小型。
【完】
`,
  more: CITY(
    100,
    1000,
    `第三条　医院可以给予奖励。
【规则】奖励
医院可以给予奖励。
【完】
`,
  ),
} as const;
