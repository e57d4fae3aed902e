export { caseText, type ExpectedResult } from "./case-text.ts";
export type { FoundDifference } from "./found.ts";
export { barest, minimise } from "./minimise.ts";
export {
  always,
  alwaysInForce,
  levelOf,
  replay,
  replayWanted,
  type Also,
  type Judged,
  type Replay,
} from "./replay.ts";
export { sampleAround } from "./sample-around.ts";
export { sampleDifference } from "./sample-difference.ts";
export { sharedSchema, type Schema } from "./shared-schema.ts";
export { compareSizes, sizeOf, yardstickOf, type Size, type Yardstick } from "./size.ts";
export { factsInWords } from "./words.ts";
