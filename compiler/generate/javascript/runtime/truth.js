// @ts-check
/** @import { Reason } from "./reasons.js" */
import { joinedReasons, Later, reasonLevel, reasonSet } from "./reasons.js";

/**
 * 真, 假, or 不定 with its reasons; `level` is 0 假, 1 真, 2 不定 where somebody has to decide, 3 不定 where a fact is missing.
 * @typedef {{ readonly kind: "true" | "false" | "open", readonly level: number, readonly reasons: readonly Reason[] }} Truth
 */

/** @type {Truth} */
export const TRUE = { kind: "true", level: 1, reasons: [] };
/** @type {Truth} */
export const FALSE = { kind: "false", level: 0, reasons: [] };

/** @type {(value: boolean) => Truth} */
export const decided = (value) => (value ? TRUE : FALSE);

/** @type {(reasons: readonly Reason[]) => Truth} */
export const undecided = (reasons) => ({
  kind: "open",
  level: reasonLevel(reasons) === 3 ? 3 : 2,
  reasons: reasonSet(reasons),
});

/** 不定 for what is open in these; what is not open says nothing. @type {(...things: readonly { readonly kind: string, readonly level?: number, readonly reasons?: readonly Reason[] }[]) => Truth} */
export const undecidedFor = (...things) => {
  const open = things.filter(({ kind }) => kind === "open");
  return new Later(Math.max(2, ...open.map(({ level }) => level ?? 0)), () =>
    joinedReasons(...open.map(({ reasons }) => reasons ?? [])),
  );
};

/** 0 假, 1 真, 2 不定 where somebody has to decide, 3 不定 where a fact is missing. @type {(truth: Truth) => number} */
export const level = (truth) => truth.level;

/**
 * How many of the operands are true and how many may be, until one of the kind `enough` settles it.
 * @template Operand
 * @param {readonly Operand[]} operands
 * @param {(operand: Operand) => Truth} ask
 * @param {"true" | "false" | null} enough
 */
export const tally = (operands, ask, enough) => {
  let certain = 0;
  /** @type {Truth[]} */
  const open = [];
  for (const operand of operands) {
    const truth = ask(operand);
    if (truth.kind === enough) return { settled: true, certain, open };
    if (truth.kind === "true") certain += 1;
    if (truth.kind === "open") open.push(truth);
  }
  return { settled: false, certain, open };
};

/** @type {<Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth) => Truth} */
export const allOf = (operands, ask) => {
  const { settled, open } = tally(operands, ask, "false");
  if (settled) return FALSE;
  return open.length === 0 ? TRUE : undecidedFor(...open);
};

/** @type {<Operand>(operands: readonly Operand[], ask: (operand: Operand) => Truth) => Truth} */
export const anyOf = (operands, ask) => {
  const { settled, open } = tally(operands, ask, "true");
  if (settled) return TRUE;
  return open.length === 0 ? FALSE : undecidedFor(...open);
};
