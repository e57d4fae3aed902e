import type { Block } from "./block.ts";
import {
  and,
  FALSE,
  isFalse,
  isNull,
  isTrue,
  isUnknown,
  not,
  or,
  sql,
  TRUE,
  UNKNOWN,
  when,
  type Expr,
} from "./expr.ts";
import type { Truth } from "./value.ts";

export const decided = (truth: Expr, fact: Expr = FALSE): Truth => ({ truth, fact });

export const openTruth = (fact: boolean): Truth => ({ truth: UNKNOWN, fact: fact ? TRUE : FALSE });

/** SQL's own AND is strong Kleene; what is left open rests on the facts of the operands that are open. */
export const all = (block: Block, operands: readonly Truth[]): Truth => combine(block, operands, and);

export const any = (block: Block, operands: readonly Truth[]): Truth => combine(block, operands, or);

export const negate = ({ truth, fact }: Truth): Truth => ({ truth: not(truth), fact });

/** At least `count` of them are true. */
export const atLeast = (block: Block, count: number, operands: readonly Truth[]): Truth => {
  if (count <= 0) return decided(TRUE);
  if (count > operands.length) return decided(FALSE);
  const columns = operands.map((operand) => asColumn(block, operand));
  const certain = sum(columns.map(({ truth }) => when([[truth, ONE]], ZERO)));
  const possible = sum(columns.map(({ truth }) => when([[not(truth), ZERO]], ONE)));
  const truth = block.column(
    when(
      [
        [sql`${certain} >= ${count}`, TRUE],
        [sql`${possible} < ${count}`, FALSE],
      ],
      UNKNOWN,
    ),
  );
  return { truth, fact: factOfAny(block, columns) };
};

/** Of operands that are open one at least rests on a missing fact. */
export const factOfAny = (block: Block, operands: readonly Truth[]): Expr => {
  const open = operands.filter(({ truth }) => !isFalse(isNull(truth)));
  if (open.length === 0) return FALSE;
  if (open.every(({ fact }) => isTrue(fact))) return TRUE;
  if (open.length === 1) return open[0]!.fact;
  return block.short(or(...open.map(({ truth, fact }) => and(isNull(truth), fact))));
};

export const asColumn = (block: Block, { truth, fact }: Truth): Truth => ({
  truth: block.column(truth),
  fact: block.short(fact),
});

const combine = (
  block: Block,
  operands: readonly Truth[],
  join: (...operands: readonly Expr[]) => Expr,
): Truth => {
  const open = operands.filter(({ truth }) => !isFalse(isNull(truth)) && !isUnknown(truth));
  const simple =
    open.every(({ fact }) => isTrue(fact)) ||
    open.every(({ fact }) => isFalse(fact)) ||
    operands.length === 1;
  const used =
    simple && operands.every(({ truth }) => !isUnknown(truth))
      ? operands
      : operands.map((each) => asColumn(block, each));
  return { truth: block.short(join(...used.map(({ truth }) => truth))), fact: factOfAny(block, used) };
};

const ONE = { sql: "1", at: 0, known: true };
const ZERO = { sql: "0", at: 0, known: true };

const sum = (parts: readonly Expr[]): Expr => parts.reduce((left, right) => sql`${left} + ${right}`);
