import { dateOf, dayOf } from "../support/day.ts";

/** What hand-written code keeps beside a record: parameters, and days worked out once from the 基准日. */
export interface Limits {
  readonly 连续多次标准: number;
  readonly 业务量极少标准: number;
  readonly 床位利用率要求: number;
  readonly 次均费用标准: number;
  /** Last day from which two years, three years, and more than the 整改期限 have gone by. */
  readonly twoYearsAgo: string;
  readonly threeYearsAgo: string;
  readonly periodOver: string;
}

export const makeLimits = (at: string): Limits => ({
  连续多次标准: 3,
  业务量极少标准: 100,
  床位利用率要求: 80.5,
  次均费用标准: 300,
  twoYearsAgo: yearsBefore(at, 2),
  threeYearsAgo: yearsBefore(at, 3),
  periodOver: dateOf(dayOf(at) - 31),
});

/** From 29 February a period of years ends on 28 February, so that both days lie behind it. */
const yearsBefore = (at: string, years: number): string => {
  const day = `${Number(at.slice(0, 4)) - years}${at.slice(4)}`;
  return at.slice(5) === "02-28" ? `${day.slice(0, 8)}29` : day;
};
