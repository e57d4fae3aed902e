export { checkAssertions, type AssertionResult } from "./assertion.ts";
export { caseRun, runCases, type CaseReport, type CaseResult } from "./case.ts";
export { evaluate, evaluateWhere, reportedDecisions, type EvaluationOptions } from "./evaluate.ts";
export { explain } from "./explain/explain.ts";
export { withFacts, withRecord } from "./explain/changed-facts.ts";
export { outsideForce } from "./interval.ts";
export { printDate, printValue } from "./print.ts";
export { smallWorld, type SmallWorld } from "./small-world.ts";
export type { Coverage, Reached } from "./coverage.ts";
export { evaluateCondition } from "./condition.ts";
export { judge } from "./judge.ts";
export { printDecided } from "./print.ts";
export { sameValue } from "./result.ts";
export { clashesOf, conflictsOf, inConflict, type Clash } from "./conflict.ts";
export { conflictKey, resultSet } from "./result-set.ts";
export { startRun, type Judgement, type Run } from "./run.ts";
export { decisionsBehind, visitDecision } from "../model/walk.ts";
export {
  createClosureEngine,
  evaluateStatuses,
  type ClosureEngine,
  type ClosureOptions,
  type StatusRow,
} from "./closure/index.ts";
