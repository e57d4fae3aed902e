import { scanQuantity } from "../numerals.ts";
import {
  fold,
  isDigit,
  isHan,
  isHanNumeral,
  isLatin,
  isLineEnd,
  isRunCharacter,
  isSpace,
} from "./characters.ts";
import { readCitation } from "./citation-word.ts";
import { scanDate, type ScannedDate } from "./date.ts";

/** A number at a place of the text: end offset and what its characters say. */
export interface ScannedNumber {
  readonly end: number;
  readonly value: NonNullable<ReturnType<typeof scanQuantity>>["value"];
  readonly share: boolean;
  readonly digits: number;
  /** Written in Chinese numerals, which may also be part of a name. */
  readonly han: boolean;
}

/**
 * A stretch of letters without punctuation, white space left out. `offsets[i]` is where cell i stands
 * in the text; `offsets[cells.length]` is the end of the stretch.
 */
export interface Run {
  readonly text: string;
  readonly cells: readonly number[];
  readonly offsets: readonly number[];
  /** White space stood before the cell and no word may reach across it. */
  readonly barriers: readonly boolean[];
  /** Some cell is not the character as written. */
  readonly folded: boolean;
  readonly numbers: ReadonlyMap<number, ScannedNumber>;
  readonly dates: ReadonlyMap<number, ScannedDate>;
}

/** Reads one run from `start`; `end` bounds the block, `depth` is the number of open brackets. */
export const readRun = (text: string, start: number, end: number, depth: number): Run => {
  const cells: number[] = [];
  const offsets: number[] = [];
  const barriers: boolean[] = [];
  const numbers = new Map<number, ScannedNumber>();
  const dates = new Map<number, ScannedDate>();
  let at = start;
  let runEnd = start;
  let folded = false;
  let numerals = 0;
  while (at < end) {
    const spaceStart = at;
    let lineEnd = false;
    while (at < end && isSpace(text.charCodeAt(at))) {
      lineEnd ||= isLineEnd(text.charCodeAt(at));
      at += 1;
    }
    if (at >= end || (lineEnd && cells.length > 0)) break;
    const code = fold(text.charCodeAt(at));
    // The brackets of 第（三）项 would end the run anyway; a citation is a word of its own.
    if (
      !isRunCharacter(code) ||
      (code === 0x7b2c && cells.length > 0 && readCitation(text, at, end) !== null)
    )
      break;
    const previous = cells.at(-1);
    const barrier = at > spaceStart && previous !== undefined && isHan(previous) === isHan(code);
    const freshNumber = previous === undefined || !isLatin(previous) || at > spaceStart;
    numerals = isHanNumeral(code) && at === spaceStart ? numerals + 1 : 0;
    const reach =
      freshNumber && numerals < LONGEST_NUMERAL_RUN
        ? readNumber(text, at, end, cells.length, depth, code, numbers, dates)
        : at + 1;
    // Characters of a digit number stay together, point and comma included; a name may still run across.
    for (let offset = at; offset < reach; offset += 1) {
      if (isSpace(text.charCodeAt(offset))) continue;
      const cell = fold(text.charCodeAt(offset));
      folded ||= cell !== text.charCodeAt(offset);
      cells.push(cell);
      offsets.push(offset);
      barriers.push(barrier && offset === at);
    }
    at = reach;
    runEnd = at;
  }
  offsets.push(runEnd);
  barriers.push(false);
  return { text, cells, offsets, barriers, folded, numbers, dates };
};

/** A number may begin behind a few characters that are numerals too (标准一十家), not behind a page of them. */
const LONGEST_NUMERAL_RUN = 8;

const readNumber = (
  text: string,
  at: number,
  end: number,
  cell: number,
  depth: number,
  code: number,
  numbers: Map<number, ScannedNumber>,
  dates: Map<number, ScannedDate>,
): number => {
  const han = isHanNumeral(code);
  if (!han && !isDigit(code)) return at + 1;
  let reach = at + 1;
  const date = scanDate(text, at);
  if (date !== null && date.end <= end) {
    dates.set(cell, date);
    if (!han) reach = date.end;
  }
  const number = scanNumber(text, at, depth);
  if (number !== null && number.end <= end) {
    numbers.set(cell, number);
    if (!han) reach = Math.max(reach, digitEnd(text, at, number.end));
  }
  return reach;
};

/** The part of a number that is written in digits: 3万 ends before 万, which might begin a unit or name. */
const digitEnd = (text: string, at: number, end: number): number => {
  let reach = at + 1;
  for (let offset = at + 1; offset < end; offset += 1) {
    const code = fold(text.charCodeAt(offset));
    if (isHan(code)) break;
    reach = offset + 1;
  }
  return reach;
};

/** A number exactly at `at`, thousands commas only outside brackets. */
export const scanNumber = (text: string, at: number, depth: number): ScannedNumber | null => {
  const scanned = scanQuantity(text, at, { thousands: depth === 0 });
  if (scanned === null) return null;
  const image = text.slice(at, scanned.end);
  const fraction = /[.．点]([0-9０-９零〇○一二三四五六七八九]+)/.exec(image);
  return {
    end: scanned.end,
    value: scanned.value,
    share: /[%％﹪‰成]|分之|半数|一半/.test(image),
    digits: fraction === null ? 0 : fraction[1]!.length,
    han: isHanNumeral(text.charCodeAt(at)),
  };
};
