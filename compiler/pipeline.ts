import {
  documentDiagnostics,
  languageDiagnostics,
  parseCondition,
  type Checked,
  type Diagnostic,
  type DiagnosticTable,
  type PolicyFile,
  type SourceText,
  type TextCoverage,
} from "../language/index.ts";
import { checkDiagnostics } from "./check/diagnostics.ts";
import { checkCondition } from "./check/check-condition.ts";
import type { Environment } from "./check/environment.ts";
import type { NameUse } from "./check/context.ts";
import { declaredCircles, withoutFollowing } from "./lower/declared-circles.ts";
import { lowerDiagnostics } from "./lower/diagnostics.ts";
import { notRead } from "./lower/not-read.ts";
import { assemble } from "./lower/program.ts";
import { ANALYSIS_CODES } from "./model/analysis-codes.ts";
import type { Condition, Program } from "./model/ir.ts";
import { coverageOf } from "./resolve/coverage.ts";
import { collectDeclarations } from "./resolve/declarations.ts";
import type { Declarations } from "./resolve/declared.ts";
import { resolveDiagnostics } from "./resolve/diagnostics.ts";
import { missingVocabularies, readPolicyInfo } from "./resolve/metadata.ts";
import { lintDiagnostics, runLints, sift, withReadings, type SuppressedFinding } from "./rules/index.ts";
import { withProvisions } from "./standing.ts";
import { createWorkspaceMemo, type WorkspaceMemo } from "./workspace.ts";

export interface PolicySources {
  readonly policy: SourceText;
  readonly vocabularies: readonly SourceText[];
}

/** What is known of the names of a policy, also while it has errors. */
export interface CheckedModel {
  readonly declarations: Declarations;
  readonly environment: Environment;
  readonly uses: readonly NameUse[];
}

export interface CompiledPolicy {
  readonly file: PolicyFile;
  readonly vocabularies: readonly PolicyFile[];
  /** Null while a rule block has an error. */
  readonly program: Program | null;
  readonly model: CheckedModel;
  /** Everything that was found, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was found and is not shown, because a 【说明】不提示 says why it can stay. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly coverage: TextCoverage;
}

/** Every kind of finding, by its code. */
export const diagnosticKinds: DiagnosticTable = {
  ...documentDiagnostics,
  ...languageDiagnostics,
  ...resolveDiagnostics,
  ...checkDiagnostics,
  ...lowerDiagnostics,
  ...lintDiagnostics,
};

/**
 * Official text with rule blocks → a program. Pure: the same texts give the same result. With the memo of
 * an earlier call only the blocks that changed are read and checked again.
 */
export const compile = (
  sources: PolicySources,
  memo: WorkspaceMemo = createWorkspaceMemo(),
): CompiledPolicy => {
  const { file, vocabularies } = memo.parse(sources);
  const files = [...vocabularies, file];
  const { declarations, diagnostics: clashes } = collectDeclarations(files);
  const checked = memo.check(files, declarations);
  const { info, diagnostics: metadata } = readPolicyInfo(file);
  const program = assemble(info, file, declarations, checked.blocks);
  const coverage = coverageOf(file);
  const circles = declaredCircles(declarations, checked.environment, checked.blocks);
  const found = [
    ...files.flatMap((each) => each.diagnostics),
    ...clashes,
    ...metadata,
    ...missingVocabularies(file, vocabularies),
    ...withoutFollowing(checked.blocks, files, circles),
    ...circles.diagnostics,
    ...program.diagnostics,
  ];
  const rules = found.some(isError) ? found : [...found, ...notRead(files, program.value)];
  const drafting = [
    ...files.flatMap((each) => (each === file ? withReadings(file) : each.document.findings)),
    ...runLints({ file, declarations, blocks: checked.blocks, coverage }),
  ];
  const sifted = sift(file, drafting, diagnosticKinds, ANALYSIS_CODES);
  return {
    file,
    vocabularies,
    program: rules.some(isError) ? null : program.value,
    model: {
      declarations,
      environment: checked.environment,
      uses: checked.blocks.flatMap((block) => block.uses),
    },
    diagnostics: withProvisions(inOrder([...withoutVaguer(rules), ...sifted.kept], files), files),
    suppressed: sifted.suppressed,
    coverage,
  };
};

/** Reads one condition of the language about records of `object`, as `--where` does. */
export const compileCondition = (
  { model, file }: CompiledPolicy,
  object: string,
  text: string,
): Checked<Condition | null> => {
  const parsed = parseCondition(text, file.vocabulary);
  if (parsed.phrase === null || parsed.diagnostics.some(({ severity }) => severity === "error")) {
    return { value: null, diagnostics: parsed.diagnostics };
  }
  const checked = checkCondition(
    parsed.phrase,
    object,
    { ...file, source: parsed.source },
    model.environment,
  );
  return { value: checked.value, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] };
};

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** Where the compiler can say what kind of name is missing, “not declared” says nothing more. */
const withoutVaguer = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const keyOf = ({ file, span }: Diagnostic): string => `${file} ${span.start} ${span.end}`;
  const specific = new Set(diagnostics.filter(({ code }) => SPECIFIC.has(code)).map(keyOf));
  return specific.size === 0
    ? diagnostics
    : diagnostics.filter((found) => found.code !== "undeclared-term" || !specific.has(keyOf(found)));
};

const SPECIFIC: ReadonlySet<string> = new Set(["unknown-name", "unknown-exception-target"]);

const inOrder = (diagnostics: readonly Diagnostic[], files: readonly PolicyFile[]): readonly Diagnostic[] => {
  const rank = new Map(files.toReversed().map((file, index) => [file.source.name, index]));
  return diagnostics.toSorted(
    (left, right) =>
      (rank.get(left.file) ?? 0) - (rank.get(right.file) ?? 0) ||
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      (left.code < right.code ? -1 : left.code > right.code ? 1 : 0),
  );
};
