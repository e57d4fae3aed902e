export { sampleProperties, type PropertyResult, type SampleOptions } from "./sample.ts";
