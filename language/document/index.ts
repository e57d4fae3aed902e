export * from "./model.ts";
export { segment } from "./segments.ts";
export {
  BLOCK_KEYWORDS,
  END_KEYWORD,
  isBlockKeyword,
  PROTECTED_KEYWORD,
  type BlockKeyword,
} from "./block-keywords.ts";
export { readDocument } from "./structure.ts";
export { createReadingMemo, type ReadingMemo } from "./official-reading.ts";
export { summariseStructure, type StructureSummary } from "./structure-summary.ts";
export { provisionText, locateQuote, isLowest, ownWords } from "./provision-text.ts";
export { provisionAt, provisionBefore } from "./provision-at.ts";
export { documentDiagnostics } from "./diagnostics.ts";
export { TEXT_LINTS } from "./lints/index.ts";
export { titleKind } from "./furniture.ts";
export { withoutSpace } from "./whitespace.ts";
export { normativeClauses } from "./clauses.ts";
export { findNormativeWords, NORMATIVE_WORDS } from "./normative-words.ts";
export {
  coverText,
  DECLARED_STATUSES,
  lowestProvisions,
  type Covering,
  type DeclaredStatus,
  type ProvisionStatus,
  type TextCoverage,
} from "./coverage.ts";
export { citationOf, resolveCitation, type Resolution } from "./resolve-citation.ts";
export {
  compareWithSource,
  normalizedOfficialText,
  officialText,
  type FidelityReport,
  type TextDifference,
} from "./fidelity.ts";
export { recordedSelfName } from "./lints/wrong-self-name.ts";
export { maskPersonalNumbers } from "./lints/masked-numbers.ts";
