/** The sidecar file beside `x.tiaowen`: `x.批注.json`. */
export interface NoteFile {
  readonly version: 1;
  readonly policy: string;
  readonly notes: readonly Note[];
}

export interface Note {
  readonly id: string;
  readonly kind: "批注" | "疑问" | "修改建议";
  readonly anchor: NoteAnchor;
  readonly text: string;
  readonly author: string;
  /** ISO time with zone, given by the caller. */
  readonly writtenAt: string;
  readonly state: "未处理" | "已采纳" | "未采纳" | "已说明";
  readonly replies: readonly NoteReply[];
}

export interface NoteReply {
  readonly text: string;
  readonly author: string;
  readonly writtenAt: string;
}

/** Where a note belongs: a provision, the quoted words, and what stood around them. */
export interface NoteAnchor {
  /** Path of the provision; null for the document as a whole. */
  readonly provision: string | null;
  /** 第十六条第一款, as it was called when the note was written. */
  readonly label: string;
  /** Empty: the whole provision. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** The note is on a block (规则 自然退出) and not on the official text. */
  readonly block: string | null;
}

/** Where the anchor of a note stands in the text as it is now. */
export type FoundAnchor =
  | { readonly kind: "found"; readonly start: number; readonly end: number; readonly label: string }
  | {
      readonly kind: "several";
      readonly places: readonly { readonly start: number; readonly end: number; readonly label: string }[];
    }
  /** The words are gone; the provision may still be there. */
  | { readonly kind: "lost"; readonly provision: { readonly start: number; readonly end: number } | null };
