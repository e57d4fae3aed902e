import type { Atom, Clause, Scope } from "../../language/index.ts";

/**
 * 步行1公里内没有A且没有B: a place or distance written before the first 有 holds for the following ones that have
 * none of their own. Only 有 and 没有 take it over; other words speak of the record, not of the place.
 */
export const scopeCarriedOver = (clauses: readonly Clause[]): readonly Clause[] => {
  if (clauses.length < 2) return clauses;
  let scope: Scope | null = null;
  return clauses.map((clause) => {
    const carried = carry(clause, scope);
    scope = carried.scope;
    return carried.clause;
  });
};

export const scopeCarried = (clause: Clause): Clause => carry(clause, null).clause;

const carry = (
  clause: Clause,
  from: Scope | null,
): { readonly clause: Clause; readonly scope: Scope | null } => {
  let scope = from;
  const atoms = clause.atoms.map((atom) => {
    const own = scopeOfAtom(atom);
    if (own === null) return scope !== null && takesScope(atom) ? within(atom, scope) : atom;
    scope = own;
    return atom;
  });
  return { clause: { ...clause, atoms }, scope };
};

const within = (inner: Atom, scope: Scope): Atom => ({ kind: "within", scope, inner, span: inner.span });

/** The scope that an atom begins with, seen from the record that the clause speaks of. */
const scopeOfAtom = (atom: Atom): Scope | null => {
  if (atom.kind === "existence" || atom.kind === "within") return atom.scope;
  return atom.kind === "negated" ? scopeOfAtom(atom.operand) : null;
};

const takesScope = (atom: Atom): boolean =>
  atom.kind === "existence" ||
  (atom.kind === "negated" && takesScope(atom.operand)) ||
  (atom.kind === "plain" && atom.value.kind === "grouped");
