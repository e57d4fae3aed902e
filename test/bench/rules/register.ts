import { dateOf, dayOf } from "../support/day.ts";
import { seeded } from "../support/seeded.ts";

/** A canonical record of the bench policy; null is a fact that is missing. */
export interface Institution {
  readonly 编号: string;
  readonly 机构类别: string | null;
  readonly 经营性质: string | null;
  readonly 医院等级: string | null;
  readonly 医疗服务形式: string | null;
  readonly 连锁形式: string | null;
  readonly 仅开通个人账户结算业务: boolean | null;
  readonly 床位利用率: number | null;
  readonly 存在欺诈骗保行为: boolean | null;
  readonly 连续违规违约次数: number | null;
  readonly 符合准入标准: boolean | null;
  readonly 告知限期整改日期: string | null;
  readonly 上次复核日期: string | null;
  readonly 年度医保业务量: number | null;
  readonly 上年年度医保业务量: number | null;
  readonly 年度医保费用: number | null;
  readonly 提出续签协议申请: boolean | null;
  readonly 协议签订前培训考核: string | null;
  readonly 综合考核得分: number | null;
}

/** How many facts are missing: none, one in 5 % of the records, or one in every record. */
export const VARIANTS = {
  complete: 0,
  fivePercent: 0.05,
  everyRecord: 1,
} as const satisfies Record<string, number>;

export type Variant = keyof typeof VARIANTS;

/** 基准日 of the bench. */
export const AT = "2025-06-01";

/**
 * A synthetic register (合成数据), always the same. Values stand on the limits of the rules often, because that is where
 * two implementations differ. It goes through JSON once, so that its objects are what a program has after reading.
 */
export const makeRegister = (count: number, variant: Variant): readonly Institution[] => {
  const random = seeded(20_250_601);
  const records = Array.from({ length: count }, (_, index) => {
    const record = makeInstitution(random, index);
    const roll = random();
    const field = FIELDS[Math.floor(random() * FIELDS.length)]!;
    return roll < VARIANTS[variant] ? { ...record, [field]: null } : record;
  });
  return JSON.parse(JSON.stringify(records)) as Institution[];
};

/** The record with its decimals as text, which is how a data file has to say them. */
export const asWritten = (record: Institution): object => ({
  ...record,
  床位利用率: record.床位利用率 === null ? null : `${record.床位利用率}%`,
});

const makeInstitution = (random: () => number, index: number): Institution => {
  const pick = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const chance = (share: number): boolean => random() < share;
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const visits = chance(0.03) ? 0 : chance(0.03) ? between(99, 101) : between(20, 60_000);
  const before = chance(0.03) ? 0 : chance(0.05) ? Math.floor(visits / 3) * 2 : between(20, 60_000);
  const cents = chance(0.05)
    ? visits * 30_000 + between(-1, 1)
    : visits * between(5000, 40_000) + between(0, 99);
  return {
    编号: `J${String(index + 1).padStart(6, "0")}`,
    机构类别: pick("定点医疗机构", "定点零售药店"),
    经营性质: pick("公立", "民营", "民营"),
    医院等级: pick("三级", "二级", "一级", "未定级", "未定级"),
    医疗服务形式: pick("门诊", "住院"),
    连锁形式: pick("大型连锁", "中小型连锁", "单体"),
    仅开通个人账户结算业务: chance(0.2),
    床位利用率: chance(0.05) ? 80.5 : between(3000, 12_000) / 100,
    存在欺诈骗保行为: chance(0.02),
    连续违规违约次数: chance(0.8) ? 0 : between(1, 5),
    符合准入标准: chance(0.9),
    告知限期整改日期: dateOf(dayOf(AT) - (chance(0.1) ? 30 : between(0, 400))),
    上次复核日期: chance(0.05)
      ? pick("2023-06-01", "2023-06-02", "2022-06-01", "2022-06-02")
      : dateOf(dayOf(AT) - between(0, 1500)),
    年度医保业务量: visits,
    上年年度医保业务量: before,
    年度医保费用: Math.max(0, cents) / 100,
    提出续签协议申请: chance(0.95),
    协议签订前培训考核: chance(0.95) ? "已通过" : "未通过",
    综合考核得分: chance(0.05) ? 60.5 : between(4000, 10_000) / 100,
  };
};

const FIELDS = Object.keys(makeInstitution(seeded(1), 0)).filter((field) => field !== "编号");
