import type * as monaco from "monaco-editor/editor";
import type { LineTable } from "./line-table.ts";
import type { Span } from "../worker/worker-api.ts";
import { changedLooks, type Look } from "./looks.ts";

/** Looks of one kind of knowledge on one text. Only what has changed is given to the editor. */
export class DecorationLayer {
  readonly #model: monaco.editor.ITextModel;
  readonly #optionsOf: (look: Look) => monaco.editor.IModelDecorationOptions;
  #looks: readonly Look[] = [];
  #ids: string[] = [];
  #length = 0;

  constructor(
    model: monaco.editor.ITextModel,
    optionsOf: (look: Look) => monaco.editor.IModelDecorationOptions,
  ) {
    this.#model = model;
    this.#optionsOf = optionsOf;
  }

  /** `length` is that of the text which the looks and the lines belong to. */
  show(looks: readonly Look[], lines: LineTable, length: number): void {
    const { at, removed, added } = changedLooks(this.#looks, looks, length - this.#length);
    this.#replace(at, removed, added, lines);
    this.#looks = looks;
    this.#length = length;
  }

  /** Sets the looks that touch the span anew: words that were replaced and put back have lost them. */
  mend(span: Span, lines: LineTable): void {
    for (const [at, look] of this.#looks.entries())
      if (look.start <= span.end && span.start <= look.end) this.#replace(at, 1, [look], lines);
  }

  /** Makes the options of looks of these kinds anew, as after the width of the editor has changed. */
  refresh(kinds: ReadonlySet<Look["kind"]>, lines: LineTable): void {
    for (const [at, look] of this.#looks.entries())
      if (kinds.has(look.kind)) this.#replace(at, 1, [look], lines);
  }

  #replace(at: number, removed: number, added: readonly Look[], lines: LineTable): void {
    if (removed === 0 && added.length === 0) return;
    const old = this.#ids.slice(at, at + removed);
    const ids = this.#model.deltaDecorations(
      old,
      added.map((look) => ({ range: lines.rangeOf(look), options: this.#optionsOf(look) })),
    );
    this.#ids = [...this.#ids.slice(0, at), ...ids, ...this.#ids.slice(at + removed)];
  }
}
