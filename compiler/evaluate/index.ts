export { evaluate, evaluateWhere, type EvaluationOptions } from "./evaluate.ts";
export { printDate, printDistance, printModality, printValue } from "./print.ts";
export { REASON_STATUS } from "./reason.ts";
export { smallWorld, type SmallWorld } from "./small-world.ts";
