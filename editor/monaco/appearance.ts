import * as monaco from "monaco-editor/editor";
import type { Details, Findings, Span } from "../worker/worker-api.ts";
import { DecorationLayer } from "./decoration-layer.ts";
import { CENTRED, lookOptions } from "./look-options.ts";
import { looksOfLayout, looksOfLines } from "./looks.ts";
import type { TextSession } from "./text-session.ts";

interface Layers {
  readonly layout: DecorationLayer;
  readonly lines: DecorationLayer;
}

/** Sets the official text as a document and the blocks as code. */
export class Appearance {
  readonly #layers = new WeakMap<TextSession, Layers>();
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  #columns: number;

  constructor(editor: monaco.editor.IStandaloneCodeEditor) {
    this.#editor = editor;
    this.#columns = this.#columnsNow();
    this.#wrap();
  }

  showLayout(session: TextSession, { layout }: Findings): void {
    const looks = looksOfLayout(session.text, layout);
    this.#of(session).layout.show(looks, session.lines, session.text.length);
  }

  showLines(session: TextSession, { officialLines }: Details): void {
    const looks = looksOfLines(session.text, officialLines);
    this.#of(session).lines.show(looks, session.lines, session.text.length);
  }

  /** A change was taken back there. */
  mend(session: TextSession, span: Span): void {
    const { layout, lines } = this.#of(session);
    for (const layer of [layout, lines]) layer.mend(span, session.lines);
  }

  /** The editor has another width: lines are cut anew, and those in the middle are moved there. */
  resized(session: TextSession | null): void {
    const columns = this.#columnsNow();
    if (columns === this.#columns) return;
    this.#columns = columns;
    this.#wrap();
    // Places are those of the last answer; while the text is ahead of it the next answer sets them right.
    if (session !== null) this.#of(session).lines.refresh(CENTRED, session.lines);
  }

  #of(session: TextSession): Layers {
    const known = this.#layers.get(session);
    if (known !== undefined) return known;
    const layerOf = (): DecorationLayer =>
      new DecorationLayer(session.model, (look) => lookOptions(look, this.#columns));
    const layers = { layout: layerOf(), lines: layerOf() };
    this.#layers.set(session, layers);
    return layers;
  }

  /** Full-width characters that fit into a line; “” and the like are wider than they are counted. */
  #columnsNow(): number {
    const { contentWidth, verticalScrollbarWidth } = this.#editor.getLayoutInfo();
    return Math.max(10, Math.floor((contentWidth - verticalScrollbarWidth) / FONT_SIZE) - 2);
  }

  #wrap(): void {
    const { typicalHalfwidthCharacterWidth } = this.#editor.getOption(monaco.editor.EditorOption.fontInfo);
    const wordWrapColumn = Math.floor((this.#columns * FONT_SIZE) / typicalHalfwidthCharacterWidth);
    this.#editor.updateOptions({ wordWrap: "wordWrapColumn", wordWrapColumn });
  }
}

const FONT_SIZE = 16;
