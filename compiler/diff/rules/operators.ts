import type { ComparisonOperator, Condition } from "../../model/ir.ts";
import type { Effect } from "./finding.ts";

export type Compared = Extract<Condition, { kind: "compare" | "compareOrder" }>;

/** Which of less, equal, greater satisfy an operator. */
const SATISFIED = {
  "<": [1, 0, 0],
  "<=": [1, 1, 0],
  "=": [0, 1, 0],
  ">=": [0, 1, 1],
  ">": [0, 0, 1],
  "!=": [1, 0, 1],
} as const satisfies Record<ComparisonOperator, readonly (0 | 1)[]>;

const SWAPPED = {
  "<": ">",
  "<=": ">=",
  "=": "=",
  ">=": "<=",
  ">": "<",
  "!=": "!=",
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

/** Whether another operator with the same limit is satisfied by more, by fewer, or by others. */
export const operatorEffect = (before: ComparisonOperator, after: ComparisonOperator): Effect => {
  const more = SATISFIED[after].some((satisfied, at) => satisfied > SATISFIED[before][at]!);
  const fewer = SATISFIED[after].some((satisfied, at) => satisfied < SATISFIED[before][at]!);
  return more === fewer ? 0 : more ? 1 : -1;
};

/** The same comparison read from the other side. */
export const swapped = (compared: Compared): Compared => ({
  ...compared,
  operator: SWAPPED[compared.operator],
  left: compared.right,
  right: compared.left,
});
