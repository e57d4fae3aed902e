import { parseNumeral } from "../numerals.ts";
import { UNITS } from "../units.ts";
import type { Payload } from "./tokens.ts";
import type { PatternName } from "./lexicon.ts";
import type { Run } from "./run.ts";

/** A word with a number or a free part: where it ends (in cells) and what it says. */
export interface ReadPattern {
  readonly end: number;
  readonly payload: Payload;
}

const ROUNDING_PLACES: Readonly<Record<string, number>> = {
  整数: 0,
  个位: 0,
  十位: -1,
  百位: -2,
  千位: -3,
  万位: -4,
  亿位: -8,
};
const ROUNDING_MODES: Readonly<Record<string, "halfUp" | "down" | "up">> = {
  四: "halfUp",
  舍: "down",
  进: "up",
};

/** Built-in types of a parameter. */
const TYPE_WORDS = ["是否", "百分比", "金额", "日期", "整数", "数值", "文本"];

const AUTHORITY_VERBS = ["确定", "公布", "制定", "规定", "裁量", "认定", "另行规定", "另行制定"];

/** Reads on behind the words of a pattern; `at` is its first cell, `from` the one behind its fixed words. */
export const readPattern = (run: Run, name: PatternName, at: number, from: number): ReadPattern | null => {
  const rest = String.fromCharCode(...run.cells.slice(from, from + LONGEST_REST));
  switch (name) {
    case "readingOption": {
      const match = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})/.exec(rest);
      const number = match && parseNumeral(match[0]);
      return match === null || number === null
        ? null
        : { end: from + match[0].length, payload: { kind: "ordinal", number } };
    }
    case "rounding": {
      const mode = ROUNDING_MODES[String.fromCharCode(run.cells[at]!)]!;
      const match = /^(?:([一二两三四五六七八九\d]{1,2})位小数|[整个十百千万亿][数位])/.exec(rest);
      if (match === null) return null;
      const digits = match[1] === undefined ? ROUNDING_PLACES[match[0]] : parseNumeral(match[1]);
      return digits == null
        ? null
        : { end: from + match[0].length, payload: { kind: "rounding", mode, digits } };
    }
    case "unitDeclaration": {
      const unit = longest(Object.keys(UNITS), rest) ?? (rest.startsWith("%") ? "%" : wholeRest(rest));
      return unit === null ? null : textPattern(run, from, unit);
    }
    case "typeDeclaration": {
      const type = longest(TYPE_WORDS, rest);
      return type === null ? null : textPattern(run, from, type);
    }
    case "authority": {
      const verb = AUTHORITY_VERBS.find((candidate) => rest.endsWith(candidate));
      if (verb === undefined || rest.length === verb.length || rest.length === LONGEST_REST) return null;
      const read = textPattern(run, from, rest.slice(0, -verb.length));
      return { ...read, end: from + rest.length };
    }
  }
};

const LONGEST_REST = 60;

const longest = (words: readonly string[], rest: string): string | null =>
  words.reduce<string | null>(
    (best, word) => (rest.startsWith(word) && word.length > (best?.length ?? 0) ? word : best),
    null,
  );

const wholeRest = (rest: string): string | null =>
  rest === "" || rest.length === LONGEST_REST ? null : rest;

const textPattern = (run: Run, from: number, text: string): ReadPattern => ({
  end: from + text.length,
  payload: {
    kind: "text",
    text,
    closed: true,
    textSpan: { start: run.offsets[from]!, end: run.offsets[from + text.length - 1]! + 1 },
  },
});
