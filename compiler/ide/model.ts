import type { Diagnostic, PolicyFile, Severity, Span, TextCoverage, TextEdit } from "../../language/index.ts";
import type { NameUse } from "../check/context.ts";
import type { Environment } from "../check/environment.ts";
import type { Program } from "../model/ir.ts";
import type { Declarations } from "../resolve/declared.ts";

/** What the features of an editor read: a compiled policy. Offsets are UTF-16 units of the policy's text. */
export interface PolicyView {
  readonly file: PolicyFile;
  readonly vocabularies: readonly PolicyFile[];
  /** Null while a block has an error. */
  readonly program: Program | null;
  readonly model: {
    readonly declarations: Declarations;
    readonly environment: Environment;
    readonly uses: readonly NameUse[];
  };
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: TextCoverage;
}

export type CompletionKind =
  | "keyword"
  | "pattern"
  | "block"
  | "object"
  | "field"
  | "value"
  | "parameter"
  | "measure"
  | "definition"
  | "indicator"
  | "classification"
  | "ranking"
  | "rule"
  | "exception"
  | "quote";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Snippet syntax (${1:数量}, $0) where `snippet`; otherwise as it stands. */
  readonly insertText: string;
  readonly snippet: boolean;
  /** One short phrase behind the label: type, unit, object. */
  readonly detail: string;
  /** Plain sentences: meaning, legal source, example; null where nothing is to be said. */
  readonly documentation: string | null;
  /** What it stands in place of. */
  readonly replace: Span;
  /** Smaller stands first; ties by label. */
  readonly rank: number;
}

/** Sentences about what stands at a place, each with a title; the words are plain text, not markup. */
export interface HoverCard {
  readonly span: Span;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

export interface FilePlace {
  readonly file: string;
  readonly span: Span;
}

export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

export type RenameAnswer =
  | { readonly kind: "edits"; readonly files: readonly FileEdits[] }
  /** One plain sentence: why it cannot be renamed to that. */
  | { readonly kind: "refused"; readonly message: string };

/** Treatment of a provision; `null` where a level has no state of its own and no descendants that have. */
export type ProvisionState =
  | "已编码"
  | "宣示"
  | "程序"
  | "需裁量"
  | "引用"
  | "未转译"
  | "未处理"
  | "部分处理";

export interface OutlineNode {
  /** Path of a provision, or `block:<start>` of a block. */
  readonly id: string;
  readonly kind: "provision" | "block";
  /** 第十六条, 第三章　退出, 规则 自然退出. */
  readonly label: string;
  /** First words of the provision, shortened; empty for blocks. */
  readonly words: string;
  readonly state: ProvisionState | null;
  /** Keyword of a block; null for provisions. */
  readonly keyword: string | null;
  /** Worst finding inside, by severity. */
  readonly worst: Severity | null;
  readonly span: Span;
  readonly children: readonly OutlineNode[];
}

/** A stretch of the file: official text, or a block, in the order of the file; together they tile it. */
export interface LayoutPart {
  readonly kind: "official" | "block" | "mark";
  readonly span: Span;
  /** Keyword and name of a block. */
  readonly keyword: string | null;
  readonly name: string | null;
}

/** Headings and lines of the official text that are set apart on the page. */
export interface OfficialLine {
  readonly span: Span;
  readonly role: "title" | "chapter" | "section" | "article" | "item" | "furniture" | "plain";
}

export interface FoldingRange {
  readonly span: Span;
  readonly kind: "block" | "provision";
}

/** Above the header of a rule. */
export interface RuleLens {
  readonly span: Span;
  readonly rule: string;
  /** Ids of its decisions, for running and for coverage. */
  readonly decisions: readonly string[];
  /** Names of the 用例 that expect something of it. */
  readonly cases: readonly string[];
}

export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** A cure for what was found at a place; `diagnostic` is the finding's code and span. */
export interface QuickFix {
  readonly title: string;
  readonly code: string | null;
  readonly span: Span;
  readonly preferred: boolean;
  readonly edits: readonly FileEdits[];
  /** Where in the text after the edits writing goes on. */
  readonly cursor?: number;
}

/** Names of the kinds of semantic tokens, in the order of their numbers. */
export const TOKEN_KINDS = [
  "blockHeader",
  "connective",
  "modal",
  "condition",
  "bound",
  "list",
  "arithmetic",
  "place",
  "statement",
  "scenario",
  "result",
  "object",
  "field",
  "value",
  "parameter",
  "measure",
  "definition",
  "indicator",
  "classification",
  "ranking",
  "rule",
  "exception",
  "number",
  "unit",
  "quote",
  "marker",
  "citation",
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];
