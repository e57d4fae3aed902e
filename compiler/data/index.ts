export { canonicalData } from "./canonical.ts";
export {
  canonicalCell,
  canonicalParameters,
  canonicalRecord,
  canonicalRegister,
  type CanonicalParameter,
  type CanonicalRecord,
  type CanonicalValue,
  type Decimals,
} from "./canonical-record.ts";
export { dayOf, readDay } from "./cell-date.ts";
export { cutCsv } from "./csv-lines.ts";
export { readCsv } from "./csv.ts";
export { decodeText, type NoText } from "./decode-text.ts";
export { applyMapping, inHeadings, type MappedFile } from "./apply-mapping.ts";
export { cellText } from "./cell-text.ts";
export { createFacts, type IndexedFacts, type SuppliedDistance } from "./facts.ts";
export { loadFacts, type DataSchema, type LoadedFacts } from "./load-facts.ts";
export { Findings, type DataError, type DataFile, type DataNote, type DataTable } from "./model.ts";
export { didYouMean } from "./nearest.ts";
export { greatCircle } from "./great-circle.ts";
export { openTables, type OpenedFile, type OpenedTable } from "./open-tables.ts";
export { parseCell } from "./parse-cell.ts";
export type { IdSet } from "./read-extras.ts";
export { matchColumns } from "./read-records.ts";
export { readJsonLines } from "./json.ts";
export { sha256Hex } from "./sha256.ts";
export { suggestMapping } from "./suggest-columns.ts";
