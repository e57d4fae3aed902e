import type { Condition, Decision, Term } from "./ir.ts";

/** The conditions of a decision, without its exceptions. */
export const partsOf = (decision: Decision): readonly Condition[] => {
  switch (decision.kind) {
    case "measure":
      return [decision.subject, decision.base];
    case "requirement":
      return [decision.subject, decision.applicability, decision.requirement];
    case "classification":
      return [decision.subject, ...decision.items.map(({ condition }) => condition)];
    case "definition":
      return [decision.condition];
    case "ranking":
      return [decision.members];
    case "indicator":
      return [];
  }
};

/** What a decision calculates. */
export const termsOf = (decision: Decision): readonly Term[] => {
  switch (decision.kind) {
    case "indicator":
      return [decision.value];
    case "ranking":
      return decision.keys.map(({ term }) => term);
    case "measure":
    case "requirement":
    case "classification":
    case "definition":
      return [];
  }
};
