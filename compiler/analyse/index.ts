export { findDifference } from "./difference/index.ts";
export { sampleProperties, type PropertyResult, type SampleOptions } from "./sample.ts";
export {
  caseText,
  factsInWords,
  minimise,
  sampleDifference,
  type ExpectedResult,
  type FoundDifference,
} from "./witness/index.ts";
