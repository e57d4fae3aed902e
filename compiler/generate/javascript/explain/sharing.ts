import type { Candidates, Subject, Term } from "../../../model/ir.ts";
import { rootOf, visitCandidates, visitCondition, visitTerm, type Visitor } from "../../../model/walk.ts";

/** A fact of an outer record that an answer depends on; null: the record itself. */
export interface Dependency {
  readonly subject: Subject;
  readonly field: string | null;
}

/** What the members of a quantifier depend on; null where they depend on the judged record itself. */
export const membersSharedBy = (candidates: Candidates): readonly Dependency[] | null =>
  dependencies(candidates, (visitor) => visitCandidates(candidates, visitor));

/** The same for what is summed up of them. */
export const summarySharedBy = (candidates: Candidates, of: Term): readonly Dependency[] | null =>
  dependencies(candidates, (visitor) => {
    visitCandidates(candidates, visitor);
    visitTerm(of, visitor);
  });

/** The same for the condition alone, wherever the candidates are. */
export const conditionSharedBy = (candidates: Candidates): readonly Dependency[] | null =>
  dependencies(candidates, (visitor) => visitCondition(candidates.where, visitor));

const dependencies = (
  candidates: Candidates,
  visit: (visitor: Visitor) => void,
): readonly Dependency[] | null => {
  const found = new Map<string, Dependency>();
  let shared = true;
  const depend = (subject: Subject, field: string | null): void => {
    found.set(JSON.stringify([subject, field]), { subject, field });
  };
  const subject = (named: Subject): void => {
    if (rootOf(named) >= candidates.variable) return;
    if (named.kind === "variable") shared = false;
    else depend(named, null);
  };
  visit({
    subject,
    term: (term) => {
      if (term.kind !== "field" || rootOf(term.of) >= candidates.variable) return;
      // An amount or a date hardly ever repeats from record to record; remembering would only cost memory.
      if (ALONE.has(term.type.kind)) shared = false;
      else depend(term.of, term.field);
    },
    candidates: (inner) => {
      if (inner.scope.kind === "distance") shared = false;
      if (inner !== candidates && inner.except !== null) subject(inner.except);
    },
  });
  return shared ? [...found.values()] : null;
};

const ALONE: ReadonlySet<string> = new Set(["number", "date", "coordinate"]);
