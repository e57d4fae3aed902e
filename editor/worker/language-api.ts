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
import type { FoundAnchor, Note, NoteAnchor, NoteFile } from "../../compiler/notes/model.ts";
import type { Severity, Span } from "../../language/index.ts";

export type {
  Completion,
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
  /** A 【说明】不提示 for a finding at a place; null where there is no place for it. */
  suppression(path: string, code: string, span: Span): Promise<QuickFix | null>;
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

export interface PathedText {
  readonly path: string;
  readonly text: string;
}
