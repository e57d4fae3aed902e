import type { DifferenceAnswer } from "../difference-query.ts";

/** An answer with a world on which the two sides differ. */
export type FoundDifference = Extract<DifferenceAnswer, { kind: "found" }>;
