import type { Candidates, Subject, Term, Condition } from "../model/ir.ts";
import { isOpen, valueKey } from "./result.ts";
import type { Environment, Run } from "./run.ts";
import { readField, resolve } from "./subject.ts";
import { rootOf, visitCandidates, visitCondition, visitTerm, type Visitor } from "../model/walk.ts";

/**
 * A quantifier over a region or over all records gives the same answer for every judged record that agrees on
 * the region and on the facts that it compares. The key names exactly these; null where the answer depends on the
 * judged record itself. With it the work grows with the records, not with their square.
 */
export const sharedKey = (
  run: Run,
  candidates: Candidates,
  of: Term | null,
  environment: Environment,
): string | null => keyOf(run, dependenciesOf(candidates, of), environment);

/** The same for the condition alone, wherever the candidates are. */
export const sharedConditionKey = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
): string | null => keyOf(run, conditionDependencies(candidates), environment);

const keyOf = (
  run: Run,
  dependencies: readonly Dependency[] | null,
  environment: Environment,
): string | null => {
  if (dependencies === null) return null;
  const parts: string[] = [];
  for (const dependency of dependencies) {
    const record = resolve(run, dependency.subject, environment);
    if (isOpen(record)) return null;
    if (dependency.field === null) parts.push(JSON.stringify([record.object, record.id]));
    else {
      const value = readField(run, record, dependency.field);
      if (isOpen(value)) return null;
      parts.push(valueKey(value));
    }
  }
  return parts.join("|");
};

/** A fact of a record around, or that record itself, that an answer depends on. */
export interface Dependency {
  readonly subject: Subject;
  /** Null: the record itself, as a region that was reached through a reference. */
  readonly field: string | null;
}

const remembered = new WeakMap<Condition | Term | Candidates, readonly Dependency[] | null>();

/** What the answer over these candidates depends on; null: on the judged record itself. */
export const dependenciesOf = (candidates: Candidates, of: Term | null): readonly Dependency[] | null => {
  const holder = of ?? candidates;
  const known = remembered.get(holder);
  if (known !== undefined) return known;
  const found = findDependencies(candidates, (visitor) => {
    visitCandidates(candidates, visitor);
    if (of !== null) visitTerm(of, visitor);
  });
  remembered.set(holder, found);
  return found;
};

/** The same for their condition alone. */
export const conditionDependencies = (candidates: Candidates): readonly Dependency[] | null => {
  const known = remembered.get(candidates.where);
  if (known !== undefined) return known;
  const found = findDependencies(candidates, (visitor) => visitCondition(candidates.where, visitor));
  remembered.set(candidates.where, found);
  return found;
};

const findDependencies = (
  candidates: Candidates,
  visit: (visitor: Visitor) => void,
): readonly Dependency[] | null => {
  const found: Dependency[] = [];
  let shareable = true;
  const outer = (subject: Subject): boolean => rootOf(subject) < candidates.variable;
  const useRecord = (subject: Subject): void => {
    if (!outer(subject)) return;
    if (subject.kind === "variable") shareable = false;
    else found.push({ subject, field: null });
  };
  const visitor: Visitor = {
    subject: useRecord,
    term: (term) => {
      if (term.kind !== "field" || !outer(term.of)) return;
      // Values of few kinds repeat from record to record; an amount or a date hardly ever does.
      if (term.type.kind === "number" || term.type.kind === "date" || term.type.kind === "coordinate")
        shareable = false;
      else found.push({ subject: term.of, field: term.field });
    },
    candidates: (inner) => {
      if (inner.scope.kind === "distance") shareable = false;
      if (inner !== candidates && inner.except !== null) useRecord(inner.except);
    },
  };
  visit(visitor);
  return shareable ? found : null;
};
