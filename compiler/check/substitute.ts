import type { Subject, Term } from "../model/ir.ts";

/** The one record that a value speaks of; null where it speaks of none, or of several. */
export const rootSubject = (term: Term): Subject | null => {
  const found = subjectsOf(term);
  const first = found[0] ?? null;
  return first !== null && found.every((subject) => isSame(subject, first)) ? first : null;
};

/** The same value of another record of that object. */
export const substituted = (term: Term, from: Subject, to: Subject): Term => {
  switch (term.kind) {
    case "field":
    case "decision":
    case "record":
      return { ...term, of: replaced(term.of, from, to) };
    case "parameter":
      return term.region === null ? term : { ...term, region: replaced(term.region, from, to) };
    case "arithmetic":
      return { ...term, left: substituted(term.left, from, to), right: substituted(term.right, from, to) };
    case "rounded":
      return { ...term, operand: substituted(term.operand, from, to) };
    case "aggregate":
      if (term.candidates.scope.kind !== "region") return term;
      return {
        ...term,
        candidates: {
          ...term.candidates,
          scope: { ...term.candidates.scope, region: replaced(term.candidates.scope.region, from, to) },
        },
      };
    case "literal":
    case "referenceDate":
      return term;
  }
};

const replaced = (subject: Subject, from: Subject, to: Subject): Subject => {
  if (isSame(subject, from)) return to;
  return subject.kind === "follow" ? { ...subject, from: replaced(subject.from, from, to) } : subject;
};

const subjectsOf = (term: Term): readonly Subject[] => {
  switch (term.kind) {
    case "field":
    case "decision":
    case "record":
      return [term.of];
    case "arithmetic":
      return [...subjectsOf(term.left), ...subjectsOf(term.right)];
    case "rounded":
      return subjectsOf(term.operand);
    case "aggregate":
      return term.candidates.scope.kind === "region" ? [term.candidates.scope.region] : [];
    case "parameter":
    case "literal":
    case "referenceDate":
      return [];
  }
};

const isSame = (left: Subject, right: Subject): boolean => {
  if (left.object !== right.object) return false;
  if (left.kind === "variable") return right.kind === "variable" && left.index === right.index;
  return right.kind === "follow" && left.field === right.field && isSame(left.from, right.from);
};
