export {
  generateCases,
  type Generated,
  type GeneratedCase,
  type GenerateOptions,
  type Uncovered,
} from "./generate.ts";
export { GOAL_KINDS, type Goal, type GoalKind } from "./goal.ts";
