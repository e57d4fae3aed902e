import type { RuleChangeKind } from "../../model/change.ts";
import type { Condition, Origin } from "../../model/ir.ts";

/** How the right clause reaches in relation to the left one: more records, fewer, or neither is told. */
export type Effect = 1 | -1 | 0;

/** A clause on one side; `condition` is null where no condition but a word or a value says it. */
export interface Clause {
  readonly condition: Condition | null;
  readonly origin: Origin;
  /** Holds only under a reading that is not adopted. */
  readonly dormant: boolean;
}

/** A difference of two clauses, before it is told of which rule it is and what follows. */
export interface Finding {
  readonly kind: RuleChangeKind;
  readonly left: Clause | null;
  readonly right: Clause | null;
  readonly before: string | null;
  readonly after: string | null;
  /** What changed, as a noun: 距离, 年度医保业务量; null where before and after tell it. */
  readonly what: string | null;
  readonly effect: Effect;
  /** Never changes a result. */
  readonly wording: boolean;
  /** Clauses about the judged record that hold the change, where the change itself is about the records around it. */
  readonly within?: {
    readonly left: Condition | null;
    readonly right: Condition | null;
    /** The records that are looked for. */
    readonly object: string;
  };
  /** Of an exception: whom it takes out of the rules gets nothing, rather than being spared something. */
  readonly withholds?: boolean;
  /** Changes nothing under the readings that are adopted. */
  readonly conditional?: boolean;
}

export interface Difference {
  readonly cost: number;
  readonly findings: readonly Finding[];
}

export const SAME: Difference = { cost: 0, findings: [] };

export const joinedDifferences = (parts: readonly Difference[]): Difference => ({
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
  findings: parts.flatMap(({ findings }) => findings),
});

/** The same difference, seen from outside a place where more inside is more, less, or neither outside. */
export const through = (sign: Effect, difference: Difference): Difference =>
  sign === 1
    ? difference
    : {
        cost: difference.cost,
        findings: difference.findings.map((finding) => ({ ...finding, effect: times(sign, finding.effect) })),
      };

export const times = (first: Effect, second: Effect): Effect =>
  first === 0 || second === 0 ? 0 : first === second ? 1 : -1;

export const opposite = (effect: Effect): Effect => times(-1, effect);
