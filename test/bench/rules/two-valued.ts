import type { Limits } from "./limits.ts";
import type { Institution } from "./register.ts";

/** What one record comes to: a status for each of the ten rules. */
export interface Statuses {
  readonly 存量定点取消: string;
  readonly 全覆盖复查: string;
  readonly 整改后终止: string;
  readonly 自然退出: string;
  readonly 床位利用预警: string;
  readonly 甲类管理: string;
  readonly 乙类管理: string;
  readonly 丙类管理: string;
  readonly 从严控制规则: string;
  readonly 持续条件: string;
}

/** A record in which no fact is missing. */
export type CompleteInstitution = { readonly [Field in keyof Institution]: NonNullable<Institution[Field]> };

/**
 * The ten rules as a good programmer writes them who trusts the data: true or false, each fact read once. A missing fact
 * counts as whatever JavaScript makes of it.
 */
export const checkTwoValued = (record: CompleteInstitution, limits: Limits): Statuses => {
  const clinic = record.机构类别 === "定点医疗机构";
  const pharmacy = record.机构类别 === "定点零售药店";
  const state = record.经营性质 === "公立";
  const privately = record.经营性质 === "民营";
  const grade = record.医院等级;
  const chain = record.连锁形式;
  const visits = record.年度医保业务量;
  const before = record.上年年度医保业务量;
  const breaches = record.连续违规违约次数;
  const reviewed = record.上次复核日期;

  const costly =
    (visits > 0 && record.年度医保费用 / visits > limits.次均费用标准) ||
    (before > 0 && (visits - before) / before > 0.5);
  return {
    存量定点取消: measure(record.存在欺诈骗保行为 || breaches >= limits.连续多次标准),
    全覆盖复查: measure(reviewed <= limits.twoYearsAgo),
    整改后终止: measure(!record.符合准入标准 && record.告知限期整改日期 <= limits.periodOver),
    自然退出: measure(
      visits === 0 ||
        visits < limits.业务量极少标准 ||
        !record.提出续签协议申请 ||
        record.协议签订前培训考核 === "未通过",
    ),
    床位利用预警:
      clinic && privately
        ? measure(record.医疗服务形式 === "住院" && record.床位利用率 < limits.床位利用率要求)
        : "不适用",
    甲类管理: measure((clinic && state) || (pharmacy && record.仅开通个人账户结算业务)),
    乙类管理: measure(
      (clinic && privately && (grade === "二级" || grade === "三级")) || (pharmacy && chain === "大型连锁"),
    ),
    丙类管理: measure(
      (clinic && ((privately && grade === "一级") || record.医疗服务形式 === "门诊")) ||
        (pharmacy && chain === "单体"),
    ),
    从严控制规则: costly ? (grade === "三级" || state ? "不适用" : "成立") : "不成立",
    持续条件:
      record.综合考核得分 >= 60.5 && breaches <= 2 && reviewed > limits.threeYearsAgo ? "符合" : "不符合",
  };
};

const measure = (holds: boolean): string => (holds ? "成立" : "不成立");
