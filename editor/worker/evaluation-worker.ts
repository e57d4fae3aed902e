import { expose } from "comlink";
import { createComparison } from "./comparison/session.ts";
import { createEvaluation } from "./evaluation/session.ts";
import type { EvaluationService } from "./worker-api.ts";

expose({ ...createEvaluation(), ...createComparison() } satisfies EvaluationService);
