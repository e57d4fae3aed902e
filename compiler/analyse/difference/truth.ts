import type { Formula } from "../formula.ts";
import type { TruthLevel } from "../difference-query.ts";
import { and, atLeast as countAtLeast, FALSE, not as opposite, or, TRUE } from "./logic.ts";

/** When a condition is 真, when 假, and when 不定 with some 未知 reason; else it is 不定 with only 需裁量 ones. */
export interface Truth {
  readonly yes: Formula;
  readonly no: Formula;
  readonly unknown: Formula;
}

/** Why something is not settled: 2 somebody has to decide, 3 facts are missing. */
export type OpenLevel = 2 | 3;

export const decided = (formula: Formula): Truth => ({ yes: formula, no: opposite(formula), unknown: FALSE });

export const openAt = (level: OpenLevel): Truth => ({
  yes: FALSE,
  no: FALSE,
  unknown: level === 3 ? TRUE : FALSE,
});

export const not = ({ yes, no, unknown }: Truth): Truth => ({ yes: no, no: yes, unknown });

export const all = (operands: readonly Truth[]): Truth => {
  const no = or(...operands.map((operand) => operand.no));
  return {
    yes: and(...operands.map((operand) => operand.yes)),
    no,
    unknown: and(opposite(no), or(...operands.map((operand) => operand.unknown))),
  };
};

export const any = (operands: readonly Truth[]): Truth => not(all(operands.map(not)));

export const atLeast = (count: number, operands: readonly Truth[]): Truth => {
  const yes = countAtLeast(
    count,
    operands.map((operand) => operand.yes),
  );
  const no = countAtLeast(
    operands.length - count + 1,
    operands.map((operand) => operand.no),
  );
  return { yes, no, unknown: and(opposite(yes), opposite(no), or(...operands.map((each) => each.unknown))) };
};

/** One of several truths, by guards of which exactly one holds. */
export const oneOf = (cases: readonly { readonly guard: Formula; readonly truth: Truth }[]): Truth => {
  const when = (part: keyof Truth): Formula =>
    or(...cases.map(({ guard, truth }) => and(guard, truth[part])));
  return { yes: when("yes"), no: when("no"), unknown: when("unknown") };
};

export const isOpen = ({ yes, no }: Truth): Formula => and(opposite(yes), opposite(no));

export const levelFormula = (truth: Truth, level: TruthLevel): Formula => {
  switch (level) {
    case 0:
      return truth.no;
    case 1:
      return truth.yes;
    case 2:
      return and(isOpen(truth), opposite(truth.unknown));
    case 3:
      return truth.unknown;
  }
};
