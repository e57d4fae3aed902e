import type { Condition, Decision, MeasureRule, Origin, Program, RequirementRule } from "../../model/ir.ts";

/** Conditions put together for a question; they keep the place of the clause they are asked about. */
export const allOf = (origin: Origin, operands: readonly Condition[]): Condition => ({
  kind: "all",
  operands,
  origin,
});

export const anyOf = (origin: Origin, operands: readonly Condition[]): Condition => ({
  kind: "any",
  operands,
  origin,
});

/** So many of them hold; none has to where so few are asked for. */
export const atLeast = (origin: Origin, count: number, operands: readonly Condition[]): Condition =>
  count <= 0 ? allOf(origin, []) : { kind: "atLeast", count, operands, origin };

export const notThat = (operand: Condition): Condition => ({ kind: "not", operand, origin: operand.origin });

/** The parts that all have to hold, however deep. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === "all" ? condition.operands.flatMap(conjuncts) : [condition];

/** The conditions of the exceptions that can touch a rule. */
export const exceptionsOf = (program: Program, rule: MeasureRule | RequirementRule): readonly Condition[] =>
  rule.exceptions
    .flatMap((id) => program.exceptions.get(id) ?? [])
    .filter(({ object }) => object === rule.object)
    .map(({ condition }) => condition);

/** What a rule asks before its exceptions are looked at. */
export const asksOf = (rule: MeasureRule | RequirementRule): readonly Condition[] =>
  [rule.subject, rule.kind === "measure" ? rule.base : rule.applicability].filter(
    ({ kind }) => kind !== "constant",
  );

/** True exactly where a measure is 成立: subject and base hold, and no exception does. */
export const standing = (program: Program, rule: MeasureRule): Condition =>
  allOf(rule.origin, [rule.subject, rule.base, ...exceptionsOf(program, rule).map(notThat)]);

/**
 * Readings under which a clause is alive: a clause that holds only under a reading that is not adopted is asked about
 * under that reading, not found to be dead. Null where it asks for two readings of the same words at once.
 */
export const readingsFor = (
  program: Program,
  clauses: readonly Condition[],
): ReadonlyMap<string, number> | null => {
  const taken = new Map<string, number>();
  for (const clause of clauses) {
    for (const { reading, option } of guardsOf(clause)) {
      const known = taken.get(reading);
      if (known !== undefined && known !== option) return null;
      taken.set(reading, option);
    }
  }
  return new Map([...taken].filter(([reading, option]) => program.readings.get(reading)?.adopted !== option));
};

/** 限「…」读法二: in an any-of list the guard stands beside the item, in an all-of list before it as its denial. */
const guardsOf = (clause: Condition): readonly { readonly reading: string; readonly option: number }[] => {
  // A rule without a condition of its own holds wherever its reading is taken.
  if (clause.kind === "reading") return [clause];
  if (clause.kind === "all")
    return clause.operands.flatMap((each) => (each.kind === "reading" ? [each] : []));
  if (clause.kind !== "any") return [];
  return clause.operands.flatMap((each) =>
    each.kind === "not" && each.operand.kind === "reading" ? [each.operand] : [],
  );
};

/** Decisions in the order in which the policy names them. */
export const inTextOrder = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.toSorted(
    (left, right) =>
      (left.origin.file < right.origin.file ? -1 : left.origin.file > right.origin.file ? 1 : 0) ||
      left.origin.span.start - right.origin.span.start,
  );
