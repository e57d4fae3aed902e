export {
  createClosureEngine,
  evaluateStatuses,
  type ClosureEngine,
  type ClosureOptions,
  type StatusRow,
} from "./engine.ts";
