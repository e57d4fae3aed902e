import type { Reason, Truth } from "../model/outcome.ts";
import { reasonSet, union } from "./reason.ts";

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
  const open: (readonly Reason[])[] = [];
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "false") return FALSE;
    if (truth.kind === "indeterminate") open.push(truth.reasons);
  }
  return open.length === 0 ? TRUE : openFor(open);
};

/** Strong Kleene: one 真 decides. */
export const any = <Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth): Truth => {
  const open: (readonly Reason[])[] = [];
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "true") return TRUE;
    if (truth.kind === "indeterminate") open.push(truth.reasons);
  }
  return open.length === 0 ? FALSE : openFor(open);
};

/** At least `count` of them are 真. */
export const atLeast = <Operand>(
  count: number,
  operands: readonly Operand[],
  ask: (operand: Operand) => Truth,
): Truth => {
  let certain = 0;
  let undecided = 0;
  const open: (readonly Reason[])[] = [];
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === "true") certain += 1;
    else if (truth.kind === "indeterminate") {
      undecided += 1;
      open.push(truth.reasons);
    }
  }
  if (certain >= count) return TRUE;
  return certain + undecided < count ? FALSE : openFor(open);
};

/** The reasons of one operand alone stay the same list, which many results may share. */
const openFor = (lists: readonly (readonly Reason[])[]): Truth => indeterminate(union(...lists));
