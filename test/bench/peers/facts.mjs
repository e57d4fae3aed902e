/** What the peers are given beside a record; the same values that the policy states. */
export const DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayOf = (date) => Date.parse(date) / DAY;

/** Names for engines that take letters and digits only. */
export const PLAIN_NAMES = {
  编号: "id",
  机构类别: "kind",
  经营性质: "ownership",
  医院等级: "grade",
  医疗服务形式: "form",
  连锁形式: "chain",
  仅开通个人账户结算业务: "personalOnly",
  床位利用率: "occupancy",
  存在欺诈骗保行为: "fraud",
  连续违规违约次数: "breaches",
  符合准入标准: "qualified",
  告知限期整改日期: "notified",
  上次复核日期: "reviewed",
  年度医保业务量: "visits",
  上年年度医保业务量: "visitsBefore",
  年度医保费用: "cost",
  提出续签协议申请: "renewal",
  协议签订前培训考核: "training",
  综合考核得分: "score",
};

const DATES = new Set(["告知限期整改日期", "上次复核日期"]);

/** The record with dates as days. Done outside of what is timed, so that no peer pays for it. */
export const withDays = (record) =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      DATES.has(field) && value !== null ? dayOf(value) : value,
    ]),
  );

export const withPlainNames = (record) =>
  Object.fromEntries(Object.entries(record).map(([field, value]) => [PLAIN_NAMES[field], value]));

/** The limits as days, for engines that compare numbers only. */
export const daysOfLimits = (limits) => ({
  twoYearsAgo: dayOf(limits.twoYearsAgo),
  threeYearsAgo: dayOf(limits.threeYearsAgo),
  periodOver: dayOf(limits.periodOver),
});
