/** The variables still to decide: those that took part in recent conflicts first, then those made first. */
export class Order {
  readonly activity: number[] = [];
  readonly #heap: number[] = [];
  readonly #place: number[] = [];
  #increment = 1;

  add(variable: number): void {
    this.activity[variable] = 0;
    this.#place[variable] = -1;
    this.insert(variable);
  }

  insert(variable: number): void {
    if (this.#place[variable] !== -1) return;
    this.#put(variable, this.#heap.length);
    this.#rise(variable);
  }

  /** Takes the first out; `null` where none is left. */
  take(): number | null {
    const first = this.#heap[0];
    if (first === undefined) return null;
    this.#place[first] = -1;
    const last = this.#heap.pop()!;
    if (last !== first) {
      this.#put(last, 0);
      this.#sink(last);
    }
    return first;
  }

  bump(variable: number): void {
    this.activity[variable]! += this.#increment;
    if (this.activity[variable]! > LARGE) this.#shrink();
    if (this.#place[variable] !== -1) this.#rise(variable);
  }

  /** Makes the next conflicts weigh more than the past ones. */
  decay(): void {
    this.#increment /= 0.95;
  }

  #shrink(): void {
    for (const variable of this.activity.keys()) this.activity[variable]! /= LARGE;
    this.#increment /= LARGE;
  }

  #before(left: number, right: number): boolean {
    const order = this.activity[right]! - this.activity[left]!;
    return order < 0 || (order === 0 && left < right);
  }

  #put(variable: number, place: number): void {
    this.#heap[place] = variable;
    this.#place[variable] = place;
  }

  #rise(variable: number): void {
    let place = this.#place[variable]!;
    while (place > 0) {
      const above = this.#heap[(place - 1) >> 1]!;
      if (!this.#before(variable, above)) break;
      this.#put(above, place);
      place = (place - 1) >> 1;
    }
    this.#put(variable, place);
  }

  #sink(variable: number): void {
    let place = this.#place[variable]!;
    for (;;) {
      const left = this.#heap[2 * place + 1];
      const right = this.#heap[2 * place + 2];
      if (left === undefined) break;
      const below = right !== undefined && this.#before(right, left) ? right : left;
      if (!this.#before(below, variable)) break;
      const next = this.#place[below]!;
      this.#put(below, place);
      place = next;
    }
    this.#put(variable, place);
  }
}

const LARGE = 1e100;
