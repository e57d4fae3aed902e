import * as fc from "fast-check";
import { prepared, programOf, type ComparedPolicy } from "../../support/compared-policies.ts";

/** Policies that are put together of sentences at random: rules of every kind, each under an article of its own. */

const DECLARATIONS = `【政策】示例市机构管理办法
名称：示例市机构管理办法；
阶段：正式；
施行：2025年1月1日；
自称：本办法。
【对象】县区
名称：文本；
涉农：是否；
基金结余：金额（元）。
【对象】机构
名称：文本；
类别：医院、药店、诊所；
性质：公立、民营；
等级：由高到低为三级、二级、一级，次序外为未定级；
业务量：整数（笔）；
得分：数值（分，两位小数）；
占比：百分比；
支出：金额（元）；
违规：是否；
申请退出：是否；
已经整改：是否；
能够满足需求：是否（由主管部门裁量）；
复核日期：日期；
位置：坐标（CGCS2000）；
所在县区：县区。
`;

/** What a clause asks; of one topic a rule says one thing only. */
const TOPICS: readonly ((amount: number, word: number) => string)[] = [
  (amount, word) => bounded("业务量", `${amount}笔`, word),
  (amount, word) => bounded("得分", `${amount % 100}.5分`, word),
  (amount, word) => bounded("占比", `${(amount % 99) + 1}％`, word),
  (amount, word) => bounded("支出", `${amount * 10}元`, word),
  (_, word) => (word % 2 === 0 ? "违规" : "未违规"),
  (_, word) => (word % 2 === 0 ? "申请退出" : "未申请退出"),
  () => "已经整改",
  () => "能够满足需求",
  (_, word) => `性质为${word % 2 === 0 ? "公立" : "民营"}`,
  (_, word) => `类别为${["医院", "药店", "诊所"][word % 3]}`,
  (amount) => `等级${amount % 2 === 0 ? "二级" : "一级"}以上`,
  (amount) => `距复核日期已满${(amount % 5) + 1}年`,
  (amount) => `所在县区的基金结余低于${amount}元`,
  () => "所在县区涉农",
  (amount) => `业务量低于${amount % 2 === 0 ? "业务量标准" : "最低业务量"}`,
  (amount) => `步行${(amount % 3) + 1}公里内有类别相同的机构`,
  (amount) => `所在县区内至少有${(amount % 3) + 1}家能够满足需求的机构`,
];

const bounded = (field: string, amount: string, word: number): string =>
  [
    `${field}低于${amount}`,
    `${field}不低于${amount}`,
    `${field}超过${amount}`,
    `${field}不超过${amount}`,
    `${field}${amount}以上`,
  ][word % 5]!;

const clause = fc
  .record({ topic: fc.nat(TOPICS.length - 1), amount: fc.integer({ min: 1, max: 300 }), word: fc.nat(29) })
  .map(({ topic, amount, word }) => ({ topic, words: TOPICS[topic]!(amount, word) }));

const clauses = (minLength: number, maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc
    .uniqueArray(clause, { minLength, maxLength, selector: ({ topic }) => (topic === 14 ? 0 : topic) })
    .map((chosen) => chosen.map(({ words }) => words));

const MEASURES = ["退出", "整改", "补助", "公示", "新增定点"] as const;
const norm = fc
  .tuple(fc.constantFrom("", "应当", "原则上应当", "不得", "可以"), fc.constantFrom(...MEASURES.slice(0, 4)))
  .map((words) => words.join(""));

const numbered = (items: readonly string[]): string =>
  items.map((item, at) => `（${"一二三四五"[at]}）${item}`).join("；\n");

const anyOf = fc
  .tuple(clauses(2, 4), norm)
  .map(([items, what]) => `机构有下列情形之一的，${what}：\n${numbered(items)}。`);
const bothOf = fc.tuple(clauses(1, 3), norm).map(([parts, what]) => `${parts.join("且")}的机构，${what}。`);
const eitherOf = fc
  .tuple(clauses(2, 2), norm)
  .map(([parts, what]) => `机构${parts.join("或者")}的，${what}。`);
const some = fc
  .tuple(clauses(3, 4), norm)
  .map(([items, what]) => `机构有下列情形中至少2项的，${what}：\n${numbered(items)}。`);
const proviso = fc
  .tuple(clauses(2, 2), norm)
  .map(([parts, what]) => `机构${parts[0]}的，${what}，但${parts[1]}的除外。`);
const duty = clauses(2, 4).map((items) => `机构应当同时符合下列条件：\n${numbered(items)}。`);

const rule = fc.oneof(anyOf, bothOf, eitherOf, some, proviso, duty);

const classification = clauses(2, 4).map(
  (items) =>
    `【认定】类型\n机构的类型，按照下列规定认定：\n${numbered([...items.map((item, at) => `${item}，为${"甲乙丙甲"[at]}类`), "其他的，为丁类"])}。\n`,
);

const exception = fc.option(
  clauses(1, 1).map(([condition]) => `【例外】特别机构\n${condition}的机构，不受甲规则限制。\n`),
  { nil: "" },
);

export const generatedPolicy: fc.Arbitrary<ComparedPolicy> = fc
  .record({
    rules: fc.tuple(rule, rule, rule),
    classification,
    exception,
    share: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ rules, classification: classes, exception: lifted, share }) => {
    const [first, second, third] = rules;
    const text = `${DECLARATIONS}【措施】
${MEASURES.join("、")}。
【参数】业务量标准
单位为笔，由主管部门确定。
【参数】最低业务量
单位为笔，由主管部门确定。
自2025年1月1日起为30笔。
【排名】得分排名
同一所在县区的机构按照得分由高到低排名；仍相同的，并列。
【完】
示例市机构管理办法

第一条　${plain(first)}

【规则】甲规则
${first}
${lifted}【完】
第二条　${plain(second)}

【规则】乙规则
${second}
【完】
第三条　${plain(third)}

【规则】丙规则
${third}
【规则】丁规则
机构的得分排名位于后${share}％的，应当整改。
【完】
第四条　机构分为甲类、乙类、丙类和丁类。

${classes}【完】
`;
    return prepared("机构管理办法", text);
  })
  // Now and then two clauses put together have no reading, or two.
  .filter((policy) => programOf(policy) !== null);

/** A policy of these blocks, under one article. */
export const policyOf = (blocks: string): ComparedPolicy =>
  prepared(
    "机构管理办法",
    `${DECLARATIONS}【措施】\n${MEASURES.join("、")}。\n【完】\n示例市机构管理办法\n\n第一条　有关事项按照本办法办理。\n\n${blocks}\n【完】\n`,
  );

/** As an article says it: a list in one paragraph. */
const plain = (sentence: string): string => sentence.replaceAll("\n", "");
