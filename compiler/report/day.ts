import type { Day } from "../model/value.ts";

const MILLISECONDS = 86_400_000;

/** 2025年6月1日, as official documents write it. */
export const dayInChinese = (day: Day): string => {
  const date = new Date(day * MILLISECONDS);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

/** 2025-06-01, for machines. */
export const isoDay = (day: Day): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);
