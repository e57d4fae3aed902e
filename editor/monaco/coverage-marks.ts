import * as monaco from "monaco-editor/editor";
import type { CasesReport } from "../worker/worker-api.ts";
import type { TextSession } from "./text-session.ts";

/** Marks beside the items of the rules: whether a 用例 reaches them. */
export class CoverageMarks {
  readonly #ids = new WeakMap<TextSession, string[]>();
  readonly #shown = new WeakMap<TextSession, CasesReport>();

  /** Whether there was anything to be changed. */
  show(session: TextSession, report: CasesReport | null): boolean {
    if ((this.#shown.get(session) ?? null) === report) return false;
    if (report === null) this.#shown.delete(session);
    else this.#shown.set(session, report);
    const old = this.#ids.get(session) ?? [];
    const marks = (report?.coverage ?? []).map(({ span, reached, words }) => {
      const { startLineNumber, startColumn } = session.rangeOf(span);
      return {
        range: { startLineNumber, startColumn, endLineNumber: startLineNumber, endColumn: startColumn },
        options: {
          linesDecorationsClassName: reached ? "tw-reached" : "tw-unreached",
          linesDecorationsTooltip: `${reached ? "有用例到达" : "没有用例到达"}：${words}`,
          stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
        },
      };
    });
    if (old.length > 0 || marks.length > 0)
      this.#ids.set(session, session.model.deltaDecorations(old, marks));
    return true;
  }
}
