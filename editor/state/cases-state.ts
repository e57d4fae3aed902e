import { signal } from "@lit-labs/signals";
import { WorkerEnded } from "../worker/connection.ts";
import type { CaseRow, CasesReport, Details, EvaluationService } from "../worker/worker-api.ts";
import { copiedCase } from "./case-copy.ts";
import { effect } from "./effect.ts";
import { policyTexts } from "./policy-texts.ts";
import type { Replacement } from "./ports.ts";
import type { Studio } from "./studio.ts";

/** How long the typing must rest before the cases are run again, in milliseconds. */
const REST = 400;

/** The 用例 and 性质 of the open policy with their results; they run again after each change. */
export class CasesState {
  readonly report = signal<CasesReport | null>(null);
  readonly isRunning = signal(false);
  /** Why they cannot be run, in sentences; empty where they can. */
  readonly problems = signal<readonly string[]>([]);
  /** Only cases of this rule are shown; null for all. */
  readonly rule = signal<string | null>(null);
  /** Path of the policy that the report is about. */
  readonly path = signal<string | null>(null);
  readonly studio: Studio;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #asked: Details | null = null;
  #turn = 0;

  constructor(studio: Studio) {
    this.studio = studio;
  }

  /** Runs the cases whenever the rules of the open policy have come to rest. */
  watch(): () => void {
    return effect(() => {
      const details = this.studio.details.get();
      if (details === null) return;
      // Details of the same text may be new ones all the same, where a vocabulary has changed.
      if (details === this.#asked) return;
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        this.#asked = details;
        void this.run();
      }, REST);
    });
  }

  /** Runs them now; an answer that is about older words is dropped. */
  async run(): Promise<void> {
    const { studio } = this;
    const text = studio.currentText;
    if (text === null) return;
    this.#turn += 1;
    const mine = this.#turn;
    const isStill = (): boolean => mine === this.#turn && this.#isCurrent(text.path, text.version);
    this.isRunning.set(true);
    try {
      const texts = await policyTexts(studio, text.path);
      if (texts === null || !isStill()) return;
      const problems = await studio.evaluation.call((api) => api.setPolicy(texts, text.version));
      if (!isStill()) return;
      this.problems.set(problems);
      if (problems.length > 0) return;
      const report = await studio.evaluation.call((api) => api.runCases(text.version));
      if (report === null || !isStill()) return;
      this.path.set(text.path);
      this.report.set(report);
    } catch (error) {
      // The page has been told that the worker was started anew.
      if (!(error instanceof WorkerEnded)) throw error;
    } finally {
      if (mine === this.#turn) this.isRunning.set(false);
    }
  }

  /**
   * Writes what was found into the 用例 as what is expected, or into a new one behind it, as one step that can be
   * undone.
   */
  async accept(row: CaseRow, into: "same" | "new" = "same"): Promise<void> {
    const { studio } = this;
    const path = this.path.get();
    const report = this.report.get();
    if (path === null || report === null) return;
    const edits = this.#isCurrent(path, report.version) ? await this.#acceptActual(row.name) : null;
    // The places are those of the text that was run: in any other text they would hit other words.
    if (!this.#isCurrent(path, report.version)) {
      studio.notify("info", "文字刚刚有修改，用例还没有重新执行。请稍候再写入预期。");
      return;
    }
    if (edits === null || edits.length === 0) {
      studio.notify("bad", `用例“${row.name}”的实际结果不能直接写为预期，请在用例中修改。`);
      return;
    }
    if (into === "new") {
      this.#copy(row, path, edits, report);
      return;
    }
    studio.editor.get()?.apply(path, edits);
    studio.notify("info", `已将用例“${row.name}”的实际结果写为预期，请核对是否符合条文本意。可以撤销。`);
  }

  #copy(row: CaseRow, path: string, edits: readonly Replacement[], { rows }: CasesReport): void {
    const { studio } = this;
    const block = studio.findings
      .get()
      ?.layout.find(
        ({ keyword, span }) =>
          keyword === "用例" && span.start <= row.span.start && row.span.start < span.end,
      );
    const text = studio.currentText?.text ?? "";
    const taken = rows.map(({ name }) => name);
    const copied = block === undefined ? null : copiedCase(text, block.span, edits, row.name, taken);
    if (copied === null) {
      studio.notify("bad", `用例“${row.name}”不能另写为新用例，请在条文中复制后修改。`);
      return;
    }
    studio.editor.get()?.apply(path, [copied.edit]);
    studio.notify("info", `已按实际结果另写用例“${copied.name}”，原用例没有改动。可以撤销。`);
  }

  async #acceptActual(name: string): Promise<Awaited<ReturnType<EvaluationService["acceptActual"]>>> {
    try {
      return await this.studio.evaluation.call((api) => api.acceptActual(name));
    } catch (error) {
      if (error instanceof WorkerEnded) return null;
      throw error;
    }
  }

  #isCurrent(path: string, version: number): boolean {
    const now = this.studio.currentText;
    return now !== null && now.path === path && now.version === version;
  }
}
