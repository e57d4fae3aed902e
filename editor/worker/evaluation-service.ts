import { createPolicyAnalysis } from "./analysis/session.ts";
import { createPageComparison } from "./comparison/page-session.ts";
import { createEvaluation } from "./evaluation/session.ts";
import type { EvaluationService } from "./worker-api.ts";

/** Judging, comparing and analysing in one; each worker is asked for one of them and reads the code of no other. */
export const createEvaluationService = (): EvaluationService => ({
  ...createEvaluation(),
  ...createPageComparison(),
  ...createPolicyAnalysis(),
});
