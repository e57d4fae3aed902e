import type { Condition, Decision, ExceptionClause, Program, Term } from "../../model/ir.ts";
import type { FactRecord, World } from "../../model/facts.ts";
import type { Value } from "../../model/value.ts";
import { rewriteDecision, rewriteException, rewriteTerm, type Rewriting } from "../../model/rewrite.ts";
import { decisionsBehind } from "../../evaluate/index.ts";

/** A program that judges the same record twice: as it is, and with another amount of one field. */
export interface RaisedCopy {
  readonly program: Program;
  /** The decision as it reads the other amount. */
  readonly decision: Decision;
  /** The field, and the name under which its other amount is read. */
  readonly of: string;
  readonly field: string;
}

/**
 * Every decision behind `decision` stands a second time and reads the field of every record of the object under another
 * name. In the world that is meant, both names agree for all records but the judged one; so whatever holds of all worlds
 * of the copy holds of what is meant, even where the judged record is one of those that it counts.
 */
export const raisedCopy = (program: Program, decision: Decision, field: string): RaisedCopy | null => {
  const object = program.objects.get(decision.object);
  const declared = object?.fields.get(field);
  if (object === undefined || declared === undefined) return null;
  const raised = `${field}${MARK}`;
  const copied = new Map<string, Decision>();
  const exceptions = new Map<string, ExceptionClause>(program.exceptions);
  const behind = decisionsBehind(program, decision.id);
  const ids = new Set(behind.map(({ id }) => id));
  const rewriting = readingRaised(decision.object, field, raised, ids);
  for (const each of behind) {
    if (each.kind === "measure" || each.kind === "requirement") {
      for (const id of each.exceptions) {
        const clause = program.exceptions.get(id);
        if (clause !== undefined)
          exceptions.set(named(id), { ...rewriteException(clause, rewriting), id: named(id) });
      }
    }
    copied.set(each.id, copyOf(each, field, raised, decision.object, rewriting));
  }
  const fields = new Map([...object.fields, [raised, { ...declared, name: raised }] as const]);
  return {
    of: field,
    field: raised,
    decision: copied.get(decision.id)!,
    program: {
      ...program,
      objects: new Map([...program.objects, [decision.object, { ...object, fields }] as const]),
      decisions: [...program.decisions, ...inOrderOf(program, copied)],
      exceptions,
    },
  };
};

/** The world as the policy knows it: without the second names. */
export const withoutRaised = (world: World, { field }: Pick<RaisedCopy, "field">): World => ({
  ...world,
  records: world.records.map((record) => {
    if (!record.facts.has(field)) return record;
    const facts = new Map(record.facts);
    facts.delete(field);
    return { ...record, facts };
  }),
});

/** The second amount of the judged record; null where the world has none. */
export const raisedValue = (record: FactRecord | undefined, { field }: RaisedCopy): Value | null =>
  record?.facts.get(field) ?? null;

const MARK = "·另值";

const named = (id: string): string => `${id}${MARK}`;

const readingRaised = (
  object: string,
  field: string,
  raised: string,
  ids: ReadonlySet<string>,
): Rewriting => {
  const rewriting: Rewriting = {
    term: (term: Term): Term | null => {
      if (term.kind === "field" && term.field === field && term.of.object === object)
        return { ...term, field: raised };
      return term.kind === "decision" && ids.has(term.decision)
        ? { ...term, decision: named(term.decision) }
        : null;
    },
    condition: (condition: Condition): Condition | null => {
      if (condition.kind === "defined" && ids.has(condition.decision))
        return { ...condition, decision: named(condition.decision) };
      return condition.kind === "ranked" && ids.has(condition.ranking)
        ? {
            ...condition,
            ranking: named(condition.ranking),
            amount: rewriteTerm(condition.amount, rewriting),
          }
        : null;
    },
  };
  return rewriting;
};

const copyOf = (
  decision: Decision,
  field: string,
  raised: string,
  object: string,
  rewriting: Rewriting,
): Decision => {
  const copy = { ...rewriteDecision(decision, rewriting), id: named(decision.id) };
  switch (copy.kind) {
    case "measure":
    case "requirement":
      return { ...copy, exceptions: copy.exceptions.map(named) };
    case "ranking":
      return copy.object === object && copy.group === field ? { ...copy, group: raised } : copy;
    case "classification":
    case "definition":
    case "indicator":
      return copy;
  }
};

const inOrderOf = (program: Program, copied: ReadonlyMap<string, Decision>): readonly Decision[] =>
  program.decisions.flatMap(({ id }) => copied.get(id) ?? []);
