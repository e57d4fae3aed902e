/** Rules that look at other records: neighbours, a region's aggregate, a ranking. 合成数据. */
const head = (name: string, declarations: string): string => `【政策】${name}
名称：${name}（合成数据）；
施行：2025年1月1日；
自称：本办法。
${declarations}
【措施】
新设布点、约谈整改。
【完】

${name}（合成数据）

第一条　按照本办法办理。

`;

/** So many that nearly every neighbour has to be counted before it is certain. */
export const NEIGHBOURS = 150;

export const neighbourPolicy = `${head(
  "基准：布点间距",
  `【对象】机构
机构类别：综合医院、诊所、门诊部、药店；
位置：坐标（CGCS2000）。`,
)}【规则】布点间距
机构直线1.5公里内至少有${NEIGHBOURS}家机构类别相同的机构的，原则上不再新设布点。
【完】
`;

export const regionPolicy = `${head(
  "基准：县区平均",
  `【对象】县区
名称：文本。
【对象】机构
年度费用：金额（元，两位小数）；
所在县区：县区。
【指标】县区平均费用
县区的县区平均费用，为平均（该县区内的机构，年度费用）。`,
)}【规则】费用偏高
年度费用高于所在县区的县区平均费用的机构，应当约谈整改。
【完】
`;

export const rankingPolicy = `${head(
  "基准：末位约谈",
  `【对象】县区
名称：文本。
【对象】机构
考核得分：数值（分，两位小数）；
所在县区：县区。
【排名】县区排名
同一所在县区的机构按照考核得分由高到低排名；仍相同的，并列；名次数舍去。`,
)}【规则】末位约谈
机构的县区排名位于后5％的，应当约谈整改。
【完】
`;
