import * as monaco from "monaco-editor/editor";
import type { AnalysisView } from "../worker/worker-api.ts";
import { plain } from "./plain-text.ts";
import type { TextSession } from "./text-session.ts";

/** More than these make no sense on a page; the panel has them all. */
const MOST_MARKS = 300;

/** Quiet marks under the clauses that the analysis warns of. They move with the text until the next analysis. */
export class AnalysisMarks {
  readonly #ids = new WeakMap<TextSession, string[]>();

  show(session: TextSession, view: AnalysisView | null): void {
    const old = this.#ids.get(session) ?? [];
    const marks = (view?.findings ?? [])
      .filter(({ severity }) => severity !== "info")
      .flatMap(({ message, places }) =>
        places
          .filter(({ file }) => file === session.path)
          .map(({ span }): monaco.editor.IModelDeltaDecoration => ({
            range: session.rangeOf(firstLine(session.text, span)),
            options: {
              className: "tw-analysed",
              hoverMessage: { value: `**分析**　${plain(message)}`, supportHtml: false, isTrusted: false },
              stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
            },
          })),
      )
      .slice(0, MOST_MARKS);
    if (old.length === 0 && marks.length === 0) return;
    this.#ids.set(session, session.model.deltaDecorations(old, marks));
  }
}

/** Of a whole block only its first line is marked. */
const firstLine = (text: string, { start, end }: { readonly start: number; readonly end: number }) => {
  const newline = text.indexOf("\n", start);
  return { start, end: newline === -1 ? end : Math.min(end, newline) };
};
