import { rational, type Rational } from "../../../language/index.ts";
import type { Value } from "../../model/value.ts";
import type { Known, Outcome } from "./cases.ts";
import { constantly, isConstant } from "./expression.ts";

/** A written value as an outcome. */
export const valued = (value: Value): Known => {
  switch (value.kind) {
    case "number":
      return { kind: "number", sum: constantly(value.value) };
    case "date":
      return { kind: "date", sum: constantly(rational(value.value)) };
    case "boolean":
    case "text":
    case "enumeration":
    case "coordinate":
    case "reference":
      return { kind: "constant", value };
  }
};

/** The number of an outcome, where it is settled. */
export const settledNumber = (outcome: Outcome): Rational | null =>
  outcome.kind === "number" && isConstant(outcome.sum) ? outcome.sum.constant : null;
