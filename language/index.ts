export type * from "./ast.ts";
export { toldByWord, type ToldByWord } from "./benefit-words.ts";
export * from "./citation.ts";
export * from "./diagnostic.ts";
export { languageDiagnostics } from "./diagnostics.ts";
export * from "./document/index.ts";
export {
  KEYWORDS,
  type Keyword,
  type KeywordGroup,
  type KeywordToken,
  type LexicalContext,
} from "./keywords.ts";
export { segmentRun, type CutRun, type RunWord } from "./lexer/cut-run.ts";
export { nearestKeepingNegation, negatorsOf } from "./negation.ts";
export * from "./numerals.ts";
export * from "./operators.ts";
export { wordsOfBlock } from "./parser/block-words.ts";
export { parseCondition, type ParsedCondition } from "./parser/parse-condition.ts";
export { createMemo, parseFile, type ParseMemo } from "./parser/parse-file.ts";
export { canName } from "./parser/same-cut.ts";
export { originOf, type BlockOrigin } from "./parser/shift.ts";
export { print } from "./print/index.ts";
export * from "./rational.ts";
export * from "./source.ts";
export * from "./units.ts";
export {
  EMPTY_VOCABULARY,
  makeVocabulary,
  mergeVocabularies,
  type Declaration,
  type Role,
  type Vocabulary,
} from "./vocabulary.ts";
export * from "./walk.ts";
