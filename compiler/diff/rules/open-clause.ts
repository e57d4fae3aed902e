import type { Condition, Program } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";

/** Whether a clause cannot be decided before a parameter without a value gets one. */
export const isOpen = (condition: Condition, program: Program): boolean => {
  switch (condition.kind) {
    case "all":
      return condition.operands.some((operand) => isOpen(operand, program));
    case "any":
    case "atLeast":
      return (
        condition.operands.length > 0 &&
        condition.operands.every((operand) => isOpen(operand, program) || isSetAside(operand, program))
      );
    case "not":
      return isOpen(condition.operand, program);
    case "constant":
    case "reading":
      return false;
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "defined":
      return readsOpenParameter(condition, program);
  }
};

/** Held out by a reading that is not adopted. */
const isSetAside = (condition: Condition, program: Program): boolean =>
  condition.kind === "all" &&
  condition.operands.some(
    (operand) =>
      operand.kind === "reading" && program.readings.get(operand.reading)?.adopted !== operand.option,
  );

const readsOpenParameter = (condition: Condition, program: Program): boolean => {
  let open = false;
  visitCondition(condition, {
    term: (term) => {
      if (term.kind === "parameter" && hasNoValue(term.name, program)) open = true;
    },
  });
  return open;
};

const hasNoValue = (name: string, program: Program): boolean =>
  (program.parameters.get(name)?.values.length ?? 0) === 0;
