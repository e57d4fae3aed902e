import type { Formula } from "../formula.ts";

/** What a part of a formula is made of directly. */
export const operandsOf = (formula: Formula): readonly Formula[] => {
  switch (formula.kind) {
    case "not":
      return [formula.operand];
    case "and":
    case "or":
      return formula.operands;
    case "constant":
    case "choice":
    case "linear":
      return [];
  }
};

/**
 * Every part once, operands first; parts that are shared are one part. A stack of its own, because formulas can
 * be nested deeper than calls can.
 */
export const inOrder = (formula: Formula): readonly Formula[] => {
  const order = new Set<Formula>();
  const opened = new Set<Formula>();
  const open: Formula[] = [formula];
  while (open.length > 0) {
    const current = open.at(-1)!;
    if (opened.has(current)) {
      open.pop();
      order.add(current);
      continue;
    }
    opened.add(current);
    for (const operand of operandsOf(current).toReversed()) if (!opened.has(operand)) open.push(operand);
  }
  return [...order];
};
