import { parse } from "@marcbachmann/cel-js";

/**
 * CEL's own three values: a key that is not there is an error, and “and” and “or” take an error over from one side only
 * where the other does not decide. Missing facts are left out of the record for that.
 */
const programs = (limits) => {
  const r = (name) => `r[${JSON.stringify(name)}]`;
  const is = (name, value) => `${r(name)} == ${JSON.stringify(value)}`;
  const clinic = is("机构类别", "定点医疗机构");
  const pharmacy = is("机构类别", "定点零售药店");
  const state = is("经营性质", "公立");
  const privately = is("经营性质", "民营");
  const visits = r("年度医保业务量");
  const before = r("上年年度医保业务量");
  const date = (text) => JSON.stringify(text);
  const measure = (condition) => `(${condition}) ? "成立" : "不成立"`;
  const exception = `${is("医院等级", "三级")} || ${state}`;
  const strict = `(${visits} > 0.0 && ${r("年度医保费用")} / ${visits} > ${double(limits.次均费用标准)}) || (${before} > 0.0 && (${visits} - ${before}) / ${before} > 0.5)`;
  return {
    存量定点取消: measure(
      `${r("存在欺诈骗保行为")} || ${r("连续违规违约次数")} >= ${double(limits.连续多次标准)}`,
    ),
    全覆盖复查: measure(`${r("上次复核日期")} <= ${date(limits.twoYearsAgo)}`),
    整改后终止: measure(`${r("告知限期整改日期")} <= ${date(limits.periodOver)} && !${r("符合准入标准")}`),
    自然退出: measure(
      `${visits} == 0.0 || ${visits} < ${double(limits.业务量极少标准)} || !${r("提出续签协议申请")} || ${is("协议签订前培训考核", "未通过")}`,
    ),
    床位利用预警: `(${clinic} && ${privately}) ? (${measure(`${is("医疗服务形式", "住院")} && ${r("床位利用率")} < ${double(limits.床位利用率要求)}`)}) : "不适用"`,
    甲类管理: measure(`(${clinic} && ${state}) || (${pharmacy} && ${r("仅开通个人账户结算业务")})`),
    乙类管理: measure(
      `(${clinic} && ${privately} && ${r("医院等级")} in ["二级", "三级"]) || (${pharmacy} && ${is("连锁形式", "大型连锁")})`,
    ),
    丙类管理: measure(
      `(${clinic} && ${privately} && ${is("医院等级", "一级")}) || (${clinic} && ${is("医疗服务形式", "门诊")}) || (${pharmacy} && ${is("连锁形式", "单体")})`,
    ),
    从严控制规则: `(${strict}) ? ((${exception}) ? "不适用" : "成立") : "不成立"`,
    持续条件: `(${r("综合考核得分")} >= 60.5 && ${r("连续违规违约次数")} <= 2.0 && ${r("上次复核日期")} > ${date(limits.threeYearsAgo)}) ? "符合" : "不符合"`,
    exception,
    notified: `"告知限期整改日期" in r`,
  };
};

const double = (value) => (Number.isInteger(value) ? `${value}.0` : String(value));

export const create = (limits) => {
  const { exception, notified, ...rules } = Object.fromEntries(
    Object.entries(programs(limits)).map(([name, text]) => [name, parse(text)]),
  );
  const entries = Object.entries(rules);
  /** What an error means: a fact is missing, or somebody has to judge, or an exception holds whatever is missing. */
  const open = (name, context) => {
    if (name === "整改后终止") return notified(context) ? "需裁量" : "未知";
    if (name !== "从严控制规则") return "未知";
    try {
      return exception(context) ? "不适用" : "未知";
    } catch {
      return "未知";
    }
  };
  return [
    {
      name: "@marcbachmann/cel-js",
      kind: "engine",
      threeValued: true,
      prepare: (record) => ({
        r: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)),
      }),
      check: (context) => {
        const found = {};
        for (const [name, run] of entries) {
          try {
            found[name] = run(context);
          } catch {
            found[name] = open(name, context);
          }
        }
        return found;
      },
    },
  ];
};
