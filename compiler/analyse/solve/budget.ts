/**
 * How much may still be tried. Decisions and conflicts are a step each, an exchange of
 * the tableau as many as its size asks for.
 */
export class Budget {
  readonly steps: number;
  readonly #until: number;
  #spent = 0;
  #looks = 0;
  #isLate = false;

  /** `until`: when it ends, by the clock of `performance`, however many steps are left. */
  constructor(steps: number, until = Infinity) {
    this.steps = steps;
    this.#until = until;
  }

  get spent(): number {
    return this.#spent;
  }

  get isSpent(): boolean {
    if (this.#until !== Infinity && this.#looks++ % LOOKS_PER_CLOCK === 0)
      this.#isLate ||= performance.now() > this.#until;
    return this.#isLate || this.#spent >= this.steps;
  }

  /** It ended because of the time. */
  get isLate(): boolean {
    return this.#isLate;
  }

  spend(steps = 1): void {
    this.#spent += steps;
  }
}

/** To ask the clock costs about as much as a step. */
const LOOKS_PER_CLOCK = 32;
