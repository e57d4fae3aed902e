import type { Condition } from "./ir.ts";

/**
 * What is told one by one where a requirement is not met. Null where the words have to stay together: A或者B asks
 * for neither of the two by itself, 未X not for X.
 */
export const unmetPartsOf = (condition: Condition): readonly Condition[] | null => {
  switch (condition.kind) {
    case "all":
      return condition.operands;
    case "any":
    case "atLeast":
      return condition.operands.some(({ origin }) => origin.item !== condition.origin.item) ||
        condition.operands.some(isReadingGuard)
        ? condition.operands
        : null;
    case "not": {
      const { operand, origin } = condition;
      return "operands" in operand || operand.origin.words === origin.words ? [operand] : null;
    }
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

export const isReadingGuard = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");

/** Without 依据 and 限, which are cited beside. */
export const unmetWords = (words: string): string =>
  words
    .split(/[，,]\s*(?:依据|限)「/u)[0]!
    .replace(/[；;。]\s*$/u, "")
    .trim();
