import { Signal, signal } from "@lit-labs/signals";
import { proxy } from "comlink";
import { download } from "../storage/download.ts";
import { StoreFailure } from "../storage/store.ts";
import { WorkerEnded } from "../worker/connection.ts";
import type { ComparedTexts, ComparisonView, RulePlaceView } from "../worker/worker-api.ts";
import { documentChoices, firstPair, OPENED, type DocumentChoice } from "./comparison/choices.ts";
import { keepChoice, readChoice } from "./comparison/kept-choice.ts";
import { reopenWithSolver, solverOffer } from "./comparison/solver-offer.ts";
import { bundledData, comparedText, isChangedSince } from "./comparison/texts.ts";
import { freePath } from "./file-names.ts";
import type { Studio } from "./studio.ts";

export const COMPARE_TABS = ["text", "rules", "behaviour", "impact"] as const;
export type CompareTab = (typeof COMPARE_TABS)[number];

/** Two versions side by side. */
export class ComparisonState {
  readonly left = signal<string | null>(null);
  readonly right = signal<string | null>(null);
  /** The register beside each policy is judged too. */
  readonly withData = signal(true);
  /** The second solver is asked where the own procedure does not decide. */
  readonly second = signal(false);
  readonly comparison = signal<ComparisonView | null>(null);
  readonly progress = signal<{
    readonly done: number;
    readonly total: number;
    readonly words: string;
  } | null>(null);
  readonly problem = signal<string | null>(null);
  readonly tab = signal<CompareTab>("text");
  readonly onlyChanged = signal(true);
  /** The full texts in place of the table. */
  readonly isVerbatim = signal(false);
  /** Row of the provision that is looked at. */
  readonly row = signal<string | null>(null);
  /** Texts that were opened to be compared and belong to no workspace. */
  readonly opened = signal<ReadonlyMap<string, string>>(new Map());
  /** What the comparison on show was made of. */
  readonly asked = signal<ComparedTexts | null>(null);
  readonly choices = new Signal.Computed<readonly DocumentChoice[]>(() =>
    documentChoices(this.studio, this.opened.get()),
  );
  /** Why the comparison on show is not that of what is chosen now; null while it is. */
  readonly staleness = new Signal.Computed<string | null>(() => this.#staleness());
  readonly studio: Studio;
  #isAwake = false;
  #isHeld = false;
  #count = 0;

  constructor(studio: Studio) {
    this.studio = studio;
  }

  /** Chooses what is likely to be compared, once the workspace is read. */
  wake(): void {
    if (this.#isAwake || !this.studio.isReady.get()) return;
    this.#isAwake = true;
    const choices = this.choices.get();
    const kept = readChoice();
    const known = (path: string | null | undefined): string | null =>
      choices.some((choice) => choice.path === path) ? (path ?? null) : null;
    const pair = firstPair(this.studio.current.get(), choices);
    if (kept !== null) this.withData.set(kept.withData);
    this.second.set(kept?.second === true && solverOffer() === "ready");
    // What was chosen before the page was first looked at stays.
    this.left.set(this.left.get() ?? known(kept?.left) ?? pair.left);
    this.right.set(this.right.get() ?? known(kept?.right) ?? pair.right);
  }

  choose(side: "left" | "right", path: string): void {
    this[side].set(path);
    this.#keep();
  }

  swap(): void {
    const [left, right] = [this.left.get(), this.right.get()];
    this.left.set(right);
    this.right.set(left);
    this.#keep();
  }

  useData(withData: boolean): void {
    this.withData.set(withData);
    this.#keep();
  }

  useSecond(second: boolean): void {
    this.second.set(second);
    this.#keep();
  }

  /** Opens the page anew so that the second solver can be asked; what is chosen stays chosen. */
  reopen(): void {
    this.second.set(true);
    this.#keep();
    reopenWithSolver();
  }

  /** Takes a text from elsewhere as one side. */
  open(side: "left" | "right", name: string, text: string): void {
    const path = freePath(`${OPENED}${name}`, new Set(this.opened.get().keys()));
    this.opened.set(new Map([...this.opened.get(), [path, text]]));
    this.choose(side, path);
  }

  /** Compares what is chosen; the answer of a comparison that was cancelled or asked anew is dropped. */
  async compare(): Promise<void> {
    this.#count += 1;
    const count = this.#count;
    if (this.progress.get() !== null) this.studio.comparing.end();
    this.problem.set(null);
    this.progress.set({ done: 0, total: 0, words: "读取两份文件" });
    try {
      const texts = await this.#texts();
      if (texts === null || count !== this.#count) return;
      const view = await this.#ask(texts, count);
      if (count !== this.#count) return;
      this.asked.set(texts);
      this.comparison.set(view);
      this.row.set(null);
      this.#isHeld = true;
    } catch (error) {
      if (error instanceof WorkerEnded) this.#isHeld = false;
      else if (error instanceof StoreFailure) this.problem.set(error.message);
      else throw error;
    } finally {
      if (count === this.#count) this.progress.set(null);
    }
  }

  /** Ends the worker; what was compared before stays on show. */
  cancel(): void {
    this.#count += 1;
    this.#isHeld = false;
    this.progress.set(null);
    this.studio.comparing.end();
    this.studio.notify("info", "已取消比较。");
  }

  /** The worker that made the comparison on show is gone. */
  forget(): void {
    this.#isHeld = false;
  }

  /** Gives the comparison on show as a file; a worker that was ended meanwhile makes it anew. */
  async export(format: "docx" | "html" | "md" | "json"): Promise<void> {
    const texts = this.asked.get();
    if (texts === null || this.progress.get() !== null) return;
    try {
      if (!this.#isHeld) {
        this.progress.set({ done: 0, total: 0, words: "重新整理比较结果" });
        await this.#ask(texts, this.#count);
        this.#isHeld = true;
        this.progress.set(null);
      }
      const { name, bytes, type } = await this.studio.comparing.call(
        (api) => api.exportComparison(format),
        Infinity,
      );
      download(name, bytes, type);
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      this.#isHeld = false;
    } finally {
      this.progress.set(null);
    }
  }

  /** Goes to the next changed provision, or the one before; from the last to the first. */
  step(direction: 1 | -1): void {
    const rows = (this.comparison.get()?.rows ?? []).filter(
      ({ isChanged, kind }) => isChanged && kind !== "heading",
    );
    if (rows.length === 0) return;
    const all = this.comparison.get()?.rows ?? [];
    const at = all.findIndex(({ id }) => id === this.row.get());
    const order = direction === 1 ? rows : rows.toReversed();
    const next = order.find((row) => (all.indexOf(row) - at) * direction > 0 && at !== -1) ?? order[0]!;
    this.tab.set("text");
    this.row.set(next.id);
  }

  /** Shows the provision of a rule. */
  showRow(row: string): void {
    const isChanged = this.comparison.get()?.rows.find(({ id }) => id === row)?.isChanged === true;
    if (!isChanged) this.onlyChanged.set(false);
    this.tab.set("text");
    this.row.set(row);
  }

  /** Whether the text of a side is a policy of the workspace, in which one can write. */
  isWritable(side: "left" | "right"): boolean {
    const path = this.asked.get()?.[side].path;
    return path !== undefined && path.endsWith(".tiaowen") && this.studio.texts.get().has(path);
  }

  /** Opens the policy of a side where a rule stands. */
  async openPlace(side: "left" | "right", place: RulePlaceView): Promise<void> {
    const path = this.asked.get()?.[side].path;
    if (path === undefined || !this.isWritable(side)) return;
    await this.studio.show(path);
    this.studio.reveal(place.span, true);
  }

  /** Opens the policy of a side to be written in; whether that could be done. */
  async openSide(side: "left" | "right"): Promise<boolean> {
    const { studio } = this;
    const path = this.asked.get()?.[side].path;
    if (path === undefined || !this.isWritable(side)) return false;
    if (studio.current.get() !== path) await studio.documents.open(path);
    studio.mode.set("write");
    return studio.current.get() === path;
  }

  async #texts(): Promise<ComparedTexts | null> {
    const { studio } = this;
    const opened = this.opened.get();
    const [left, right] = [this.left.get(), this.right.get()];
    if (left === null || right === null) return null;
    const [leftText, rightText] = await Promise.all([
      comparedText(studio, left, opened),
      comparedText(studio, right, opened),
    ]);
    if (leftText === null || rightText === null) {
      this.problem.set(`“${leftText === null ? left : right}”已经不在工作区中，请另选一份文件。`);
      return null;
    }
    // Without rules on both sides there is nothing to judge the records by.
    const withData = this.withData.get() && [left, right].every((path) => path.endsWith(".tiaowen"));
    return {
      left: leftText,
      right: rightText,
      leftData: withData ? await bundledData(studio, left) : [],
      rightData: withData ? await bundledData(studio, right) : [],
      at: studio.day.get(),
      second: this.second.get(),
    };
  }

  #ask(texts: ComparedTexts, count: number): Promise<ComparisonView> {
    const tell = (done: number, total: number, words: string): void => {
      if (count === this.#count && this.progress.get() !== null) this.progress.set({ done, total, words });
    };
    return this.studio.comparing.call((api) => api.compare(texts, proxy(tell)), Infinity);
  }

  #staleness(): string | null {
    const asked = this.asked.get();
    if (asked === null || this.comparison.get() === null) return null;
    if (isChangedSince(this.studio, asked)) return "比较之后文件有改动。";
    if (asked.left.path !== this.left.get() || asked.right.path !== this.right.get())
      return "已另外选择文件，下面仍是原来两份文件的比较。";
    return asked.at === this.studio.day.get() ? null : "比较之后改了基准日。";
  }

  #keep(): void {
    keepChoice({
      left: this.left.get(),
      right: this.right.get(),
      withData: this.withData.get(),
      second: this.second.get(),
    });
  }
}
