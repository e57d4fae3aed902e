export { canonicalData } from "./canonical.ts";
export { dayOf, readDay } from "./cell-date.ts";
export { decodeText, type DecodedText } from "./decode-text.ts";
export {
  createFacts,
  type FactExtras,
  type FactTables,
  type IndexedFacts,
  type RecordedReason,
  type SuppliedDistance,
  type SuppliedParameter,
} from "./facts.ts";
export { loadFacts, type DataSchema, type FileRead, type LoadedFacts } from "./load-facts.ts";
export type { DataError, DataFile, DataNote } from "./model.ts";
export { parseCell, type ParsedCell } from "./parse-cell.ts";
export { sha256Hex } from "./sha256.ts";
