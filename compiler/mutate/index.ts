export { mutate } from "./mutate.ts";
export { DEFAULT_LIMITS, type MutateOptions } from "./model.ts";
