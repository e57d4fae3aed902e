import { parseNumeral, printNumeral, type Level } from "../../../language/index.ts";

/** The number of a 条, or of a part where a document has none: 第十七条之一 is 17 and 1. */
export interface UnitNumber {
  readonly number: number;
  readonly insertion: number | null;
}

export type UnitLevel = Extract<Level, "article" | "heading1" | "heading2" | "heading3" | "heading4">;

export const isUnitLevel = (level: Level): level is UnitLevel => UNIT_LEVELS.has(level);

const UNIT_LEVELS: ReadonlySet<Level> = new Set(["article", "heading1", "heading2", "heading3", "heading4"]);

export const sameNumber = (one: UnitNumber, other: UnitNumber): boolean =>
  one.number === other.number && one.insertion === other.insertion;

/** Negative where `one` stands in front of `other`. */
export const orderOf = (one: UnitNumber, other: UnitNumber): number =>
  one.number - other.number || (one.insertion ?? 0) - (other.insertion ?? 0);

/** How a decision calls it: 第十二条, 第四部分. */
export const unitLabel = ({ number, insertion }: UnitNumber, level: UnitLevel): string => {
  const numeral = printNumeral(number);
  switch (level) {
    case "article":
      return `第${numeral}条${insertion === null ? "" : `之${printNumeral(insertion)}`}`;
    case "heading1":
      return `第${numeral}部分`;
    case "heading2":
      return `第（${numeral}）部分`;
    case "heading3":
      return `第${number}部分`;
    case "heading4":
      return `第（${number}）部分`;
  }
};

/** Reads what `unitLabel` writes; null for anything else. */
export const readUnitLabel = (label: string): UnitNumber | null => {
  const match = /^第[（(]?([^（）()条部]{1,16})[）)]?(?:条(?:之(.{1,6}))?|部分)$/.exec(label);
  const number = match === null ? null : parseNumeral(match[1]!);
  const insertion = match?.[2] === undefined ? null : parseNumeral(match[2]);
  if (number === null || (match?.[2] !== undefined && insertion === null)) return null;
  return { number, insertion };
};

/** The marker as the document writes it, with another number: 第5条 → 第4条, （五） → （四）. */
export const markerWith = (marker: string, { number, insertion }: UnitNumber): string => {
  const inDigits = /[0-9０-９]/.test(marker);
  const print = (value: number): string => (inDigits ? String(value) : printNumeral(value));
  const bare = marker.replace(/之[零〇一二两三四五六七八九十百千0-9０-９]+$/, "");
  const renumbered = bare.replace(/[零〇○一二两三四五六七八九十百千万0-9０-９]+/, () => print(number));
  return insertion === null ? renumbered : `${renumbered}之${print(insertion)}`;
};

/** A unit that stays: its number so far, and the one that a sentence gives it. */
export interface Numbered {
  readonly own: UnitNumber;
  readonly given: UnitNumber | null;
}

/**
 * 对条文顺序作相应调整: what got no number by a sentence takes, in its old order, the numbers that are free; 第X条之一
 * stays behind the 条 in front of it.
 */
export const numbersInOrder = (units: readonly Numbered[], added: readonly UnitNumber[]): UnitNumber[] => {
  const taken = new Set<number>();
  const given = units.flatMap((unit) => (unit.given === null ? [] : [unit.given]));
  for (const number of [...added, ...given]) if (number.insertion === null) taken.add(number.number);
  let next = Math.min(...units.map(({ own }) => own.number), ...added.map(({ number }) => number));
  let previous: UnitNumber | null = null;
  const numbers: UnitNumber[] = [];
  for (const { own, given: fixed } of units) {
    let number: UnitNumber;
    if (fixed !== null) number = fixed;
    else if (own.insertion !== null && previous !== null) {
      number = { number: previous.number, insertion: own.insertion };
    } else {
      while (taken.has(next)) next += 1;
      number = { number: next, insertion: null };
      next += 1;
    }
    numbers.push(number);
    previous = number;
  }
  return numbers;
};
