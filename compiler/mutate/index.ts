export { mutate, scoreOf } from "./mutate.ts";
export {
  OPERATOR_NAMES,
  type MutateOptions,
  type MutationReport,
  type NoticedChange,
  type OperatorKind,
  type PlacedChange,
  type Survivor,
} from "./model.ts";
