import type { Limits } from "./limits.ts";
import type { Institution } from "./register.ts";
import type { Statuses } from "./two-valued.ts";

/**
 * The same ten rules by hand with the results that a missing fact asks for: 未知, or 需裁量 where somebody has to judge.
 * A condition is 0 (no), 1 (yes), 2 (open until somebody decides) or 3 (open for want of a fact); then one no decides an
 * “and”, one yes an “or”, and otherwise the greatest stands.
 */
export const checkThreeValued = (record: Institution, limits: Limits): Statuses => {
  const kind = record.机构类别;
  const clinic = is(kind, "定点医疗机构");
  const pharmacy = is(kind, "定点零售药店");
  const ownership = record.经营性质;
  const state = is(ownership, "公立");
  const privately = is(ownership, "民营");
  const grade = record.医院等级;
  const chain = record.连锁形式;
  const form = record.医疗服务形式;
  const visits = record.年度医保业务量;
  const before = record.上年年度医保业务量;
  const cost = record.年度医保费用;
  const breaches = record.连续违规违约次数;
  const reviewed = record.上次复核日期;
  const notified = record.告知限期整改日期;
  const score = record.综合考核得分;
  const occupancy = record.床位利用率;

  const expensive = and(
    visits === null ? 3 : flag(visits > 0),
    cost === null || visits === null ? 3 : flag(cost / visits > limits.次均费用标准),
  );
  const growing = and(
    before === null ? 3 : flag(before > 0),
    visits === null || before === null ? 3 : flag((visits - before) / before > 0.5),
  );
  const strict = or(expensive, growing);
  return {
    存量定点取消: measure(
      or(given(record.存在欺诈骗保行为), breaches === null ? 3 : flag(breaches >= limits.连续多次标准)),
    ),
    全覆盖复查: measure(reviewed === null ? 3 : flag(reviewed <= limits.twoYearsAgo)),
    整改后终止: measure(
      and(
        notified === null ? 3 : flag(notified <= limits.periodOver),
        record.符合准入标准 === null ? 2 : flag(!record.符合准入标准),
      ),
    ),
    自然退出: measure(
      or(
        or(
          visits === null ? 3 : flag(visits === 0 || visits < limits.业务量极少标准),
          not(given(record.提出续签协议申请)),
        ),
        is(record.协议签订前培训考核, "未通过"),
      ),
    ),
    床位利用预警: measureOf(
      and(clinic, privately),
      and(is(form, "住院"), occupancy === null ? 3 : flag(occupancy < limits.床位利用率要求)),
    ),
    甲类管理: measure(or(and(clinic, state), and(pharmacy, given(record.仅开通个人账户结算业务)))),
    乙类管理: measure(
      or(
        and(and(clinic, privately), grade === null ? 3 : flag(grade === "二级" || grade === "三级")),
        and(pharmacy, is(chain, "大型连锁")),
      ),
    ),
    丙类管理: measure(
      or(
        or(and(and(clinic, privately), is(grade, "一级")), and(clinic, is(form, "门诊"))),
        and(pharmacy, is(chain, "单体")),
      ),
    ),
    从严控制规则: excepted(strict, or(is(grade, "三级"), state)),
    持续条件: requirement(
      and(
        and(score === null ? 3 : flag(score >= 60.5), breaches === null ? 3 : flag(breaches <= 2)),
        reviewed === null ? 3 : flag(reviewed > limits.threeYearsAgo),
      ),
    ),
  };
};

const flag = (holds: boolean): number => (holds ? 1 : 0);
const is = (value: string | null, wanted: string): number => (value === null ? 3 : flag(value === wanted));
const given = (value: boolean | null): number => (value === null ? 3 : flag(value));
const not = (level: number): number => (level < 2 ? 1 - level : level);
const and = (left: number, right: number): number =>
  left === 0 || right === 0 ? 0 : left > right ? left : right;
const or = (left: number, right: number): number =>
  left === 1 || right === 1 ? 1 : left > right ? left : right;

const MEASURE = ["不成立", "成立", "需裁量", "未知"] as const;
const REQUIREMENT = ["不符合", "符合", "需裁量", "未知"] as const;

const measure = (level: number): string => MEASURE[level]!;
const requirement = (level: number): string => REQUIREMENT[level]!;

const measureOf = (subject: number, base: number): string => {
  if (subject === 0) return "不适用";
  if (base === 0) return measure(subject === 1 ? 0 : subject);
  return measure(subject > base ? subject : base);
};

const excepted = (base: number, exception: number): string => {
  if (base === 0) return "不成立";
  if (exception === 1) return "不适用";
  return measure(base > exception ? base : exception);
};
