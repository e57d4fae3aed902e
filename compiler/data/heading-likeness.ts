import type { Field } from "../model/type.ts";
import { nearest } from "./nearest.ts";
import { ID_COLUMN } from "./read-records.ts";
import { comparable } from "./width.ts";

/**
 * How likely a heading means a column: 1 the same name; above 0.9 the same but for width, spaces or the unit in
 * brackets; below that one name holds the other, or they differ in a few characters; 0 nothing speaks for it.
 */
export const likeness = (heading: string, name: string, field: Field | null): number => {
  if (heading === name) return 1;
  const [written, wanted] = [comparable(heading), comparable(name)];
  if (written === wanted) return 0.98;
  const bracket = /^(.+?)\(([^()]+)\)$/.exec(written);
  if (bracket !== null && bracket[1] === wanted) return inBracket(bracket[2]!, field);
  const bare = bracket === null ? written : bracket[1]!;
  // Registers call the number of a record by many names; the values can be of any kind.
  if (name === ID_COLUMN && ID_WORDS.test(bare)) return 0.7;
  const held = holds(bare, wanted);
  if (held > 0) return held;
  return bare.length <= LONGEST && nearest(bare, [name]) !== null ? 0.45 : 0;
};

/** 机构编码, 国家医保代码, 统一社会信用代码: what registers number their records by. */
const ID_WORDS = /(?:编码|编号|代码)$/;

/** 面积（平方米） is 面积 in its unit; in another unit its numbers would be misread, so that nothing is suggested. */
const inBracket = (words: string, field: Field | null): number => {
  if (field?.type.kind !== "number") return 0.9;
  const unit = comparable(field.type.share ? "%" : (field.type.unit ?? ""));
  return words === unit ? 0.96 : looksLikeUnit(words) ? 0 : 0.8;
};

const looksLikeUnit = (words: string): boolean =>
  /^(?:[十百千万亿]*(?:元|人|家|个|笔|张|次|米|平方米|公里|亩|天|日|月|年|岁|分)|%|‰)$/.test(words);

const holds = (written: string, wanted: string): number => {
  const [long, short] = written.length >= wanted.length ? [written, wanted] : [wanted, written];
  if (short.length < 2 || !long.includes(short)) return 0;
  return 0.4 + 0.4 * (short.length / long.length);
};

const LONGEST = 40;
