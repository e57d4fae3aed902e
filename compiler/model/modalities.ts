import type { Decision, Modality } from "./ir.ts";

/** How strongly a decision binds: a measure by each of its orders; what only names or counts does not bind. */
export const modalitiesOf = (decision: Decision): readonly Modality[] => {
  switch (decision.kind) {
    case "measure":
      return decision.orders.map(({ modality }) => modality);
    case "requirement":
      return [decision.modality];
    case "classification":
    case "definition":
    case "indicator":
    case "ranking":
      return [];
  }
};
