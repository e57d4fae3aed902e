import type { Program } from "../../../model/ir.ts";
import { visitDecision } from "../../../model/walk.ts";

/** How many functions are called to judge by each decision. */
export const callsOf = (program: Program): ReadonlyMap<string, number> => {
  const calls = new Map<string, number>();
  for (const decision of program.decisions) {
    let found = 1;
    const call = (id: string): void => {
      found += Math.min(calls.get(id) ?? 0, MOST_CALLS);
    };
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "defined") call(condition.decision);
      },
      term: (term) => {
        if (term.kind === "decision") call(term.decision);
      },
    });
    calls.set(decision.id, found);
  }
  return calls;
};

/** A decision that needs more is left to the half that remembers what it found. */
export const MOST_CALLS = 100;

/** Decisions that others read. */
export const referredDecisions = (program: Program): ReadonlySet<string> => {
  const referred = new Set<string>();
  for (const decision of program.decisions) {
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "defined") referred.add(condition.decision);
      },
      term: (term) => {
        if (term.kind === "decision") referred.add(term.decision);
      },
    });
  }
  return referred;
};
