import {
  multiply,
  parseNumeral,
  printNumeral,
  unitOf,
  ONE,
  rational,
  type AssertionBlock,
  type Rational,
  type Sum,
} from "../../language/index.ts";
import type { Assertion } from "../model/ir.ts";
import { blockFrame, originOf, type BlockContext, type Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";
import { unitsDiffer } from "./incomparable.ts";
import { numberOf } from "./term.ts";
import { areCommensurable } from "./types.ts";

/** 【断言】: numeric claims of the text, with terms that need no record. */
export const checkAssertion = (block: AssertionBlock, context: BlockContext): readonly Assertion[] =>
  block.assertions.flatMap((claim, index) => {
    const frame = blockFrame(context, context.quote(claim.basis));
    const left = numberOf(claim.left, frame, "断言");
    const right = numberOf(claim.bound.value, frame, "断言");
    if (left === null || right === null) return [];
    if (!areCommensurable(left.type, right.type)) {
      context.diagnostics.push(
        reportCheck(
          "units-differ",
          context.file.source.name,
          claim.span,
          unitsDiffer(
            { words: left.origin.words, type: left.type },
            { words: right.origin.words, type: right.type },
          ),
        ),
      );
      return [];
    }
    const written = writtenPrecision(claim.bound.value, frame);
    const name = block.name?.text ?? "断言";
    return [
      {
        id: `${name}${block.provision === null ? "" : `·${block.provision}`}·第${printNumeral(index + 1)}句`,
        operator: claim.bound.operator,
        left,
        right,
        digits: written.digits,
        writtenUnit: written.unit,
        knownFailure: claim.knownFailure?.reason ?? null,
        origin: originOf(frame, claim.span),
      },
    ];
  });

/** 2.32万人 is written to two places of 万人, 百分之二十 to whole hundredths: what 约等于 rounds to. */
const writtenPrecision = (sum: Sum, frame: Frame): { readonly digits: number; readonly unit: Rational } => {
  if (sum.kind !== "number") return { digits: 0, unit: ONE };
  const words = originOf(frame, sum.span).words.trim();
  const unitWord = sum.unit?.text ?? "";
  const number = (unitWord === "" ? words : words.slice(0, words.lastIndexOf(unitWord))).trim();
  const digits = /点([零〇○一二三四五六七八九]+)/.exec(number)?.[1]?.length ?? sum.digits;
  return { digits, unit: multiply(shareOf(number) ?? scaleOf(number), unitOf(unitWord)?.factor ?? ONE) };
};

/** 百分之二十 counts hundredths and 三分之二 thirds: the words before 分之 say what is counted. */
const shareOf = (number: string): Rational | null => {
  const parts = /^(.+)分之/.exec(number)?.[1];
  if (parts === undefined) return null;
  const denominator = parseNumeral(/^[百千万]/.test(parts) ? `一${parts}` : parts);
  return denominator === null || denominator === 0 ? null : rational(1n, BigInt(denominator));
};

const scaleOf = (number: string): Rational => SCALES.find(([ending]) => number.endsWith(ending))?.[1] ?? ONE;

const SCALES: readonly (readonly [string, Rational])[] = [
  ["万亿", rational(1_000_000_000_000n)],
  ["亿", rational(100_000_000n)],
  ["万", rational(10_000n)],
  ["千", rational(1_000n)],
  ["百", rational(100n)],
  ["％", rational(1n, 100n)],
  ["%", rational(1n, 100n)],
  ["﹪", rational(1n, 100n)],
  ["‰", rational(1n, 1000n)],
  ["成", rational(1n, 10n)],
  ["半数", rational(1n, 2n)],
  ["一半", rational(1n, 2n)],
];
