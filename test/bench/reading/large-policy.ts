/** A policy of `count` articles, each with one rule of the kinds that real policies hold. 合成数据. */
export const largeVocabulary = (): string => `【词汇】基准词汇
【对象】县区
名称：文本；
基金当期结余：金额（元）；
备注：文本。
【对象】机构
名称：文本；
机构类别：医疗机构、零售药店；
经营性质：公立、民营；
等级：由高到低为三级、二级、一级，次序外为未定级；
年度业务量：整数（笔）；
床位利用率：百分比；
考核得分：数值（分，两位小数）；
上次复核日期：日期；
具备追溯码：是否；
通过培训：是否；
主动申请解除：是否；
所在县区：县区。
【参数】业务量标准
单位为笔，由未明确确定。
【措施】
限期整改、自然退出、暂停新增。
【完】
`;

const PATTERNS: readonly ((index: number) => string)[] = [
  (index) => `【规则】规则${index}
机构有下列情形之一的，自然退出：
（一）年度业务量低于${(index % 90) + 10}笔；
（二）未具备追溯码；
（三）主动申请解除且床位利用率不足${(index % 60) + 20}％；
（四）年度业务量低于业务量标准。`,
  (index) => `【规则】规则${index}
等级二级以上的民营医疗机构，考核得分低于${(index % 50) + 30}分的，应当限期整改。`,
  (index) => `【规则】规则${index}
机构应当同时符合下列条件：
（一）通过培训；
（二）考核得分不低于${(index % 40) + 50}分；
（三）距上次复核日期不满${(index % 4) + 1}年。`,
  (index) => `【规则】规则${index}
所在县区的基金当期结余低于${(index % 9) + 1}万元的机构，原则上不得暂停新增。`,
];

export const largePolicy = (count: number): string => {
  const articles = Array.from(
    { length: count },
    (_, index) => `第${index + 1}条　合成条文之${index + 1}，机构应当按照本条规定办理。

${PATTERNS[index % PATTERNS.length]!(index + 1)}
【完】
`,
  );
  return `【政策】
名称：基准政策；
施行：2025年1月1日；
引用：基准词汇。
【完】

基准政策（合成数据）

${articles.join("\n")}`;
};
