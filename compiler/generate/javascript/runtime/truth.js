// @ts-check
/** @import { Reason } from "./reasons.js" */
import { reasonLevel, reasonSet } from "./reasons.js";

/**
 * 真, 假, or 不定 with its reasons.
 * @typedef {{ readonly kind: "true" | "false" | "open", readonly reasons: readonly Reason[] }} Truth
 */

/** @type {Truth} */
export const TRUE = { kind: "true", reasons: [] };
/** @type {Truth} */
export const FALSE = { kind: "false", reasons: [] };

/** @type {(value: boolean) => Truth} */
export const decided = (value) => (value ? TRUE : FALSE);

/** @type {(reasons: readonly Reason[]) => Truth} */
export const undecided = (reasons) => ({ kind: "open", reasons: reasonSet(reasons) });

/** 0 假, 1 真, 2 不定 where somebody has to decide, 3 不定 where a fact is missing. @type {(truth: Truth) => 0 | 1 | 2 | 3} */
export const level = (truth) => {
  if (truth.kind === "false") return 0;
  if (truth.kind === "true") return 1;
  return reasonLevel(truth.reasons) === 3 ? 3 : 2;
};

/**
 * How many of the operands are true and how many may be, until one of the kind `enough` settles it.
 * @template Operand
 * @param {readonly Operand[]} operands
 * @param {(operand: Operand) => Truth} ask
 * @param {"true" | "false" | null} enough
 */
export const tally = (operands, ask, enough) => {
  let certain = 0;
  /** @type {(readonly Reason[])[]} */
  const open = [];
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === enough) return { settled: true, certain, open };
    if (truth.kind === "true") certain += 1;
    if (truth.kind === "open") open.push(truth.reasons);
  }
  return { settled: false, certain, open };
};

/** The reasons of one operand alone stay the same list. @type {(open: readonly (readonly Reason[])[]) => Truth} */
export const undecidedBy = (open) => undecided(open.length === 1 ? (open[0] ?? []) : open.flat());

/** @type {<Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth) => Truth} */
export const allOf = (operands, ask) => {
  const { settled, open } = tally(operands, ask, "false");
  if (settled) return FALSE;
  return open.length === 0 ? TRUE : undecidedBy(open);
};

/** @type {<Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth) => Truth} */
export const anyOf = (operands, ask) => {
  const { settled, open } = tally(operands, ask, "true");
  if (settled) return TRUE;
  return open.length === 0 ? FALSE : undecidedBy(open);
};
