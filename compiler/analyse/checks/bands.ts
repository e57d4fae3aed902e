import { visitCondition } from "../../model/walk.ts";
import type { ComparisonOperator, Condition, Term } from "../../model/ir.ts";
import { allOf, conjuncts } from "./conditions.ts";
import { contentOf } from "./generalise.ts";

type Bounding = Extract<Condition, { kind: "compare" | "compareOrder" | "elapsed" }>;

/** One end of a band: 6000元以下. */
export interface Limit {
  readonly condition: Bounding;
  readonly side: "upper" | "lower";
  readonly inclusive: boolean;
  /** What else the item asks. */
  readonly rest: readonly Condition[];
  /** The number, date or grade, as written and as a term. */
  readonly value: Term;
}

/** Two items one of which ends where the other begins. */
export interface Meeting {
  readonly first: Limit;
  readonly second: Limit;
  /** Both have the limit, or neither has it. */
  readonly how: "include" | "exclude";
}

/** Where the bands of two conditions meet at one limit that both include, or both exclude. */
export const meetingOf = (first: Condition, second: Condition): Meeting | null => {
  const others = limitsOf(second);
  for (const one of limitsOf(first)) {
    const other = others.find(
      (each) =>
        each.side !== one.side &&
        each.inclusive === one.inclusive &&
        limitKey(each.condition) === limitKey(one.condition),
    );
    if (other !== undefined) return { first: one, second: other, how: one.inclusive ? "include" : "exclude" };
  }
  return null;
};

/** Records right at the limit that would be in either band but for the limit. */
export const atLimit = ({ first, second }: Meeting): Condition =>
  allOf(first.condition.origin, [{ ...first.condition, operator: "=" }, ...first.rest, ...second.rest]);

/** The ends of bands among the parts of a condition. */
export const limitsOf = (condition: Condition): readonly Limit[] => {
  const parts = conjuncts(condition);
  return parts.flatMap((part): readonly Limit[] => {
    if (part.kind !== "compare" && part.kind !== "compareOrder" && part.kind !== "elapsed") return [];
    const end = ENDS[part.operator];
    if (end === null) return [];
    const rest = parts.filter((each) => each !== part && each.kind !== "reading");
    return [{ ...end, condition: part, rest, value: part.kind === "elapsed" ? part.amount : part.right }];
  });
};

const ENDS = {
  "<": { side: "upper", inclusive: false },
  "<=": { side: "upper", inclusive: true },
  ">": { side: "lower", inclusive: false },
  ">=": { side: "lower", inclusive: true },
  "=": null,
  "!=": null,
} as const satisfies Record<ComparisonOperator, Pick<Limit, "side" | "inclusive"> | null>;

/** Names of the facts and results that a condition reads. */
export const readIn = (condition: Condition): ReadonlySet<string> => {
  const read = new Set<string>();
  visitCondition(condition, {
    term: (term) => {
      if (term.kind === "field") read.add(term.field);
      if (term.kind === "decision") read.add(term.decision);
    },
  });
  return read;
};

/** What is bounded, whatever by. */
export const boundedKey = (condition: Bounding): string =>
  contentOf({ ...condition, operator: "=", ...withoutLimit(condition) });

const withoutLimit = ({ kind }: Bounding): object =>
  kind === "elapsed" ? { amount: null } : { right: null };

/** What is bounded, and by what: 6000元 and 0.6万元 are one. */
export const limitKey = (condition: Bounding): string =>
  contentOf({ ...condition, operator: "=", ...plainly(condition) });

const plainly = (condition: Bounding): object =>
  condition.kind === "elapsed" ? { amount: valueOf(condition.amount) } : { right: valueOf(condition.right) };

const valueOf = (term: Term): unknown => (term.kind === "literal" ? term.value : term);
