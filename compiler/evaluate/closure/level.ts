import type { Status } from "../../model/outcome.ts";

/**
 * How a condition stands, without its reasons: 0 假, 1 真, 2 不定 for a decision that somebody has yet to take, 3 不定
 * for a fact that can still be brought. Where both are the case it is 3.
 */
export const FALSE = 0;
export const TRUE = 1;
export const TO_DECIDE = 2;
export const UNKNOWN = 3;

/** The rows of the records around, from outside in: the environment of the interpreter. */
export type Rows = Int32Array;

/** Asks one thing of them: a level, a row, a code, a scaled number. */
export type Ask = (rows: Rows) => number;

/** What each code of a result means. */
export const STATUSES = [
  "不适用",
  "成立",
  "不成立",
  "符合",
  "不符合",
  "已认定",
  "未认定",
  "冲突",
  "需裁量",
  "未知",
] as const satisfies readonly Status[];

/** The place of each in the table. */
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
} as const satisfies Record<Status, number>;

/** The status of a result that is open at this level. */
export const openCode = (level: number): number => (level === UNKNOWN ? CODES.未知 : CODES.需裁量);

/** What a decision says as a condition: 真 or 假, or why it says neither. */
export const levelOfCode = (code: number): number => LEVEL_OF_CODE[code]!;

/** 不适用, 未认定 and 冲突 say nothing that another rule could read: somebody has to decide. */
const LEVEL_OF_CODE = Uint8Array.of(
  TO_DECIDE,
  TRUE,
  FALSE,
  TRUE,
  FALSE,
  TRUE,
  TO_DECIDE,
  TO_DECIDE,
  TO_DECIDE,
  UNKNOWN,
);
