import { expose } from "comlink";
import { createPolicyAnalysis } from "./analysis/session.ts";
import { createPageComparison } from "./comparison/page-session.ts";
import { createEvaluation } from "./evaluation/session.ts";
import type { EvaluationService } from "./worker-api.ts";

expose({
  ...createEvaluation(),
  ...createPageComparison(),
  ...createPolicyAnalysis(),
} satisfies EvaluationService);
