/** How much may still be tried. Every decision, conflict and exchange of the tableau is a step. */
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

  spend(): void {
    this.#spent++;
  }
}
