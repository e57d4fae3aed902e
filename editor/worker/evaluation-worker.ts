import { expose } from "comlink";
import { createPageComparison } from "./comparison/page-session.ts";
import { createEvaluation } from "./evaluation/session.ts";
import type { EvaluationService } from "./worker-api.ts";

expose({ ...createEvaluation(), ...createPageComparison() } satisfies EvaluationService);
