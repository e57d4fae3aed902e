/** How often each pair of neighbouring characters occurs in a text; signs are left out. */
export type Profile = ReadonlyMap<number, number>;

export const profileOf = (words: string): Profile => {
  const letters = words.replace(/[^\p{L}\p{N}#]/gu, "");
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = letters.charCodeAt(at) * 0x10000 + letters.charCodeAt(at + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  if (letters.length === 1) counts.set(letters.charCodeAt(0), 1);
  return counts;
};

/** Pairs that few units have say more: the weight falls with their number in both texts. */
export class Weights {
  readonly #frequency = new Map<number, number>();
  readonly #units: number;
  /** By frequency. */
  readonly #weights: (number | undefined)[] = [];

  constructor(profiles: readonly Profile[]) {
    this.#units = profiles.length;
    for (const profile of profiles) {
      for (const pair of profile.keys()) this.#frequency.set(pair, (this.#frequency.get(pair) ?? 0) + 1);
    }
  }

  frequency(pair: number): number {
    return this.#frequency.get(pair) ?? 0;
  }

  /** A whole number, so that sums do not depend on the order in which they are made. */
  weight(pair: number): number {
    const frequency = Math.max(this.frequency(pair), 1);
    return (this.#weights[frequency] ??= Math.round(1000 * Math.log(1 + this.#units / frequency)));
  }

  /** All that a profile says. */
  whole(profile: Profile): number {
    let sum = 0;
    for (const [pair, count] of profile) sum += count * this.weight(pair);
    return sum;
  }

  /** What two profiles both say. */
  common(one: Profile, other: Profile): number {
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    let sum = 0;
    for (const [pair, count] of small) {
      const there = large.get(pair);
      if (there !== undefined) sum += Math.min(count, there) * this.weight(pair);
    }
    return sum;
  }
}

/** Share of equal pairs of characters, every pair counted alike: the similarity that readers are told. */
export const plainSimilarity = (one: Profile, other: Profile): number => {
  let total = 0;
  let common = 0;
  for (const count of one.values()) total += count;
  for (const [pair, count] of other) {
    total += count;
    common += Math.min(count, one.get(pair) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
};
