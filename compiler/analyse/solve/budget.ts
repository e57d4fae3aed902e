/**
 * How much may still be tried. Decisions and conflicts are a step each, an exchange of
 * the tableau as many as its size asks for.
 */
export class Budget {
  readonly steps: number;
  #spent = 0;

  constructor(steps: number) {
    this.steps = steps;
  }

  get spent(): number {
    return this.#spent;
  }

  get isSpent(): boolean {
    return this.#spent >= this.steps;
  }

  spend(steps = 1): void {
    this.#spent += steps;
  }
}
