/** Status codes: places in the table of statuses. */
export const CODES = {
  不适用: 0,
  成立: 1,
  不成立: 2,
  符合: 3,
  不符合: 4,
  已认定: 5,
  未认定: 6,
  冲突: 7,
  需裁量: 8,
  未知: 9,
} as const;

/** The statuses by their codes. */
export const STATUS_NAMES: readonly string[] = Object.keys(CODES);
