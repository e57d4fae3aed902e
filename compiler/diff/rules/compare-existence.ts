import type { Condition, Term } from "../../model/ir.ts";
import { between } from "./clause.ts";
import { compareCandidates } from "./compare-candidates.ts";
import { compareLimit } from "./compare-limits.ts";
import { limitEffect, numberOf } from "./compare-terms.ts";
import {
  joinedDifferences,
  opposite,
  SAME,
  through,
  times,
  type Difference,
  type Effect,
} from "./finding.ts";
import { sameTerm } from "./key.ts";
import type { Leaf } from "./normal.ts";
import type { Sides } from "./sides.ts";

type Exists = Extract<Condition, { kind: "exists" }>;

/** Whom a clause looks for, and how many there must be. */
export const compareExistence = (
  left: Leaf,
  right: Leaf,
  first: Exists,
  second: Exists,
  sides: Sides,
): Difference | null => {
  const candidates = compareCandidates(first.candidates, second.candidates, left, right, sides);
  if (candidates === null) return null;
  const reach = REACH[first.quantifier];
  const what = `${second.candidates.object}的数量`;
  return joinedDifferences([
    through(first.quantifier === second.quantifier ? reach : 0, candidates),
    compareQuantifiers(left, right, first, second, what, sides),
    compareCounts(left, right, first, second, what, sides),
  ]);
};

const REACH = { atLeast: 1, atMost: -1, exactly: 0 } as const satisfies Record<Exists["quantifier"], Effect>;
const QUANTIFIERS = { atLeast: "至少", atMost: "至多", exactly: "恰好" } as const;

const compareQuantifiers = (
  left: Leaf,
  right: Leaf,
  { quantifier: first }: Exists,
  { quantifier: second }: Exists,
  what: string,
  sides: Sides,
): Difference =>
  first === second
    ? SAME
    : {
        cost: 0.3,
        findings: [
          {
            ...between(left, right, sides),
            kind: "boundWord",
            before: QUANTIFIERS[first],
            after: QUANTIFIERS[second],
            what,
            effect: first === "exactly" ? 1 : second === "exactly" ? -1 : 0,
          },
        ],
      };

const compareCounts = (
  left: Leaf,
  right: Leaf,
  first: Exists,
  second: Exists,
  what: string,
  sides: Sides,
): Difference => {
  const raising = opposite(first.quantifier === second.quantifier ? REACH[first.quantifier] : 0);
  const border = borderMoved(first.count, second.count, sides);
  if (border === null) return compareLimit(first.count, second.count, { left, right, what, raising }, sides);
  return {
    cost: 0.4,
    findings: [
      {
        ...between(left, right, sides),
        ...border,
        kind: "boundWord",
        what,
        effect: times(raising, limitEffect(first.count, second.count, sides)),
      },
    ],
  };
};

/** 至少3家 → 超过3家: the count is written as one more than the limit. */
const borderMoved = (
  first: Term,
  second: Term,
  sides: Sides,
): { readonly before: string; readonly after: string } | null => {
  const left = shiftOf(first);
  const right = shiftOf(second);
  return sameTerm(left.limit, right.limit, sides) && left.word !== right.word
    ? { before: left.word, after: right.word }
    : null;
};

const shiftOf = (term: Term): { readonly limit: Term; readonly word: string } =>
  term.kind === "arithmetic" && numberOf(term.right, null)?.numerator === 1n
    ? { limit: term.left, word: term.operator === "add" ? "超过" : "不足" }
    : { limit: term, word: "含本数" };
