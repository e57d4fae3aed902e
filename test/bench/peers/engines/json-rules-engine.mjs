import { Engine } from "json-rules-engine";
import { daysOfLimits, withDays } from "../facts.mjs";

const fact = (name, operator, value) => ({ fact: name, operator, value });

/** Two values, on complete records: a condition over a fact that is missing is an error in this engine. */
const conditions = (limits) => {
  const days = daysOfLimits(limits);
  const clinic = fact("机构类别", "equal", "定点医疗机构");
  const pharmacy = fact("机构类别", "equal", "定点零售药店");
  const state = fact("经营性质", "equal", "公立");
  const privately = fact("经营性质", "equal", "民营");
  return {
    存量定点取消: {
      any: [
        fact("存在欺诈骗保行为", "equal", true),
        fact("连续违规违约次数", "greaterThanInclusive", limits.连续多次标准),
      ],
    },
    全覆盖复查: { all: [fact("上次复核日期", "lessThanInclusive", days.twoYearsAgo)] },
    整改后终止: {
      all: [
        fact("告知限期整改日期", "lessThanInclusive", days.periodOver),
        fact("符合准入标准", "equal", false),
      ],
    },
    自然退出: {
      any: [
        fact("年度医保业务量", "equal", 0),
        fact("年度医保业务量", "lessThan", limits.业务量极少标准),
        fact("提出续签协议申请", "equal", false),
        fact("协议签订前培训考核", "equal", "未通过"),
      ],
    },
    预警适用: { all: [clinic, privately] },
    床位利用预警: {
      all: [
        clinic,
        privately,
        fact("医疗服务形式", "equal", "住院"),
        fact("床位利用率", "lessThan", limits.床位利用率要求),
      ],
    },
    甲类管理: {
      any: [{ all: [clinic, state] }, { all: [pharmacy, fact("仅开通个人账户结算业务", "equal", true)] }],
    },
    乙类管理: {
      any: [
        { all: [clinic, privately, fact("医院等级", "in", ["二级", "三级"])] },
        { all: [pharmacy, fact("连锁形式", "equal", "大型连锁")] },
      ],
    },
    丙类管理: {
      any: [
        { all: [clinic, privately, fact("医院等级", "equal", "一级")] },
        { all: [clinic, fact("医疗服务形式", "equal", "门诊")] },
        { all: [pharmacy, fact("连锁形式", "equal", "单体")] },
      ],
    },
    从严条件: {
      any: [
        {
          all: [
            fact("年度医保业务量", "greaterThan", 0),
            fact("次均费用", "greaterThan", limits.次均费用标准),
          ],
        },
        { all: [fact("上年年度医保业务量", "greaterThan", 0), fact("业务量增长", "greaterThan", 0.5)] },
      ],
    },
    从严例外: { any: [fact("医院等级", "equal", "三级"), state] },
    持续条件: {
      all: [
        fact("综合考核得分", "greaterThanInclusive", 60.5),
        fact("连续违规违约次数", "lessThanInclusive", 2),
        fact("上次复核日期", "greaterThan", days.threeYearsAgo),
      ],
    },
  };
};

export const create = (limits) => {
  const engine = new Engine();
  for (const [name, condition] of Object.entries(conditions(limits))) {
    engine.addRule({ name, conditions: condition, event: { type: name } });
  }
  engine.addFact("次均费用", async (_, almanac) => {
    const [cost, visits] = await Promise.all([
      almanac.factValue("年度医保费用"),
      almanac.factValue("年度医保业务量"),
    ]);
    return cost / visits;
  });
  engine.addFact("业务量增长", async (_, almanac) => {
    const [visits, before] = await Promise.all([
      almanac.factValue("年度医保业务量"),
      almanac.factValue("上年年度医保业务量"),
    ]);
    return (visits - before) / before;
  });
  const measure = (holding, name) => (holding.has(name) ? "成立" : "不成立");
  return [
    {
      name: "json-rules-engine",
      kind: "engine",
      threeValued: false,
      prepare: withDays,
      check: async (record) => {
        const { events } = await engine.run(record);
        const holding = new Set(events.map((event) => event.type));
        return {
          存量定点取消: measure(holding, "存量定点取消"),
          全覆盖复查: measure(holding, "全覆盖复查"),
          整改后终止: measure(holding, "整改后终止"),
          自然退出: measure(holding, "自然退出"),
          床位利用预警: holding.has("预警适用") ? measure(holding, "床位利用预警") : "不适用",
          甲类管理: measure(holding, "甲类管理"),
          乙类管理: measure(holding, "乙类管理"),
          丙类管理: measure(holding, "丙类管理"),
          从严控制规则:
            holding.has("从严条件") && holding.has("从严例外") ? "不适用" : measure(holding, "从严条件"),
          持续条件: holding.has("持续条件") ? "符合" : "不符合",
        };
      },
    },
  ];
};
