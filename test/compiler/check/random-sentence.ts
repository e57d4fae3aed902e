import * as fc from "fast-check";

/**
 * Random rule sentences over the sample policy. They follow the grammar, not the types: what the checker
 * lets through must run, and the rest it must refuse in words.
 */
const FIELDS = [
  "年度医保业务量",
  "上年年度医保业务量",
  "床位利用率",
  "考核得分",
  "占地面积",
  "业务增长率",
  "医院等级",
  "经营性质",
  "上次复核日期",
  "所在县区的常住人口",
  "所在县区的医疗费用增长率",
  "业务量极少标准",
  "考核合格线",
  "数量（全市公立定点医疗机构）",
  "平均（全市定点零售药店，年度医保业务量）",
  "所在县区的每万人定点零售药店",
  "所在县区的医疗费用较上年增长",
];
const VALUES = [
  "0笔",
  "10笔",
  "0",
  "5",
  "50％",
  "2家",
  "1.5平方米",
  "80分",
  "二级",
  "未定级",
  "公立",
  "2025年1月1日",
  "业务量极少标准",
  "上年年度医保业务量",
  "全市平均水平",
  "考核合格线",
  "年度医保业务量加上年年度医保业务量",
  "年度医保业务量除以0笔",
  "整改期限",
];
const BOOLEANS = [
  "提出续签协议申请",
  "主动申请解除协议",
  "具备药品追溯码",
  "欺诈骗保记录",
  "其他应当退出的情况",
  "业务量极少",
  "所在县区所属统筹地区情况未改善",
  "公立",
  "公立定点医疗机构",
  "大型连锁药店",
];
const NOUNS = [
  "定点医药机构",
  "定点零售药店",
  "公立定点医疗机构",
  "大型连锁药店",
  "县区",
  "统筹地区",
  "定点申请",
  "零售药店",
];
const SUBJECTS = [
  "定点医药机构",
  "定点医药机构",
  "定点零售药店",
  "公立定点医疗机构",
  "定点医药机构",
  "大型连锁药店",
  "定点申请",
  "县区",
];
const SCOPES = ["", "所在县区内", "步行1.5公里内", "直线500米内", "全市"];

const pick = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const simple: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(pick(...FIELDS), pick("低于", "超过", "不低于", "为"), pick(...VALUES))
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick(...FIELDS), pick(...VALUES), pick("以上", "以下", "以下（不含本数）"))
      .map((parts) => parts.join("")),
  },
  { weight: 3, arbitrary: fc.tuple(pick("", "未", "不"), pick(...BOOLEANS)).map((parts) => parts.join("")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick("业务排名", "考核排名"), pick("位于后5％", "位于前3名", "位于后整改期限"))
      .map((parts) => parts.join("")),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        pick("距上次复核日期", "距年度医保业务量"),
        pick("已满2年", "超过30日", "超过整改期限", "不满3个月"),
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.tuple(pick("属于", "不属于"), pick(...NOUNS)).map((parts) => parts.join("")) },
);

const filtered: fc.Arbitrary<string> = fc.oneof(
  pick(...NOUNS),
  fc
    .tuple(fc.oneof(simple, pick("经营性质相同", "机构类别相同且具备药品追溯码")), pick(...NOUNS))
    .map(([condition, noun]) => `${condition}的${noun}`),
);

const existence = fc
  .tuple(pick(...SCOPES), pick("有", "没有", "至少有2家", "至多有1家"), filtered)
  .map((parts) => parts.join(""));

const condition: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 2, arbitrary: existence },
  { weight: 2, arbitrary: fc.tuple(simple, pick("且", "或者"), simple).map((parts) => parts.join("")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(simple, pick("且", "或者"), simple, pick("且", "或者"), simple)
      .map(([a, b, c, d, e]) => `${a}${b}（${c}${d}${e}）`),
  },
);

const action = pick(
  "纳入自然退出",
  "应当限期整改",
  "不得新增定点",
  "原则上不再新增定点",
  "可以新增定点",
  "限期整改、淘汰退出",
  "应当具备药品追溯码",
  "原则上应当年度医保业务量不低于10笔",
  "不得有欺诈骗保记录",
);

const tail = pick("", "", "，但公立的除外", "，限「等情况」读法二", "，限「等情况」读法一");

export const randomSentence: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(pick(...SUBJECTS), condition, action, tail)
    .map(([noun, said, acts, end]) => `${noun}${said}的，${acts}${end}。`),
  fc
    .tuple(condition, pick(...SUBJECTS), action, tail)
    .map(([said, noun, acts, end]) => `${said}的${noun}，${acts}${end}。`),
  fc
    .tuple(
      pick(...SUBJECTS),
      pick("有下列情形之一", "同时符合下列条件", "有下列情形中至少2项"),
      action,
      condition,
      condition,
    )
    .map(
      ([noun, head, acts, first, second]) =>
        `${noun}${head}的，${acts}：\n（一）${first}；\n（二）${second}，限「等情况」读法二。`,
    ),
  fc
    .tuple(pick("每个县区内", "每个统筹地区内"), pick("应当至少有1家", "应当有", "不得有"), filtered)
    .map((parts) => `${parts.join("")}。`),
);
