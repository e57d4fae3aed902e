import type { Condition, Term } from "../../model/ir.ts";
import { between } from "./clause.ts";
import { compareTerms, isConstant, limitEffect } from "./compare-terms.ts";
import {
  joinedDifferences,
  opposite,
  SAME,
  through,
  times,
  type Difference,
  type Effect,
} from "./finding.ts";
import { termWords } from "./in-words.ts";
import { sameTerm } from "./key.ts";
import type { Leaf, Node } from "./normal.ts";
import { operatorEffect, swapped, type Compared } from "./operators.ts";
import type { Sides } from "./sides.ts";
import { writtenWord } from "./written-word.ts";

/** A number or a place in an order against another. */
export const compareLimits = (
  left: Leaf,
  right: Leaf,
  written: Compared,
  second: Compared,
  sides: Sides,
): Difference | null => {
  // Either side of either comparison may be what is measured: 业务量低于10笔, 10笔高于业务量.
  const readings = [
    [written, second],
    [written, swapped(second)],
    [swapped(written), second],
    [swapped(written), swapped(second)],
  ] as const;
  const ways = readings.map(([one, other]) => {
    if (isConstant(one.left) || isConstant(other.left)) return null;
    const measured = compareTerms(one.left, other.left, left, right, sides);
    if (measured === null) return null;
    const direction = commonGrowing(one.operator, other.operator);
    const what = termWords(one.left, sides.left.program);
    return joinedDifferences([
      through(direction, measured),
      compareLimit(one.right, other.right, { left, right, what, raising: opposite(direction) }, sides),
      compareOperator(left, right, one, other, what, sides),
    ]);
  });
  const possible = ways.filter((way) => way !== null);
  return possible.length === 0 ? null : possible.reduce((best, way) => (way.cost < best.cost ? way : best));
};

type Elapsed = Extract<Condition, { kind: "elapsed" }>;

export const comparePeriods = (
  left: Leaf,
  right: Leaf,
  first: Elapsed,
  second: Elapsed,
  sides: Sides,
): Difference | null => {
  const from = compareTerms(first.from, second.from, left, right, sides);
  const to = compareTerms(first.to, second.to, left, right, sides);
  if (from === null || to === null) return null;
  const direction = commonGrowing(first.operator, second.operator);
  const what = `${termWords(first.from, sides.left.program)}以来的期间`;
  // Days, months and years do not compare with each other.
  const raising = first.unit === second.unit ? opposite(direction) : 0;
  const amount = compareLimit(first.amount, second.amount, { left, right, what, raising }, sides);
  return joinedDifferences([
    through(opposite(direction), from),
    through(direction, to),
    first.unit !== second.unit && amount === SAME
      ? otherLimit(first.amount, second.amount, { left, right, what, raising }, sides)
      : amount,
    compareOperator(left, right, first, second, what, sides),
  ]);
};

export interface LimitPlace {
  readonly left: Node;
  readonly right: Node;
  /** What is limited. */
  readonly what: string;
  /** What a higher limit does to how much the clause reaches. */
  readonly raising: Effect;
}

/** Another limit, or another way of computing it. */
export const compareLimit = (first: Term, second: Term, place: LimitPlace, sides: Sides): Difference => {
  if (sameTerm(first, second, sides)) return SAME;
  const computed =
    isConstant(first) || isConstant(second)
      ? null
      : compareTerms(first, second, place.left, place.right, sides);
  return computed === null ? otherLimit(first, second, place, sides) : through(place.raising, computed);
};

const otherLimit = (
  first: Term,
  second: Term,
  { left, right, what, raising }: LimitPlace,
  sides: Sides,
): Difference => ({
  cost: 0.5,
  findings: [
    {
      ...between(left, right, sides),
      kind: "threshold",
      before: termWords(first, sides.left.program),
      after: termWords(second, sides.right.program),
      what,
      effect: times(raising, limitEffect(first, second, sides)),
    },
  ],
});

/** Where one side wants more and the other less, neither is told. */
const commonGrowing = (first: Compared["operator"], second: Compared["operator"]): Effect =>
  growing(first) === growing(second) ? growing(first) : 0;

/** More on the left makes it true (＞), or false (＜). */
const growing = (operator: Compared["operator"]): Effect =>
  operator === ">" || operator === ">=" ? 1 : operator === "<" || operator === "<=" ? -1 : 0;

type Bounded = Pick<Compared, "operator" | "word">;

const compareOperator = (
  left: Leaf,
  right: Leaf,
  first: Bounded,
  second: Bounded,
  what: string,
  sides: Sides,
): Difference =>
  first.operator === second.operator
    ? SAME
    : {
        cost: 0.3,
        findings: [
          {
            ...between(left, right, sides),
            kind: "boundWord",
            before: writtenWord(first.word, first.operator),
            after: writtenWord(second.word, second.operator),
            what,
            effect: operatorEffect(first.operator, second.operator),
          },
        ],
      };
