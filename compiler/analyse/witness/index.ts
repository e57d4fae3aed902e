export { caseText, type ExpectedResult } from "./case-text.ts";
export type { FoundDifference } from "./found.ts";
export { minimise } from "./minimise.ts";
export { alwaysInForce, levelOf, replay, replayWanted, type Judged, type Replay } from "./replay.ts";
export { sampleDifference } from "./sample-difference.ts";
export { sharedSchema, type Schema } from "./shared-schema.ts";
export { compareSizes, sizeOf, yardstickOf, type Size, type Yardstick } from "./size.ts";
export { factsInWords } from "./words.ts";
