export { findDifference } from "./difference/index.ts";
export {
  checkProperties,
  sampleProperties,
  type PropertyOptions,
  type PropertyResult,
} from "./properties/index.ts";
export type { SampleOptions } from "./sample.ts";
export {
  caseText,
  factsInWords,
  minimise,
  sampleDifference,
  type ExpectedResult,
  type FoundDifference,
} from "./witness/index.ts";
