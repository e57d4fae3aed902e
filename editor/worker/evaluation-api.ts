import type { Explanation, Status } from "../../compiler/model/outcome.ts";
import type { Span } from "../../language/index.ts";
import type { PathedText } from "./language-api.ts";

export type { Explanation, Status };

/** A policy with the texts it needs, for judging. */
export interface PolicyTexts extends PathedText {
  readonly vocabularies: readonly PathedText[];
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

/** Judges registers and runs cases of one policy. */
export interface Evaluation {
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
  /** The record of a result, as it is or with changes, with the actual result as a 【用例】 that can be inserted. */
  caseOf(target: ResultTarget, name: string, changes?: readonly WhatIf[]): Promise<string | null>;
  points(): Promise<readonly MapPoint[]>;
  reach(target: ResultTarget): Promise<Reach | null>;
  runCases(version: number): Promise<CasesReport | null>;
  /** The 用例 with what is found written as what is expected, as edits of the policy's text. */
  acceptActual(name: string): Promise<readonly { readonly span: Span; readonly newText: string }[] | null>;
  export(format: "csv" | "xlsx" | "html", rows: Uint32Array | null): Promise<ExportedFile>;
}
