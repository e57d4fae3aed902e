/**
 * The only door between the page and the compiler: types, no code. Everything crosses as structured clones, and every
 * offset counts UTF-16 units of the text whose `version` is named.
 */
import type {
  Completion,
  FilePlace,
  FoldingRange,
  HoverCard,
  InlayHint,
  LayoutPart,
  OfficialLine,
  OutlineNode,
  QuickFix,
  RenameAnswer,
  RuleLens,
} from "../../compiler/ide/model.ts";
import type { Comparison } from "../../compiler/model/change.ts";
import type { Explanation, Status } from "../../compiler/model/outcome.ts";
import type { FoundAnchor, Note, NoteAnchor, NoteFile } from "../../compiler/notes/model.ts";
import type { Severity, Span } from "../../language/index.ts";
import type { ComparedTexts, ComparisonView } from "./comparison/view-model.ts";

export type * from "./comparison/view-model.ts";
export type {
  Comparison,
  Completion,
  Explanation,
  FilePlace,
  FoldingRange,
  FoundAnchor,
  HoverCard,
  InlayHint,
  LayoutPart,
  Note,
  NoteAnchor,
  NoteFile,
  OfficialLine,
  OutlineNode,
  QuickFix,
  RenameAnswer,
  RuleLens,
  Severity,
  Span,
  Status,
};

/** Tables that the page colours and labels with. */
export interface LanguageTables {
  /** Keywords with their group, longest first. */
  readonly keywords: readonly { readonly word: string; readonly group: string }[];
  /** 规则, 例外, 用例 … */
  readonly blocks: readonly string[];
  readonly tokenKinds: readonly string[];
  readonly snippets: readonly Snippet[];
}

export interface Snippet {
  readonly title: string;
  readonly body: string;
  readonly description: string;
}

/** One finding as the page shows it. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** 第十六条第一款, or null. */
  readonly label: string | null;
  readonly related: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly hasFix: boolean;
}

/** What a keystroke needs at once. */
export interface Findings {
  readonly path: string;
  readonly version: number;
  readonly findings: readonly Finding[];
  /** How many more there are than were sent. */
  readonly left: number;
  readonly layout: readonly LayoutPart[];
  readonly isRunnable: boolean;
  readonly milliseconds: number;
}

/** What can wait until the typing rests. */
export interface Details {
  readonly path: string;
  readonly version: number;
  readonly title: string | null;
  readonly outline: readonly OutlineNode[];
  readonly officialLines: readonly OfficialLine[];
  readonly lenses: readonly RuleLens[];
  readonly hints: readonly InlayHint[];
  readonly folding: readonly FoldingRange[];
  readonly coverage: { readonly provisions: number; readonly treated: number; readonly untreated: number };
  readonly policy: PolicyCard | null;
}

/** What 【政策】 says, in words. */
export interface PolicyCard {
  readonly name: string;
  readonly region: string | null;
  readonly stage: string | null;
  readonly trial: boolean;
  readonly effectiveFrom: string | null;
  readonly lastDay: string | null;
}

/** Reads texts as they are typed. One per page. */
export interface LanguageService {
  tables(): Promise<LanguageTables>;
  /** Makes a file known, or replaces its text; other policies may use it as a vocabulary. */
  setFile(path: string, text: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Compiles `path` with this text. The latest call wins; earlier ones that wait answer null. */
  change(path: string, version: number, text: string): Promise<Findings | null>;
  details(path: string): Promise<Details | null>;
  /** Groups of five as Monaco wants them: line and start as differences, length, kind, modifiers. */
  semanticTokens(path: string): Promise<Uint32Array>;
  complete(path: string, offset: number): Promise<readonly Completion[]>;
  hover(path: string, offset: number): Promise<HoverCard | null>;
  definition(path: string, offset: number): Promise<readonly FilePlace[]>;
  references(path: string, offset: number): Promise<readonly FilePlace[]>;
  /** The name that stands there, to be renamed; null where none does. */
  nameAt(path: string, offset: number): Promise<{ readonly name: string; readonly span: Span } | null>;
  rename(path: string, offset: number, name: string): Promise<RenameAnswer>;
  quickFixes(path: string, range: Span): Promise<readonly QuickFix[]>;
  format(path: string): Promise<readonly { readonly span: Span; readonly newText: string }[]>;
  /** Paths of the vocabularies that the policy uses, itself not counted; names that were not found. */
  sources(path: string): Promise<{ readonly paths: readonly string[]; readonly missing: readonly string[] }>;
  /** Reads the sidecar file of notes; problems in plain sentences. */
  readNotes(text: string): Promise<{ readonly file: NoteFile; readonly problems: readonly string[] }>;
  writeNotes(file: NoteFile): Promise<string>;
  /** Anchor for the words between the offsets. */
  anchorAt(path: string, range: Span): Promise<NoteAnchor>;
  findAnchors(path: string, anchors: readonly NoteAnchor[]): Promise<readonly FoundAnchor[]>;
  /** The files of a new policy from an official text: the policy itself first, then the stored source. */
  newPolicy(text: string, folder: string, version: string): Promise<readonly PathedText[]>;
  /** 法审意见 as a Word file. */
  reviewOpinion(path: string, notes: readonly Note[], options: OpinionOptions): Promise<Uint8Array>;
}

export interface OpinionOptions {
  readonly author: string;
  /** 2025-06-01. */
  readonly date: string;
  readonly includeSettled: boolean;
}

/** A policy with the texts it needs, for judging. */
export interface PolicyTexts extends PathedText {
  readonly vocabularies: readonly PathedText[];
}

export interface PathedText {
  readonly path: string;
  readonly text: string;
}

export interface RegisterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which column holds which field, and which object a file holds. */
export interface ColumnMapping {
  readonly file: string;
  /** Name of an 对象, or 参数, 步行距离, 理由; null leaves the file out. */
  readonly holds: string | null;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
}

/** What was found in the files, to be confirmed. */
export interface RegisterPreview {
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly sheet: string | null;
    readonly mapping: ColumnMapping;
    /** How sure the suggestion is, by heading: 1 the same name, below 0.5 a guess. */
    readonly certainty: readonly number[];
    readonly sample: readonly (readonly string[])[];
    readonly problem: string | null;
  }[];
  readonly objects: readonly { readonly name: string; readonly fields: readonly FieldCard[] }[];
}

export interface FieldCard {
  readonly name: string;
  /** 是否, 金额（元）, 一级、二级、三级 … */
  readonly type: string;
  readonly kind: "boolean" | "text" | "number" | "enumeration" | "date" | "coordinate" | "reference";
  readonly values: readonly string[];
  readonly unit: string | null;
}

export interface CellError {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

export interface LoadedRegister {
  readonly records: readonly { readonly object: string; readonly count: number }[];
  readonly errors: readonly CellError[];
  /** More than were sent. */
  readonly errorsLeft: number;
  readonly notes: readonly string[];
  readonly synthetic: boolean;
}

/** All results as columns; row `n` of the table is decision `decision[n]` on record `record[n]`. */
export interface RunResults {
  readonly at: string;
  readonly trial: boolean;
  readonly notice: string | null;
  readonly policyVersion: string;
  readonly decisions: readonly {
    readonly id: string;
    readonly rule: string;
    readonly object: string;
    readonly provision: string | null;
    readonly label: string | null;
    readonly modality: string | null;
    readonly measure: string | null;
    readonly counts: Readonly<Partial<Record<Status, number>>>;
  }[];
  readonly records: readonly {
    readonly object: string;
    readonly id: string;
    readonly name: string | null;
    readonly region: string | null;
  }[];
  readonly statuses: readonly Status[];
  readonly decision: Uint16Array;
  readonly record: Uint32Array;
  /** Index into `statuses`. */
  readonly status: Uint8Array;
  /** Class or number in print, by row; absent where there is none. */
  readonly values: ReadonlyMap<number, string>;
  /** Measures that contradict each other on one record. */
  readonly conflicts: readonly ResultConflict[];
  readonly milliseconds: number;
}

/** 应当X or 可以X against 不得X: two results of one record that cannot both be followed. */
export interface ResultConflict {
  readonly measure: string;
  readonly left: ConflictSide;
  readonly right: ConflictSide;
}

export interface ConflictSide {
  /** The result, which names the rule with its provision and label. */
  readonly row: number;
  /** 应当; empty where the measure is stated without one. */
  readonly modality: string;
}

export interface ResultFilter {
  /** Words in rule, 编号, name or value. */
  readonly text: string;
  readonly statuses: readonly Status[];
  readonly decision: string | null;
  readonly region: string | null;
  readonly record: { readonly object: string; readonly id: string } | null;
  /** Only results that this provision (or what stands under it) decided. */
  readonly provision: string | null;
  /** Only results that contradict another one of their record. */
  readonly contradicting: boolean;
}

export interface ResultOrder {
  readonly key: "urgency" | "rule" | "record" | "status" | "region" | "value";
  readonly descending: boolean;
  readonly group: "none" | "rule" | "region" | "status";
}

/** Rows in the order to be shown; a group stands before the row at `before`. */
export interface ResultView {
  readonly rows: Uint32Array;
  readonly groups: readonly { readonly title: string; readonly before: number; readonly count: number }[];
}

export interface ResultTarget {
  readonly object: string;
  readonly id: string;
  readonly decision: string;
}

export interface RecordCard {
  readonly object: string;
  readonly id: string;
  readonly source: string;
  readonly fields: readonly { readonly field: FieldCard; readonly text: string | null }[];
}

/** A field of one record as it would be typed into a cell; empty means unknown. */
export interface WhatIf {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

export interface WhatIfAnswer {
  readonly explanation: Explanation | null;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  /** Other results of the record that change. */
  readonly others: readonly { readonly rule: string; readonly from: Status; readonly to: Status }[];
}

export interface MapPoint {
  readonly object: string;
  readonly id: string;
  readonly name: string | null;
  readonly longitude: number;
  readonly latitude: number;
}

/** What a distance in a rule reaches from one record. */
export interface Reach {
  readonly centre: MapPoint;
  readonly circles: readonly {
    readonly words: string;
    readonly metres: number;
    readonly metric: "walking" | "straight";
  }[];
  readonly neighbours: readonly {
    readonly point: MapPoint;
    readonly straightMetres: number;
    readonly walkingMetres: number | null;
    /** It took part in the result that is shown. */
    readonly decided: boolean;
  }[];
}

export interface CaseRow {
  readonly name: string;
  readonly kind: "用例" | "性质";
  readonly provision: string | null;
  /** 第十六条第一款; null where it stands under no provision. */
  readonly label: string | null;
  readonly span: Span;
  readonly passed: boolean;
  readonly knownFailure: boolean;
  readonly expectations: readonly {
    readonly about: string;
    readonly expected: string;
    readonly actual: string;
    readonly met: boolean;
    readonly message: string | null;
  }[];
  readonly problem: string | null;
}

export interface CasesReport {
  readonly version: number;
  readonly rows: readonly CaseRow[];
  /** Rules, items and exceptions with whether a 用例 reaches them, by place in the policy. */
  readonly coverage: readonly {
    readonly span: Span;
    readonly words: string;
    readonly reached: boolean;
    readonly id: string;
  }[];
  /** By name of the rule. */
  readonly byRule: readonly {
    readonly rule: string;
    readonly passed: number;
    readonly total: number;
    readonly reached: number;
    readonly items: number;
  }[];
}

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Shown while something takes long; called from the worker. */
export type Progress = (done: number, total: number, words: string) => void;

/** Judges registers, runs cases and compares versions. Ended and started anew to cancel what cannot be asked to stop. */
export interface EvaluationService {
  /** Error sentences where the policy cannot be run; then nothing changes. */
  setPolicy(texts: PolicyTexts, version: number): Promise<readonly string[]>;
  preview(files: readonly RegisterFile[]): Promise<RegisterPreview>;
  load(files: readonly RegisterFile[], mappings: readonly ColumnMapping[]): Promise<LoadedRegister>;
  run(at: string, only: readonly string[] | null, progress: Progress): Promise<RunResults | null>;
  /** Ends a run between two steps; `run` then answers null. */
  cancel(): Promise<void>;
  view(filter: ResultFilter, order: ResultOrder): Promise<ResultView>;
  explain(target: ResultTarget): Promise<Explanation | null>;
  record(object: string, id: string): Promise<RecordCard | null>;
  whatIf(target: ResultTarget, changes: readonly WhatIf[]): Promise<WhatIfAnswer>;
  /** The record of a result with its actual results as a 【用例】 that can be inserted. */
  caseOf(target: ResultTarget, name: string): Promise<string | null>;
  points(): Promise<readonly MapPoint[]>;
  reach(target: ResultTarget): Promise<Reach | null>;
  runCases(version: number): Promise<CasesReport | null>;
  /** The 用例 with what is found written as what is expected, as edits of the policy's text. */
  acceptActual(name: string): Promise<readonly { readonly span: Span; readonly newText: string }[] | null>;
  export(format: "csv" | "xlsx" | "html", rows: Uint32Array | null): Promise<ExportedFile>;
  compare(texts: ComparedTexts, progress: Progress): Promise<ComparisonView>;
  exportComparison(format: "docx" | "html" | "md" | "json"): Promise<ExportedFile>;
}
