import { withInclusion, type Bound, type BoundOperator } from "../../language/index.ts";
import type { ComparisonOperator } from "../model/ir.ts";
import type { Frame } from "./context.ts";
import { reportCheck } from "./diagnostics.ts";

/** What a bound word means where it stands: 界限 of the document may say that 以下 excludes the number. */
export const operatorOf = (bound: Bound, frame: Frame): ComparisonOperator | null => {
  const stated = bound.override === null ? frame.block.inclusive.get(bound.word) : undefined;
  const operator = stated === undefined ? bound.operator : withInclusion(bound.operator, stated);
  if (operator === "approximately") {
    frame.block.diagnostics.push(
      reportCheck("approximate-rule", frame.block.file.source.name, bound.span, { word: bound.word }),
    );
    return null;
  }
  return OPERATORS[operator];
};

const OPERATORS = {
  atLeast: ">=",
  atMost: "<=",
  lessThan: "<",
  greaterThan: ">",
  equal: "=",
  notEqual: "!=",
} as const satisfies Record<Exclude<BoundOperator, "approximately">, ComparisonOperator>;
