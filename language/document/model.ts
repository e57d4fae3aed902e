import type { Diagnostic } from "../diagnostic.ts";
import type { SourceText, Span } from "../source.ts";

/** Levels of official text. 条 form: book…subitem; 一、（一）1.（1） form: heading1…heading4. */
export type Level =
  | "book" // 编
  | "part" // 分编
  | "chapter" // 章
  | "section" // 节
  | "article" // 条
  | "paragraph" // 款
  | "item" // 项
  | "subitem" // 目
  | "heading1" // 一、
  | "heading2" // （一）
  | "heading3" // 1.
  | "heading4" // （1）
  | "lead" // the text of a level before its first child: 四.0
  | "preamble" // 前言, and the letter in front of an enclosed document (通知)
  | "closing" // 末段
  | "annex"; // 附件

/**
 * One place of the official text that can be cited. `pieces` are the spans of its own words in
 * the file (several, where blocks or physical line breaks stand between), marker excluded.
 */
export interface Provision {
  /** Stable path, unique in the document: `16.1.3`, `17-1`, `四.二`, `四.0`, `前言`, `末段`, `7#2`. */
  readonly path: string;
  readonly level: Level;
  /** The citation in the document's own style: 第十六条第一款第（三）项, 四（二）, 前言. */
  readonly label: string;
  readonly number: number | null;
  /** The n of 第X条之n. */
  readonly insertion: number | null;
  /** 章、节 title, or the short heading of a （一）…。 level. */
  readonly title: string | null;
  /** Where the title stands; it is one of `pieces` where it has a line to itself, else inside one. */
  readonly titleSpan: Span | null;
  /** From the marker to the end of the last descendant. */
  readonly span: Span;
  readonly pieces: readonly Span[];
  readonly parent: Provision | null;
  readonly children: readonly Provision[];
}

/** Lines that belong to the publication and not to the rules. */
export interface Furniture {
  readonly role: "title" | "salutation" | "signature" | "date" | "contact" | "copyTo" | "note";
  readonly span: Span;
}

/** A clause between 。 and ； that holds a normative word (应 可 不得 原则上 纳入 …). */
export interface NormativeClause {
  readonly provision: string;
  readonly span: Span;
  readonly words: readonly string[];
}

export interface OfficialDocument {
  readonly source: SourceText;
  readonly title: string | null;
  readonly form: "articles" | "headings" | "plain";
  /** Every provision in reading order, parents before children. */
  readonly provisions: readonly Provision[];
  readonly roots: readonly Provision[];
  readonly byPath: ReadonlyMap<string, Provision>;
  readonly furniture: readonly Furniture[];
  /** Drafting findings that reading the structure gave. */
  readonly findings: readonly Diagnostic[];
}

/** A block as pass zero sees it: header line to 【完】, the next header, or recovery. */
export interface BlockSegment {
  /** The keyword in 【…】, e.g. 规则. */
  readonly keyword: string;
  /** The text after 】 on the header line, trimmed; may be empty. */
  readonly name: string;
  readonly headerSpan: Span;
  readonly nameSpan: Span;
  /** After the header line, before the closing line or next header. */
  readonly bodySpan: Span;
  /** Header to the end of what the block owns, closing line included. */
  readonly span: Span;
  readonly closedBy: "end" | "header" | "recovery" | "endOfFile";
}

/** A file cut into official text, blocks and marks; nothing is lost: the spans tile the file. */
export interface Segments {
  readonly source: SourceText;
  readonly allowsBlocks: boolean;
  readonly official: readonly Span[];
  readonly blocks: readonly BlockSegment[];
  /** 【原文】 and the 【完】 that ends it, or a 【完】 with nothing to end: neither text nor block. */
  readonly marks: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
}
