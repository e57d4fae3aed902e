import type { Diagnostic, DiagnosticTable, PolicyFile, TextCoverage } from "../../language/index.ts";
import type { CheckedBlock } from "../check/check-block.ts";
import type { Declarations } from "../resolve/declared.ts";

/** What a lint may look at: everything that is known when all blocks are checked. */
export interface LintInput {
  readonly file: PolicyFile;
  readonly declarations: Declarations;
  readonly blocks: readonly CheckedBlock[];
  readonly coverage: TextCoverage;
}

/** One drafting or modelling lint: its kinds of findings, and how they are found. */
export interface Lint {
  readonly catalogue: DiagnosticTable;
  readonly find: (input: LintInput) => readonly Diagnostic[];
}
