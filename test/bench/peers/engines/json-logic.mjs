import { LogicEngine } from "json-logic-engine";

/**
 * Levels of three values that `min` and `max` join as “and” and “or”: 0 no, 1 a fact is missing, 2 somebody has to
 * judge, 3 yes. An “or” over both kinds of open conditions would need more; none of the ten rules has one.
 */
const MEASURE = ["不成立", "未知", "需裁量", "成立"];
const REQUIREMENT = ["不符合", "未知", "需裁量", "符合"];

const field = (name) => ({ var: name });
const known = (names, then, otherwise) => ({
  if: [
    names.length === 1
      ? { "===": [field(names[0]), null] }
      : { or: names.map((name) => ({ "===": [field(name), null] })) },
    otherwise,
    then,
  ],
});
const leaf = (names, condition) => known(names, { if: [condition, 3, 0] }, 1);
const is = (name, value) => leaf([name], { "===": [field(name), value] });
const compare = (operator, name, limit) => leaf([name], { [operator]: [field(name), limit] });
const all = (...operands) => ({ min: operands });
const any = (...operands) => ({ max: operands });

const levels = (limits) => {
  const clinic = is("机构类别", "定点医疗机构");
  const pharmacy = is("机构类别", "定点零售药店");
  const state = is("经营性质", "公立");
  const privately = is("经营性质", "民营");
  const visits = field("年度医保业务量");
  const before = field("上年年度医保业务量");
  return {
    存量定点取消: any(is("存在欺诈骗保行为", true), compare(">=", "连续违规违约次数", limits.连续多次标准)),
    全覆盖复查: compare("<=", "上次复核日期", limits.twoYearsAgo),
    整改后终止: all(
      compare("<=", "告知限期整改日期", limits.periodOver),
      known(["符合准入标准"], { if: [field("符合准入标准"), 0, 3] }, 2),
    ),
    自然退出: any(
      is("年度医保业务量", 0),
      compare("<", "年度医保业务量", limits.业务量极少标准),
      is("提出续签协议申请", false),
      is("协议签订前培训考核", "未通过"),
    ),
    预警适用: all(clinic, privately),
    预警条件: all(is("医疗服务形式", "住院"), compare("<", "床位利用率", limits.床位利用率要求)),
    甲类管理: any(all(clinic, state), all(pharmacy, is("仅开通个人账户结算业务", true))),
    乙类管理: any(
      all(clinic, privately, leaf(["医院等级"], { in: [field("医院等级"), ["二级", "三级"]] })),
      all(pharmacy, is("连锁形式", "大型连锁")),
    ),
    丙类管理: any(
      all(clinic, privately, is("医院等级", "一级")),
      all(clinic, is("医疗服务形式", "门诊")),
      all(pharmacy, is("连锁形式", "单体")),
    ),
    从严条件: any(
      all(
        compare(">", "年度医保业务量", 0),
        // The engine throws where it divides by zero, and “min” asks every operand.
        leaf(["年度医保费用", "年度医保业务量"], {
          and: [
            { ">": [visits, 0] },
            { ">": [{ "/": [field("年度医保费用"), visits] }, limits.次均费用标准] },
          ],
        }),
      ),
      all(
        compare(">", "上年年度医保业务量", 0),
        leaf(["年度医保业务量", "上年年度医保业务量"], {
          and: [{ ">": [before, 0] }, { ">": [{ "/": [{ "-": [visits, before] }, before] }, 0.5] }],
        }),
      ),
    ),
    从严例外: any(is("医院等级", "三级"), state),
    持续条件: all(
      compare(">=", "综合考核得分", 60.5),
      compare("<=", "连续违规违约次数", 2),
      compare(">", "上次复核日期", limits.threeYearsAgo),
    ),
  };
};

const statuses = (level) => ({
  存量定点取消: MEASURE[level.存量定点取消],
  全覆盖复查: MEASURE[level.全覆盖复查],
  整改后终止: MEASURE[level.整改后终止],
  自然退出: MEASURE[level.自然退出],
  床位利用预警: subjectAndBase(level.预警适用, level.预警条件),
  甲类管理: MEASURE[level.甲类管理],
  乙类管理: MEASURE[level.乙类管理],
  丙类管理: MEASURE[level.丙类管理],
  从严控制规则: excepted(level.从严条件, level.从严例外),
  持续条件: REQUIREMENT[level.持续条件],
});

const subjectAndBase = (subject, base) => {
  if (subject === 0) return "不适用";
  if (base === 0) return subject === 3 ? "不成立" : MEASURE[subject];
  return MEASURE[Math.min(subject, base)];
};

const excepted = (base, exception) => {
  if (base === 0) return "不成立";
  if (exception === 3) return "不适用";
  if (base === 3) return exception === 0 ? "成立" : MEASURE[exception];
  return MEASURE[exception === 0 ? base : Math.min(base, exception)];
};

/** Two values, on complete records: the engine's own `and`, `or` and `if`, which stop as soon as they know. */
const decisions = (limits) => {
  const equal = (name, value) => ({ "===": [field(name), value] });
  const measure = (condition) => ({ if: [condition, "成立", "不成立"] });
  const clinic = equal("机构类别", "定点医疗机构");
  const pharmacy = equal("机构类别", "定点零售药店");
  const state = equal("经营性质", "公立");
  const privately = equal("经营性质", "民营");
  const visits = field("年度医保业务量");
  const before = field("上年年度医保业务量");
  return {
    存量定点取消: measure({
      or: [field("存在欺诈骗保行为"), { ">=": [field("连续违规违约次数"), limits.连续多次标准] }],
    }),
    全覆盖复查: measure({ "<=": [field("上次复核日期"), limits.twoYearsAgo] }),
    整改后终止: measure({
      and: [{ "<=": [field("告知限期整改日期"), limits.periodOver] }, { "!": field("符合准入标准") }],
    }),
    自然退出: measure({
      or: [
        { "===": [visits, 0] },
        { "<": [visits, limits.业务量极少标准] },
        { "!": field("提出续签协议申请") },
        equal("协议签订前培训考核", "未通过"),
      ],
    }),
    床位利用预警: {
      if: [
        { and: [clinic, privately] },
        measure({
          and: [equal("医疗服务形式", "住院"), { "<": [field("床位利用率"), limits.床位利用率要求] }],
        }),
        "不适用",
      ],
    },
    甲类管理: measure({
      or: [{ and: [clinic, state] }, { and: [pharmacy, field("仅开通个人账户结算业务")] }],
    }),
    乙类管理: measure({
      or: [
        { and: [clinic, privately, { in: [field("医院等级"), ["二级", "三级"]] }] },
        { and: [pharmacy, equal("连锁形式", "大型连锁")] },
      ],
    }),
    丙类管理: measure({
      or: [
        { and: [clinic, privately, equal("医院等级", "一级")] },
        { and: [clinic, equal("医疗服务形式", "门诊")] },
        { and: [pharmacy, equal("连锁形式", "单体")] },
      ],
    }),
    从严控制规则: {
      if: [
        {
          or: [
            {
              and: [
                { ">": [visits, 0] },
                { ">": [{ "/": [field("年度医保费用"), visits] }, limits.次均费用标准] },
              ],
            },
            { and: [{ ">": [before, 0] }, { ">": [{ "/": [{ "-": [visits, before] }, before] }, 0.5] }] },
          ],
        },
        { if: [{ or: [equal("医院等级", "三级"), state] }, "不适用", "成立"] },
        "不成立",
      ],
    },
    持续条件: {
      if: [
        {
          and: [
            { ">=": [field("综合考核得分"), 60.5] },
            { "<=": [field("连续违规违约次数"), 2] },
            { ">": [field("上次复核日期"), limits.threeYearsAgo] },
          ],
        },
        "符合",
        "不符合",
      ],
    },
  };
};

/** The interpreter and the compiler of the engine, each with two and with three values. */
export const create = (limits) => {
  const engine = new LogicEngine();
  const interpret = (rules) => {
    const entries = Object.entries(rules);
    return (record) => {
      const found = {};
      for (const [name, logic] of entries) found[name] = engine.run(logic, record);
      return found;
    };
  };
  const compile = (rules) => {
    const built = Object.entries(rules).map(([name, logic]) => [name, engine.build(logic)]);
    return (record) => {
      const found = {};
      for (const [name, run] of built) found[name] = run(record);
      return found;
    };
  };
  const prepare = (record) => record;
  const three = { kind: "engine", threeValued: true, prepare };
  const two = { kind: "engine", threeValued: false, prepare };
  const [threeInterpreted, threeCompiled] = [interpret(levels(limits)), compile(levels(limits))];
  return [
    { ...three, name: "json-logic-engine，解释", check: (record) => statuses(threeInterpreted(record)) },
    { ...three, name: "json-logic-engine，编译", check: (record) => statuses(threeCompiled(record)) },
    { ...two, name: "json-logic-engine，解释，二值", check: interpret(decisions(limits)) },
    { ...two, name: "json-logic-engine，编译，二值", check: compile(decisions(limits)) },
  ];
};
