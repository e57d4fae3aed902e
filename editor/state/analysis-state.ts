import { Signal, signal } from "@lit-labs/signals";
import { WorkerEnded } from "../worker/connection.ts";
import type { AnalysisCard, AnalysisSuggestion, AnalysisView, PolicyTexts } from "../worker/worker-api.ts";
import { adoptionOf, type Adoption } from "./analysis/adoption.ts";
import { keyOf } from "./analysis/finding-key.ts";
import { MeasuredParameters } from "./analysis/measured.ts";
import { effect } from "./effect.ts";
import { isSameTexts, policyTexts } from "./run/policy-texts.ts";
import type { Studio } from "./studio.ts";

/** How long the typing must rest before the rules are analysed again, in milliseconds. */
const REST = 800;

/** What the findings on show were made of. */
export interface Analysed {
  readonly texts: PolicyTexts;
  readonly day: string;
  readonly view: AnalysisView;
}

/** Edits that are being tried, or those that were found to mend the finding. */
export type Trial = "trying" | readonly AnalysisSuggestion[];

/**
 * What the analysis found in the rules of the open policy. It is asked again when the typing rests; the findings of the
 * text before stay on show until the new ones come.
 */
export class AnalysisState {
  readonly made = signal<Analysed | null>(null);
  readonly isRunning = signal(false);
  /** The rules are analysed whenever they have changed. */
  readonly isOn = signal(true);
  /** The last attempt ended without an answer; the next one comes with the next change, or when it is asked for. */
  readonly hasFailed = signal(false);
  /** The finding that is looked at. */
  readonly chosen = signal<AnalysisCard | null>(null);
  /** The finding that was looked at is found no more. */
  readonly isSettled = signal(false);
  readonly trials = signal<ReadonlyMap<AnalysisCard, Trial>>(new Map());
  /** The suggestion that was agreed to last; it may have been refused for official text, or taken back since. */
  readonly agreed = signal<Adoption | null>(null);
  /** The same while the text stands as it was made by it. */
  readonly adopted = new Signal.Computed<Adoption | null>(() => {
    const agreed = this.agreed.get();
    return agreed !== null && this.#textOf(agreed) === agreed.after ? agreed : null;
  });
  /** Findings of the policy that is open; null where it was not analysed yet. */
  readonly shown = new Signal.Computed<AnalysisView | null>(() => {
    const made = this.made.get();
    return made !== null && made.texts.path === this.studio.current.get() ? made.view : null;
  });
  /** The text, a vocabulary or the day has changed since. */
  readonly isStale = new Signal.Computed<boolean>(() => this.#isStale());
  readonly measured: MeasuredParameters;
  readonly studio: Studio;
  readonly #isAwake = signal(false);
  #rest: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  /** The finding that was looked at until it was found no more. */
  #settled: string | null = null;

  constructor(studio: Studio) {
    this.studio = studio;
    this.measured = new MeasuredParameters(this);
  }

  /** Called by the panel when it is first seen; nobody who never looks at it pays for it. */
  wake(): void {
    this.#isAwake.set(true);
  }

  /** Analyses whenever the rules of the open policy, its vocabularies or the day have come to rest. */
  watch(): () => void {
    return effect(() => {
      const details = this.studio.details.get();
      this.studio.day.get();
      if (!this.isOn.get() || !this.#isAwake.get() || details === null) return;
      clearTimeout(this.#rest);
      // An answer is no reason to ask again.
      const made = Signal.subtle.untrack(() => this.made.get());
      const isFirst = made?.texts.path !== details.path;
      this.#rest = setTimeout(() => void this.run(), isFirst ? 0 : REST);
    });
  }

  /** Analyses now; with `anew` also what was analysed already. An answer about older words is dropped. */
  async run(anew = false): Promise<void> {
    const { studio } = this;
    const text = studio.currentText;
    const found = studio.findings.get();
    if (text === null || found?.path !== text.path || !found.isRunnable) return;
    this.#turn += 1;
    const mine = this.#turn;
    const day = studio.day.get();
    // A text that was saved meanwhile is no other one.
    const isStill = (): boolean => {
      const now = studio.currentText;
      return mine === this.#turn && now?.path === text.path && now.version === text.version;
    };
    try {
      const texts = await policyTexts(studio, text.path);
      if (texts === null || !isStill()) return;
      if (!anew && isMadeOf(this.made.get(), texts, day)) return;
      this.isRunning.set(true);
      this.hasFailed.set(false);
      const view = await studio.analysing.call((api) => api.analyse(texts, text.version, day));
      if (view !== null && isStill()) this.#take({ texts, day, view });
    } catch (error) {
      // The page has been told that the worker was ended.
      if (!(error instanceof WorkerEnded)) throw error;
      if (mine === this.#turn) this.hasFailed.set(true);
    } finally {
      if (mine === this.#turn) this.isRunning.set(false);
    }
  }

  choose(card: AnalysisCard | null): void {
    if (this.isSettled.get()) this.agreed.set(null);
    this.isSettled.set(false);
    this.#settled = null;
    this.chosen.set(card);
  }

  /** Has the edits tried that are thought to mend the finding. */
  async trySuggestions(card: AnalysisCard): Promise<void> {
    const made = this.made.get();
    const index = made?.view.findings.indexOf(card) ?? -1;
    if (made === null || index === -1 || this.isStale.get()) return;
    this.#setTrial(card, "trying");
    try {
      const found = await this.studio.analysing.call((api) => api.suggestionsFor(made.view.version, index));
      if (this.made.get() !== made) return;
      this.#setTrial(card, found);
      // A worker that was started anew knows nothing of the findings on show.
      if (found === null) void this.run(true);
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      this.#setTrial(card, null);
    }
  }

  /** Remembers that the suggestion is about to be carried out; whether it was is told by the text. */
  agree(card: AnalysisCard, suggestion: AnalysisSuggestion): void {
    const text = this.studio.texts.get().get(suggestion.file)?.text;
    if (text !== undefined) this.agreed.set(adoptionOf(card, suggestion, text));
  }

  /** Takes the suggestion back that was adopted last; anything written since would be taken back in its place. */
  takeBack(): void {
    const adopted = this.adopted.get();
    if (adopted !== null) this.studio.editor.get()?.undo(adopted.suggestion.file);
  }

  #textOf({ suggestion }: Adoption): string | undefined {
    return this.studio.texts.get().get(suggestion.file)?.text;
  }

  #setTrial(card: AnalysisCard, trial: Trial | null): void {
    const trials = new Map(this.trials.get());
    if (trial === null) trials.delete(card);
    else trials.set(card, trial);
    this.trials.set(trials);
  }

  /** The finding that is looked at stays so where it is found again, also after its mending was undone. */
  #take(made: Analysed): void {
    const before = this.chosen.get();
    const wanted = before === null ? this.#settled : keyOf(before);
    const again = made.view.findings.find((card) => keyOf(card) === wanted) ?? null;
    const isSame = this.made.get()?.texts.path === made.texts.path;
    this.made.set(made);
    this.trials.set(new Map());
    this.measured.forget();
    this.chosen.set(again);
    this.#settled = isSame && again === null ? wanted : null;
    this.isSettled.set(this.#settled !== null);
    if (!this.isSettled.get() || this.adopted.get() === null) this.agreed.set(null);
  }

  #isStale(): boolean {
    const made = this.made.get();
    if (made === null) return false;
    const texts = this.studio.texts.get();
    return (
      made.day !== this.studio.day.get() ||
      [made.texts, ...made.texts.vocabularies].some(({ path, text }) => texts.get(path)?.text !== text)
    );
  }
}

const isMadeOf = (made: Analysed | null, texts: PolicyTexts, day: string): boolean =>
  made !== null && made.day === day && isSameTexts(made.texts, texts);
