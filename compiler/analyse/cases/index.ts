export { generateCases, type Generated, type GeneratedCase, type Uncovered } from "./generate.ts";
export type { Goal, GoalKind } from "./goal.ts";
