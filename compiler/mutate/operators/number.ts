import {
  add,
  parseDecimal,
  printNumeral,
  printRational,
  rational,
  type NumberLiteral,
} from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, wordsAt, type Place } from "../place.ts";

/** A number one step of its last digit higher and lower: 1.5公里 → 1.6公里, 1.4公里. */
export const numberChanges = (place: Place): readonly Change[] =>
  nodesIn(place, "number").flatMap((number) =>
    [1n, -1n].flatMap((sign): readonly Change[] => {
      const words = stepped(wordsAt(place, number.span), number, sign);
      const { start, end } = number.span;
      return words === null
        ? []
        : [{ operator: "number", span: number.span, ways: [replace(start, end, words)] }];
    }),
  );

const stepped = (words: string, { value }: NumberLiteral, sign: bigint): string | null => {
  const digits = /^-?\d+(?:\.(\d+))?/u.exec(words);
  if (digits !== null) {
    const step = rational(sign, 10n ** BigInt(digits[1]?.length ?? 0));
    const written = parseDecimal(digits[0]);
    return written === null ? null : `${printRational(add(written, step))}${words.slice(digits[0].length)}`;
  }
  const numeral = /^[零〇一二两三四五六七八九十百千]+/u.exec(words);
  if (numeral === null || value.denominator !== 1n || value.numerator + sign < 1n) return null;
  return `${printNumeral(Number(value.numerator + sign))}${words.slice(numeral[0].length)}`;
};
