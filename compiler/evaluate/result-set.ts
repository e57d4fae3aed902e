import type { MeasureRule, Program } from "../model/ir.ts";
import type { Conflict, Outcome, ResultSet } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import { conflictsOf } from "./conflict.ts";
import { noticeOf } from "./interval.ts";

/** Outcomes with what follows from them together, whichever engine has found them. */
export const resultSet = (program: Program, at: Day, outcomes: readonly Outcome[]): ResultSet => ({
  policy: program.policy.name,
  at,
  trial: program.policy.trial,
  notice: noticeOf(program.policy, at),
  outcomes,
  conflicts: conflictsBetween(program, outcomes),
});

const conflictsBetween = (program: Program, outcomes: readonly Outcome[]): readonly Conflict[] => {
  const measures = new Map(
    program.decisions.flatMap((decision) => (decision.kind === "measure" ? [[decision.id, decision]] : [])),
  );
  const holding = new Map<string, { readonly record: Outcome; readonly rules: MeasureRule[] }>();
  for (const outcome of outcomes) {
    const rule = outcome.status === "成立" ? measures.get(outcome.decision) : undefined;
    if (rule === undefined) continue;
    const key = JSON.stringify([outcome.object, outcome.id]);
    const held = holding.get(key);
    if (held === undefined) holding.set(key, { record: outcome, rules: [rule] });
    else held.rules.push(rule);
  }
  return [...holding.values()]
    .flatMap(conflictsOf)
    .map((conflict) => ({ conflict, key: conflictKey(conflict) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ conflict }) => conflict);
};

/** Conflicts stand in the order of these. */
export const conflictKey = ({ object, id, measure }: Conflict): string =>
  JSON.stringify([object, id, measure]);
