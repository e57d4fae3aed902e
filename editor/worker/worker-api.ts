/**
 * The only door between the page and the compiler: types, no code. Everything crosses as structured clones, and every
 * offset counts UTF-16 units of the text whose `version` is named.
 */
import type { VersionComparison } from "./comparison-api.ts";
import type { Evaluation } from "./evaluation-api.ts";
import type { PolicyAnalysis } from "./analysis-api.ts";

export type * from "./language-api.ts";
export type * from "./evaluation-api.ts";
export type * from "./comparison-api.ts";
export type * from "./analysis-api.ts";

/** Judges registers, runs cases, compares versions and analyses rules. Ended and started anew to cancel what cannot be asked to stop. */
export interface EvaluationService extends Evaluation, VersionComparison, PolicyAnalysis {}
