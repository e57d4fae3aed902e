export { checkAssertions, type AssertionResult } from "./assertion.ts";
export { runCases, type CaseReport, type CaseResult } from "./case.ts";
export type { Coverage, Reached } from "./coverage.ts";
export { evaluate, evaluateWhere, type EvaluationOptions } from "./evaluate.ts";
export type { ExpectationResult } from "./expectation.ts";
export { explain, type ExplainContext, type ExplainTarget } from "./explain/explain.ts";
export { printDate, printDistance, printModality, printValue } from "./print.ts";
export { REASON_STATUS } from "./reason.ts";
export { smallWorld, type SmallWorld } from "./small-world.ts";
