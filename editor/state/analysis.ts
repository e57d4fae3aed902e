import { WorkerEnded } from "../worker/connection.ts";
import type { Studio } from "./studio.ts";

/** How long the typing must rest before what can wait is asked for, in milliseconds. */
const REST = 150;
/** Work that takes longer than this is shown, in milliseconds. */
const NOTICED = 400;

/** Has the open text read by the compiler: what is wrong at once, the rest when the typing rests. */
export class Analysis {
  readonly #studio: Studio;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #busy: ReturnType<typeof setTimeout> | undefined;
  #under = 0;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  async analyse(path: string): Promise<void> {
    const studio = this.#studio;
    const text = studio.texts.get().get(path);
    if (text === undefined) return;
    await this.#watched(async () => {
      const findings = await studio.language.call((api) => api.change(path, text.version, text.text));
      if (findings === null || path !== studio.current.get()) return;
      if (findings.version === studio.texts.get().get(path)?.version) studio.findings.set(findings);
      this.#soonDetails(path);
    });
  }

  stop(): void {
    clearTimeout(this.#rest);
  }

  #soonDetails(path: string): void {
    clearTimeout(this.#rest);
    const wait = this.#studio.details.get() === null ? 0 : REST;
    this.#rest = setTimeout(() => void this.#details(path), wait);
  }

  async #details(path: string): Promise<void> {
    const studio = this.#studio;
    await this.#watched(async () => {
      const details = await studio.language.call((api) => api.details(path));
      if (details === null || path !== studio.current.get()) return;
      if (details.version === studio.texts.get().get(path)?.version) studio.details.set(details);
    });
  }

  /** The page has been told where the worker ended; the next change asks the new one. */
  async #watched(work: () => Promise<void>): Promise<void> {
    const { isBusy } = this.#studio.shell;
    this.#under += 1;
    this.#busy ??= setTimeout(() => isBusy.set(true), NOTICED);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
    } finally {
      this.#under -= 1;
      if (this.#under === 0) {
        clearTimeout(this.#busy);
        this.#busy = undefined;
        isBusy.set(false);
      }
    }
  }
}
