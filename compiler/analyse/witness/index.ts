export { caseText, type ExpectedResult } from "./case-text.ts";
export type { FoundDifference } from "./found.ts";
export { barest, minimise } from "./minimise.ts";
export { alwaysInForce, replay, replayWanted, type Also } from "./replay.ts";
export { sampleAround } from "./sample-around.ts";
export { sampleDifference } from "./sample-difference.ts";
export { sharedSchema } from "./shared-schema.ts";
export { compareSizes, sizeOf, yardstickOf, type Size } from "./size.ts";
export { factsInWords } from "./words.ts";
