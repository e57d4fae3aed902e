import type { Span } from "../worker/worker-api.ts";

/** A change of a text by offsets. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** What the rest of the page asks of the editor; the editor registers itself when it is ready. */
export interface EditorPort {
  /** Shows the file that is open at these offsets and selects them; `focus` moves the keyboard there too. */
  reveal(span: Span, options?: { readonly select?: boolean; readonly focus?: boolean }): void;
  /** Marks places until the next call, e.g. the words that decided a result. */
  mark(spans: readonly Span[]): void;
  /** One step of undo. Changes of official text have been agreed to by the caller. */
  apply(path: string, edits: readonly Replacement[]): void;
  /** The same for a change that somebody else has thought of: where it would alter official text, that is asked about. */
  propose(path: string, edits: readonly Replacement[]): void;
  /** Takes back the last step of that text; the keyboard stays where it is. */
  undo(path: string): void;
  /** Puts a snippet at the cursor. */
  insertSnippet(body: string): void;
  selection(): Span;
  /** `Studio.place` is where the cursor is at this moment, also while it still moves. */
  tellPlace(): void;
  focus(): void;
  /** Starts an action of the editor by its id, e.g. `actions.find`. */
  trigger(action: string): void;
}
