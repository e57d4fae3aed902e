import type { Reason, Truth } from "../model/outcome.ts";
import { reasonSet } from "./reason.ts";

export const TRUE: Truth = { kind: "true" };
export const FALSE: Truth = { kind: "false" };

export const decided = (value: boolean): Truth => (value ? TRUE : FALSE);

export const indeterminate = (reasons: readonly Reason[]): Truth => ({
  kind: "indeterminate",
  reasons: reasonSet(reasons),
});

export const reasonsOf = (truth: Truth): readonly Reason[] =>
  truth.kind === "indeterminate" ? truth.reasons : [];

export const not = (truth: Truth): Truth => {
  switch (truth.kind) {
    case "true":
      return FALSE;
    case "false":
      return TRUE;
    case "indeterminate":
      return truth;
  }
};

/** Strong Kleene: one 假 decides, whatever else is unknown. */
export const all = <Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth): Truth => {
  let open: Reason[] | null = null;
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "false") return FALSE;
    if (truth.kind === "indeterminate") open = append(open, truth.reasons);
  }
  return open === null ? TRUE : indeterminate(open);
};

/** Strong Kleene: one 真 decides. */
export const any = <Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth): Truth => {
  let open: Reason[] | null = null;
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "true") return TRUE;
    if (truth.kind === "indeterminate") open = append(open, truth.reasons);
  }
  return open === null ? FALSE : indeterminate(open);
};

/** At least `count` of them are 真. */
export const atLeast = <Operand>(
  count: number,
  operands: readonly Operand[],
  ask: (operand: Operand) => Truth,
): Truth => {
  let certain = 0;
  let undecided = 0;
  let open: Reason[] | null = null;
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "true") certain += 1;
    else if (truth.kind === "indeterminate") {
      undecided += 1;
      open = append(open, truth.reasons);
    }
  }
  if (certain >= count) return TRUE;
  return certain + undecided < count ? FALSE : indeterminate(open ?? []);
};

/** A loop and not a spread: there may be more reasons than a call takes arguments. */
const append = (list: Reason[] | null, more: readonly Reason[]): Reason[] => {
  const result = list ?? [];
  for (const reason of more) result.push(reason);
  return result;
};
