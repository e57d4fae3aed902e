import type { Decision } from "./ir.ts";

/** The measures that a rule orders, as a result shows them. */
export const measureOf = (decision: Decision): string | null =>
  decision.kind === "measure" ? distinct(decision.orders.map((order) => order.measure)) : null;

/** The modal words of a rule as written; null where it only states. */
export const modalityOf = (decision: Decision): string | null => {
  switch (decision.kind) {
    case "measure":
      return distinct(decision.orders.map((order) => order.modality.word).filter((word) => word !== ""));
    case "requirement":
      return decision.modality.word === "" ? null : decision.modality.word;
    case "classification":
    case "definition":
    case "indicator":
    case "ranking":
      return null;
  }
};

const distinct = (words: readonly string[]): string | null =>
  words.length === 0 ? null : [...new Set(words)].join("、");
