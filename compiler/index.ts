/**
 * The library. Texts and bytes go in, plain data comes out; nothing here reads files, the clock or the network.
 *
 * @example
 * const compiled = compile({ policy: { name: "policy.tiaowen", text }, vocabularies: [] });
 * const { facts } = loadFacts(compiled.program, [{ name: "定点医药机构.csv", bytes }], { strict: false });
 * const { outcomes } = evaluate(compiled.program, facts, { at: readDay("2025-06-01") });
 *
 * Texts, trees, numbers and citations are in `tiaowen/language`.
 */
export type * from "./model/change.ts";
export type * from "./model/facts.ts";
export type * from "./model/ir.ts";
export type * from "./model/outcome.ts";
export type * from "./model/policy.ts";
export type * from "./model/type.ts";
export type * from "./model/value.ts";
export {
  compile,
  compileCondition,
  diagnosticKinds,
  type CheckedModel,
  type CompiledPolicy,
  type PolicySources,
} from "./pipeline.ts";
export { createWorkspaceMemo, type WorkspaceMemo } from "./workspace.ts";
export {
  canonicalData,
  canonicalParameters,
  canonicalRecord,
  canonicalRegister,
  createFacts,
  decodeText,
  loadFacts,
  parseCell,
  readDay,
  sha256Hex,
  type CanonicalParameter,
  type CanonicalRecord,
  type CanonicalValue,
  type DataError,
  type DataFile,
  type DataNote,
  type LoadedFacts,
} from "./data/index.ts";
export {
  checkAssertions,
  createClosureEngine,
  evaluate,
  evaluateStatuses,
  evaluateWhere,
  explain,
  runCases,
  type AssertionResult,
  type CaseReport,
  type CaseResult,
  type ClosureEngine,
  type ClosureOptions,
  type EvaluationOptions,
  type StatusRow,
} from "./evaluate/index.ts";
export { compare, type CompareOptions, type ComparedInput } from "./compare.ts";
export { amendmentOf, applyAmendment } from "./diff/decision/index.ts";
export { mirror } from "./diff/mirror.ts";
export { applyPatch, compareTexts, type TextComparison } from "./diff/text/index.ts";
export { sampleProperties, type PropertyResult, type SampleOptions } from "./analyse/index.ts";
export {
  generate,
  TARGETS,
  type Dialect,
  type Generated,
  type GeneratedFile,
  type GenerateOptions,
  type Refusal,
  type TargetName,
} from "./generate/index.ts";
