import * as monaco from "monaco-editor/editor";
import type { Replacement } from "../state/ports.ts";
import type { Findings, Span } from "../worker/worker-api.ts";
import { LANGUAGE, uriOf } from "./language.ts";
import { LineTable } from "./line-table.ts";
import { shiftSpan } from "./text-change.ts";

/** One file in the editor: its model, and what is known of the text in it. */
export class TextSession {
  readonly path: string;
  readonly model: monaco.editor.ITextModel;
  /** The text as the rest of the page knows it. */
  text: string;
  /** Official text as it stands now; before the first analysis that is all of it. */
  official: readonly Span[];
  /** Stretches of it that may be changed without asking. */
  free: readonly Span[] = [];
  /** The person has agreed to all changes of the official text while the page is open. */
  isOpenToChanges: boolean;
  /** States of the text that were refused; going forward to them is refused as well. */
  readonly refused = new Set<number>();
  viewState: monaco.editor.ICodeEditorViewState | null = null;
  /** The analysis has told what is official text; a file that was never shown has not been asked about. */
  isLayoutKnown = false;
  #changes: Replacement[] = [];
  #lines: { readonly text: string; readonly table: LineTable } | null = null;

  constructor(path: string, text: string) {
    const uri = uriOf(path);
    this.path = path;
    this.model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, LANGUAGE, uri);
    this.model.setEOL(monaco.editor.EndOfLineSequence.LF);
    this.model.updateOptions({
      trimAutoWhitespace: false,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    this.text = this.model.getValue();
    this.official = [{ start: 0, end: this.text.length }];
    this.isOpenToChanges = this.text.trim() === "";
  }

  get lines(): LineTable {
    if (this.#lines?.text !== this.text) this.#lines = { text: this.text, table: new LineTable(this.text) };
    return this.#lines.table;
  }

  /** The text has changed, and everything that is known of places in it moves along. */
  accept(text: string, changes: readonly Replacement[]): void {
    this.official = this.official.map((span) => shiftSpan(span, changes));
    this.free = this.free.map((span) => grown(span, changes));
    this.#changes.push(...changes);
    this.text = text;
  }

  knowLayout({ layout }: Findings): void {
    this.isLayoutKnown = true;
    this.official = layout.filter(({ kind }) => kind === "official").map(({ span }) => span);
    // What is written behind the last block would be official text.
    if (this.official.length > 0 && /【完】\s*$/.test(this.text.slice(-32)))
      this.official = [...this.official, { start: this.text.length, end: this.text.length }];
    if (layout.length === 0) this.official = [{ start: 0, end: this.text.length }];
    // A new document is open until rules are written in it.
    else if (this.isNew && layout.some(({ kind }) => kind === "block")) this.isOpenToChanges = false;
  }

  /** Details have come for the text as it is now. */
  knowDetails(): void {
    this.#changes = [];
  }

  /** The cursor stands there: what was open for one change is closed once the cursor has left it. */
  leave(offset: number): void {
    if (this.free.length > 0)
      this.free = this.free.filter(({ start, end }) => start <= offset && offset <= end);
  }

  /** Words of a block, or words that may become one, stand there. */
  isBlockAt(offset: number): boolean {
    if (this.free.some(({ start, end }) => start <= offset && offset <= end)) return true;
    return !this.official.some(({ start, end }) => start <= offset && offset < end);
  }

  /** Where something of the last details stands now. */
  nowAt(span: Span): Span {
    return this.#changes.reduce<Span>((moved, change) => shiftSpan(moved, [change]), span);
  }

  rangeOf(span: Span): monaco.IRange {
    return this.lines.rangeOf(span);
  }

  spanOf(range: monaco.IRange): Span {
    const start = this.model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn });
    const end = this.model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn });
    return { start, end };
  }

  /** Changes the text as one step of undo. */
  edit(edits: readonly Replacement[], editor: monaco.editor.IStandaloneCodeEditor | null): void {
    const operations = edits.map(({ span, newText }) => ({
      range: this.model.validateRange(this.rangeOf(span)),
      text: newText,
      forceMoveMarkers: true,
    }));
    if (editor !== null && editor.getModel() === this.model) {
      editor.pushUndoStop();
      editor.executeEdits("tiaowen", operations);
      editor.pushUndoStop();
      return;
    }
    this.model.pushStackElement();
    this.model.pushEditOperations([], operations, () => null);
    this.model.pushStackElement();
  }

  private get isNew(): boolean {
    return this.isOpenToChanges && !this.hasAgreed;
  }

  /** It was a person who opened the text to changes, and not its being new. */
  hasAgreed = false;
}

/** Text that is put in at an edge belongs to the stretch. */
const grown = (span: Span, changes: readonly Replacement[]): Span => {
  const shifted = shiftSpan(span, changes);
  let { start, end } = shifted;
  for (const { span: changed, newText } of changes) {
    if (changed.start !== changed.end) continue;
    if (changed.start === span.start) start -= newText.length;
    if (changed.start === span.end && span.start !== span.end) end += newText.length;
  }
  return { start: Math.max(0, start), end: Math.max(start, end) };
};
