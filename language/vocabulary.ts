import type { Span } from "./source.ts";

/** What a declared name is. One name may have several roles (a value that is also an object). */
export type Role =
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
  | "exception";

/** One declaration of a name. */
export interface Declaration {
  readonly text: string;
  readonly role: Role;
  readonly file: string;
  readonly span: Span;
  /** The object of a field, the field or classification of a value; null otherwise. */
  readonly owner: string | null;
}

/** The declared names that runs are cut with. Immutable. */
export interface Vocabulary {
  readonly declarations: readonly Declaration[];
  /** Same version, same cut: blocks are memoised on it. */
  readonly version: string;
}
