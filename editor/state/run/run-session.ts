import { proxy, type Remote } from "comlink";
import type {
  EvaluationService,
  LoadedRegister,
  PolicyTexts,
  ResultFilter,
  ResultView,
  RunResults,
} from "../../worker/worker-api.ts";
import type { RunState } from "../run-state.ts";
import { policyTexts } from "./policy-texts.ts";

/** What a run was made with. */
export interface RanWith {
  readonly texts: PolicyTexts;
  readonly day: string;
  readonly only: readonly string[] | null;
  readonly register: LoadedRegister;
}

/** How long a run that is to end may take to say so, in milliseconds. */
const CANCEL_PATIENCE = 2000;
/** A question that ends the worker twice is not asked a third time. */
const ATTEMPTS = 2;

/**
 * Keeps the worker in step with the page: which policy, register and results it holds, so that an answer is always
 * about what is on show, also after the worker was ended or another policy was opened.
 */
export class RunSession {
  readonly #run: RunState;
  #heldRegister: { readonly register: LoadedRegister; readonly texts: PolicyTexts } | null = null;
  #heldResults: RunResults | null = null;
  #running: Promise<unknown> | null = null;
  /** How often the worker has been started anew. */
  #starts = 0;

  constructor(run: RunState) {
    this.#run = run;
  }

  /** Judges the register with the texts as they stand now. */
  async run(only: readonly string[] | null): Promise<void> {
    const run = this.#run;
    const { studio, path } = run;
    if (path === null) return;
    const phase = run.phase.get();
    if (phase === "reading" || phase === "loading")
      studio.notify("info", "正在读取登记数据，读完以后再按“核对”。");
    if (phase !== "idle") return;
    const register = run.register.get();
    if (register === null) {
      studio.lowerView.set("run");
      run.page.set("register");
      return;
    }
    run.phase.set("running");
    run.progress.set({ done: 0, total: 0, words: "正在准备" });
    try {
      const texts = await policyTexts(studio, path);
      if (texts === null) return;
      const ranWith = { texts, day: studio.day.get(), only, register };
      const results = await this.#judge(ranWith);
      if (results === null || path !== run.path) return;
      const seen = await this.#viewOf(results);
      if (seen === null || path !== run.path) return;
      // Rows point into the results, so both change in one step.
      run.results.set(results);
      run.take(seen.view);
      run.filter.set(seen.filter);
      run.ranWith.set({ ...ranWith, register: run.register.get() ?? register });
      run.page.set("results");
      run.intake.rememberRun();
    } catch (error) {
      this.#run.tell(error);
    } finally {
      run.progress.set(null);
      run.phase.set("idle");
    }
  }

  /** Asks the run to end; a worker that does not answer is ended itself. */
  async cancel(): Promise<void> {
    const run = this.#run;
    if (this.#running === null) return;
    run.phase.set("cancelling");
    const timer = setTimeout(() => {
      run.studio.evaluation.end();
    }, CANCEL_PATIENCE);
    try {
      await Promise.all([run.studio.evaluation.call((api) => api.cancel(), Infinity), this.#running]);
    } catch (error) {
      this.#run.tell(error);
    } finally {
      clearTimeout(timer);
    }
    run.studio.notify("info", "已取消核对，原来的结果没有改变。");
  }

  /** Asks about the results on show; null where the worker ended meanwhile. */
  async ask<Answer>(question: (api: Remote<EvaluationService>) => Promise<Answer>): Promise<Answer | null> {
    const { evaluation } = this.#run.studio;
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if (!(await this.#hold())) return null;
        const [starts, held] = [this.#starts, this.#heldResults];
        const answer = await evaluation.call(question);
        // A worker that was started anew for this very question knew no results yet, and one that has run meanwhile others.
        if (starts === this.#starts && held === this.#heldResults) return answer;
      }
    } catch (error) {
      this.#run.tell(error);
    }
    return null;
  }

  /** Reads the register; for the policy that is given, or as it stands now. */
  async load(texts: PolicyTexts): Promise<LoadedRegister> {
    const run = this.#run;
    const [files, mappings] = [run.files.get(), run.mappings.get()];
    const register = await run.studio.evaluation.call((api) => api.load(files, mappings), Infinity);
    this.#heldRegister = { register, texts };
    this.#heldResults = null;
    run.register.set(register);
    return register;
  }

  /** Whether the policy could be taken over; otherwise its errors are shown. */
  async setPolicy(texts: PolicyTexts): Promise<boolean> {
    const { studio, policyErrors } = this.#run;
    const version = studio.texts.get().get(texts.path)?.version ?? 0;
    const errors = await studio.evaluation.call((api) => api.setPolicy(texts, version));
    policyErrors.set(errors);
    return errors.length === 0;
  }

  /** A new worker is given the policy and the register; the results are made again when they are asked about. */
  async restore(api: Remote<EvaluationService>): Promise<void> {
    const held = this.#heldRegister;
    const run = this.#run;
    this.#starts += 1;
    this.#heldResults = null;
    this.#heldRegister = null;
    if (held === null || held.register !== run.register.get() || held.texts.path !== run.path) return;
    await api.setPolicy(held.texts, 0);
    await api.load(run.files.get(), run.mappings.get());
    this.#heldRegister = held;
  }

  /** The rows as they are asked for last: who narrows or sorts them while they are made is not put off. */
  async #viewOf(
    results: RunResults,
  ): Promise<{ readonly filter: ResultFilter; readonly view: ResultView } | null> {
    const run = this.#run;
    const { path } = run;
    for (;;) {
      const [wanted, order] = [run.filter.get(), run.order.get()];
      const filter = filterFor(results, wanted);
      const view = await run.studio.evaluation.call((api) => api.view(filter, run.shownOrder));
      if (path !== run.path) return null;
      if (wanted === run.filter.get() && order === run.order.get()) return { filter, view };
    }
  }

  async #judge(ranWith: RanWith): Promise<RunResults | null> {
    const run = this.#run;
    const running = this.#judgeNow(ranWith);
    this.#running = running;
    try {
      const results = await running;
      if (results !== null) this.#heldResults = results;
      return results;
    } finally {
      if (this.#running === running) this.#running = null;
      run.progress.set(null);
    }
  }

  async #judgeNow({ texts, day, only, register }: RanWith): Promise<RunResults | null> {
    const run = this.#run;
    if (!(await this.setPolicy(texts))) return null;
    const held = this.#heldRegister;
    // The worker reads the files anew for changed rules by itself.
    if (held?.register !== register) await this.load(texts);
    return await run.studio.evaluation.call(
      (api) =>
        api.run(
          day,
          only,
          proxy((done: number, total: number, words: string) => {
            if (run.phase.get() === "running") run.progress.set({ done, total, words });
          }),
        ),
      Infinity,
    );
  }

  /** Makes the worker hold the results on show; after a restart that takes a run. */
  async #hold(): Promise<boolean> {
    const run = this.#run;
    const results = run.results.get();
    if (results === null) return false;
    if (this.#heldResults === results) return true;
    const ranWith = run.ranWith.get();
    // What a run has made is about to be shown; then it is asked anew.
    if (ranWith === null || this.#running !== null || run.phase.get() === "running") return false;
    const again = await this.#judge(ranWith);
    if (again === null || run.results.get() !== results) return false;
    run.results.set(again);
    run.ranWith.set({ ...ranWith, register: run.register.get() ?? ranWith.register });
    return true;
  }
}

/** A filter for what is no longer among the results would hide them all. */
const filterFor = (results: RunResults, filter: ResultFilter): ResultFilter => ({
  ...filter,
  decision: results.decisions.some(({ id }) => id === filter.decision) ? filter.decision : null,
  contradicting: filter.contradicting && results.conflicts.length > 0,
});
