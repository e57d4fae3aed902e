/** A sum with whole coefficients over the coordinates, one for each. */
export type Sum = readonly bigint[];

/**
 * The whole points that meet equations. The coordinates are written by others of which the first ones are fixed and
 * the rest is free; both ways whole numbers become whole numbers.
 */
export class Lattice {
  /** How the old coordinates move with each new one. */
  readonly #moves: bigint[][];
  /** The new coordinates as sums of the old ones. */
  readonly #sums: bigint[][];
  readonly #fixed: bigint[] = [];

  constructor(size: number) {
    this.#moves = identity(size);
    this.#sums = identity(size);
  }

  /** Adds an equation; `false` where no whole point meets it and those before. */
  add(sum: Sum, value: bigint): boolean {
    const next = this.#fixed.length;
    const weights = this.#moves.map((move) => product(sum, move));
    const rest = value - this.#constant(weights);
    // Euclid's way on the free coordinates, until one of them carries the whole sum.
    for (;;) {
      const open = weights.flatMap((weight, at) => (at >= next && weight !== 0n ? [at] : []));
      if (open.length === 0) return rest === 0n;
      const least = open.reduce((best, at) => (size(weights[at]!) < size(weights[best]!) ? at : best));
      if (open.length === 1) {
        if (rest % weights[least]! !== 0n) return false;
        this.#exchange(least, next);
        this.#fixed.push(rest / weights[least]!);
        return true;
      }
      for (const at of open) {
        if (at === least) continue;
        const times = weights[at]! / weights[least]!;
        weights[at]! -= times * weights[least]!;
        this.#combine(at, times, least);
      }
    }
  }

  /** Makes the moves of the free coordinates short, two at a time, so that rounding one moves the old ones little. */
  shorten(): void {
    const first = this.#fixed.length;
    let shorter = true;
    while (shorter) {
      shorter = false;
      for (let at = first; at < this.#moves.length; at++) {
        for (let by = first; by < this.#moves.length; by++) {
          if (at === by) continue;
          const [move, other] = [this.#moves[at]!, this.#moves[by]!];
          const times = rounded(product(move, other), product(other, other));
          if (times === 0n) continue;
          const before = product(move, move);
          this.#combine(at, times, by);
          if (product(move, move) < before) shorter = true;
          else this.#combine(at, -times, by);
        }
      }
    }
  }

  /** What a sum can be at whole points: the constant plus multiples of the step, which is zero where it is fixed. */
  values(sum: Sum): { readonly constant: bigint; readonly step: bigint } {
    const weights = this.#moves.map((move) => product(sum, move));
    const step = weights.slice(this.#fixed.length).reduce(greatestCommonDivisor, 0n);
    return { constant: this.#constant(weights), step: size(step) };
  }

  /** The free coordinates as sums of the old ones. */
  get free(): readonly Sum[] {
    return this.#sums.slice(this.#fixed.length);
  }

  /** The point at which the free coordinates have these values. */
  point(free: readonly bigint[]): readonly bigint[] {
    const values = [...this.#fixed, ...free];
    return this.#moves.map((_, at) =>
      this.#moves.reduce((sum, move, index) => sum + move[at]! * values[index]!, 0n),
    );
  }

  #constant(weights: readonly bigint[]): bigint {
    return product(this.#fixed, weights);
  }

  #combine(at: number, times: bigint, by: number): void {
    subtract(this.#moves[at]!, times, this.#moves[by]!);
    subtract(this.#sums[by]!, -times, this.#sums[at]!);
  }

  #exchange(left: number, right: number): void {
    for (const list of [this.#moves, this.#sums]) [list[left], list[right]] = [list[right]!, list[left]!];
  }
}

const identity = (count: number): bigint[][] =>
  Array.from({ length: count }, (_, row) => Array.from({ length: count }, (_, at) => (at === row ? 1n : 0n)));

const product = (left: Sum, right: Sum): bigint =>
  left.reduce((sum, factor, at) => (factor === 0n ? sum : sum + factor * right[at]!), 0n);

const subtract = (from: bigint[], times: bigint, other: Sum): void => {
  for (const [at, value] of other.entries()) if (value !== 0n) from[at]! -= times * value;
};

/** The whole number nearest to a fraction over a positive number. */
const rounded = (above: bigint, below: bigint): bigint => {
  const twice = 2n * above + below;
  const quotient = twice / (2n * below);
  return twice < 0n && twice % (2n * below) !== 0n ? quotient - 1n : quotient;
};

const size = (value: bigint): bigint => (value < 0n ? -value : value);

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
