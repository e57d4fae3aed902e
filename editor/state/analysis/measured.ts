import { signal } from "@lit-labs/signals";
import { WorkerEnded } from "../../worker/connection.ts";
import type { AnalysisCard, LoadedRegister, MeasuredParameter } from "../../worker/worker-api.ts";
import type { AnalysisState } from "../analysis-state.ts";

/** A parameter that is being tried on a register, or what came of it. */
export interface Measured {
  readonly register: LoadedRegister;
  readonly answer: MeasuredParameter | "measuring" | "failed";
}

/** What comes of the values of open parameters on the register that is open. */
export class MeasuredParameters {
  readonly #analysis: AnalysisState;
  readonly #known = signal<ReadonlyMap<AnalysisCard, Measured>>(new Map());

  constructor(analysis: AnalysisState) {
    this.#analysis = analysis;
  }

  /** Null where it was not asked for, or asked of another register. */
  of(card: AnalysisCard): Measured | null {
    const known = this.#known.get().get(card);
    return known !== undefined && known.register === this.#analysis.studio.run.register.get() ? known : null;
  }

  async measure(card: AnalysisCard): Promise<void> {
    const { made: shown, studio } = this.#analysis;
    const { run, analysing } = studio;
    const made = shown.get();
    const register = run.register.get();
    const index = made?.view.findings.indexOf(card) ?? -1;
    if (made === null || index === -1 || register === null || run.path !== made.texts.path) return;
    const [files, mappings] = [run.files.get(), run.mappings.get()];
    this.#keep(card, { register, answer: "measuring" });
    try {
      const answer = await analysing.call((api) => api.measure(made.view.version, index, files, mappings));
      this.#keep(card, { register, answer: answer ?? "failed" });
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      this.#keep(card, { register, answer: "failed" });
    }
  }

  #keep(card: AnalysisCard, measured: Measured): void {
    this.#known.set(new Map([...this.#known.get(), [card, measured]]));
  }

  /** The findings that it was of are gone. */
  forget(): void {
    this.#known.set(new Map());
  }
}
