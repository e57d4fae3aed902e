import type { Program, Term } from "../../../model/ir.ts";

/** A term in which the 指标 of the judged record itself are replaced by what they compute; the same one each time. */
export const inlined = (program: Program, term: Term): Term => {
  const found = known.get(term) ?? inline(program, term);
  known.set(term, found);
  return found;
};

const known = new WeakMap<Term, Term>();

const inline = (program: Program, term: Term): Term => {
  switch (term.kind) {
    case "decision": {
      if (term.of.kind !== "variable" || term.of.index !== 0) return term;
      const decision = program.decisions.find(({ id }) => id === term.decision);
      return decision?.kind === "indicator" ? inlined(program, decision.value) : term;
    }
    case "arithmetic": {
      const [left, right] = [inlined(program, term.left), inlined(program, term.right)];
      return left === term.left && right === term.right ? term : { ...term, left, right };
    }
    case "literal":
    case "field":
    case "record":
    case "parameter":
    case "aggregate":
    case "rounded":
    case "referenceDate":
      return term;
  }
};
