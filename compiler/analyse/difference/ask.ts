import { printDecided } from "../../evaluate/index.ts";
import type { Decision } from "../../model/ir.ts";
import type { DifferenceQuery, Side, SideResult } from "../difference-query.ts";
import type { Formula } from "../formula.ts";
import { verdictsOf, type Verdict } from "./decision.ts";
import { related } from "./expression.ts";
import { truthOf } from "./condition.ts";
import { and, FALSE, not, or, TRUE } from "./logic.ts";
import type { Prepared } from "./prepare.ts";
import type { Slot, View } from "./stage.ts";
import { levelFormula } from "./truth.ts";

/** When the two sides give a wanted pair, and every clause of the focus stands as asked; null: not told apart. */
export const wantedFormula = (query: DifferenceQuery, prepared: Prepared): Formula | null => {
  const left = resultsOf(query.left, prepared.left, prepared.judged);
  const right = resultsOf(query.right, prepared.right, prepared.judged);
  if (left === null || right === null) return null;
  const pairs = left.flatMap((first) =>
    right.map((second) => {
      const guard = and(first.guard, second.guard);
      return guard === FALSE ? FALSE : and(guard, wantedPair(query, first, second));
    }),
  );
  const focus = query.focus.map(({ side, condition, levels }) => {
    const truth = truthOf(prepared[side], condition, [prepared.judged]);
    return or(...levels.map((level) => levelFormula(truth, level)));
  });
  return and(or(...pairs), ...focus, ...prepared.stage.facts);
};

interface Result {
  readonly guard: Formula;
  readonly result: SideResult;
  /** The number or day, where it is not written out. */
  readonly amount: Verdict["value"];
}

const resultsOf = ({ decision }: Side, view: View, judged: Slot): readonly Result[] | null => {
  if (decision === null || decision.object !== judged.object)
    return [{ guard: TRUE, result: { status: null, value: null }, amount: null }];
  return (
    verdictsOf(view, decision, judged)?.map(({ guard, status, value }) => ({
      guard,
      result: { status, value: printed(value, decision) },
      amount: value?.kind === "constant" ? null : value,
    })) ?? null
  );
};

const printed = (value: Verdict["value"], decision: Decision): string | null =>
  value?.kind === "constant" ? printDecided(value.value, decision) : null;

/** Of amounts it is only asked whether they are the same. */
const wantedPair = ({ wanted }: DifferenceQuery, left: Result, right: Result): Formula => {
  const named = ({ result, amount }: Result, name: string): SideResult =>
    amount === null ? result : { ...result, value: name };
  const ask = (first: string, second: string): Formula =>
    wanted(named(left, first), named(right, second)) ? TRUE : FALSE;
  if (left.amount === null || right.amount === null) return ask("1", "2");
  if (
    left.amount.kind !== right.amount.kind ||
    left.amount.kind === "constant" ||
    right.amount.kind === "constant"
  )
    return ask("1", "2");
  const equal = related("=", left.amount.sum, right.amount.sum);
  return or(and(equal, ask("1", "1")), and(not(equal), ask("1", "2")));
};
