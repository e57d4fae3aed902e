/** Pseudo-random choices from one seed: the same register on every machine and every run. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)]!;
  }

  /** 是 with that share, else 否; empty (unknown) with the share `missing`. */
  yes(share: number, missing = 0): string {
    const known = !this.chance(missing);
    const answer = this.chance(share) ? "是" : "否";
    return known ? answer : "";
  }

  /** A place near the centre, at most `spread` degrees away in each direction. */
  near(centre: Place, spread: number): Place {
    const offset = () => (this.next() + this.next() - 1) * spread;
    return { longitude: centre.longitude + offset(), latitude: centre.latitude + offset() };
  }
}

/** Degrees. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

export const place = (longitude: number, latitude: number): Place => ({ longitude, latitude });

/** As a cell of the column 位置. */
export const written = ({ longitude, latitude }: Place): string => `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
