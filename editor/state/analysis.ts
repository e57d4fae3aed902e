import { WorkerEnded } from "../worker/connection.ts";
import type { OpenText, Studio } from "./studio.ts";

/**
 * How long the typing must rest before what can wait is asked for, in milliseconds: longer than the keys of somebody who
 * writes on are apart, so that the outline and what stands above the rules are not made between two of them.
 */
const REST = 300;
/** Work that takes longer than this is shown, in milliseconds. */
const NOTICED = 400;

/** Has the open text read by the compiler: what is wrong at once, the rest when the typing rests. */
export class Analysis {
  readonly #studio: Studio;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #busy: ReturnType<typeof setTimeout> | undefined;
  #under = 0;
  /** The text that the worker last ended over. */
  #ended: OpenText | null = null;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  async analyse(path: string): Promise<void> {
    const studio = this.#studio;
    const text = studio.texts.get().get(path);
    if (text === undefined) return;
    await this.#watched(path, async () => {
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
    await this.#watched(path, async () => {
      const details = await studio.language.call((api) => api.details(path));
      if (details === null || path !== studio.current.get()) return;
      if (details.version === studio.texts.get().get(path)?.version) studio.details.set(details);
    });
  }

  /** The page has been told where the worker ended; the new one is asked in its place. */
  async #watched(path: string, work: () => Promise<void>): Promise<void> {
    const { shell, texts } = this.#studio;
    const text = texts.get().get(path);
    let hasEnded = false;
    this.#under += 1;
    this.#busy ??= setTimeout(() => shell.isBusy.set(true), NOTICED);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      hasEnded = true;
    } finally {
      this.#under -= 1;
      if (this.#under === 0) {
        clearTimeout(this.#busy);
        this.#busy = undefined;
        shell.isBusy.set(false);
      }
    }
    if (hasEnded && text !== undefined) await this.#askAgain(text);
  }

  /** Once for each text: what ends the worker twice waits until it is changed. */
  async #askAgain(text: OpenText): Promise<void> {
    const { current, texts } = this.#studio;
    if (text === this.#ended || current.get() !== text.path || texts.get().get(text.path) !== text) return;
    this.#ended = text;
    await this.analyse(text.path);
  }
}
