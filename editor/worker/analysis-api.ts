import type { Severity, Span } from "../../language/index.ts";
import type { ColumnMapping, PolicyTexts, RegisterFile } from "./evaluation-api.ts";

/** How sure a finding is, and the words for it. */
export type AnalysisCertainty = "shown" | "proved" | "tested" | "undecided" | "read";

/** One finding of the analysis as the page shows it. */
export interface AnalysisCard {
  readonly code: string;
  readonly severity: Severity;
  readonly certainty: AnalysisCertainty;
  /** 已举例并经核对, 已证明 … */
  readonly certaintyWords: string;
  readonly message: string;
  /** The clauses it is about; it is shown at the first one. */
  readonly places: readonly AnalysisPlace[];
  readonly witness: AnalysisWitness | null;
  /** Ways to mend it may be asked for; some may turn out not to mend it. */
  readonly hasSuggestions: boolean;
  /** Why it stays undecided; null where it is decided. */
  readonly reason: string | null;
  /** The open parameter whose values can be tried on a register; null where it is about none. */
  readonly parameter: string | null;
}

/** What comes of the values of an open parameter on a register. */
export interface MeasuredParameter {
  readonly message: string;
  /** From small to large values, one for each stretch that gives the same results. */
  readonly steps: readonly {
    readonly range: string;
    readonly results: readonly string[];
    /** Results that differ from those of the step before. */
    readonly moved: number;
  }[];
}

export interface AnalysisPlace {
  readonly rule: string | null;
  readonly label: string | null;
  readonly file: string;
  readonly span: Span;
  readonly words: string;
}

/** The example of a finding, in plain lines. */
export interface AnalysisWitness {
  /** 2026年1月1日. */
  readonly at: string;
  readonly facts: readonly string[];
  /** 「有效活动半径」采读法二, where it is not as adopted. */
  readonly readings: readonly string[];
  /** 管理类别：冲突（A类、C类）. */
  readonly results: readonly string[];
  /** A 【用例】 that can be pasted. */
  readonly caseText: string | null;
}

/** An edit that was carried out and found to mend the finding. */
export interface AnalysisSuggestion {
  readonly title: string;
  readonly file: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

export interface AnalysisView {
  readonly path: string;
  readonly version: number;
  readonly findings: readonly AnalysisCard[];
  /** What a 【说明】不提示 of the policy answers for. */
  readonly left: readonly {
    readonly label: string | null;
    readonly message: string;
    readonly reason: string;
  }[];
  /** What could not be looked at, one sentence each. */
  readonly notes: readonly string[];
  /** How many questions were put, and how many of them stay open. */
  readonly asked: number;
  readonly undecided: number;
  readonly milliseconds: number;
}

/** Looks for gaps, overlaps and dead words in the rules of a policy. */
export interface PolicyAnalysis {
  /** Null where a later call came before this one was done; only what a change touches is asked anew. */
  analyse(texts: PolicyTexts, version: number, at: string): Promise<AnalysisView | null>;
  /** The edits that mend a finding of the last view, tried one by one; null where the text has changed since. */
  suggestionsFor(version: number, finding: number): Promise<readonly AnalysisSuggestion[] | null>;
  /** Tries the values of the parameter of a finding on a register; null where the text has changed since. */
  measure(
    version: number,
    finding: number,
    files: readonly RegisterFile[],
    mappings: readonly ColumnMapping[],
  ): Promise<MeasuredParameter | null>;
}
