import type { Profile, Weights } from "./profile.ts";

/** For one unit, the units of the other side that share the most of its rare words. */
export class CandidateIndex {
  readonly #postings = new Map<number, number[]>();
  readonly #weights: Weights;

  constructor(profiles: readonly Profile[], members: readonly number[], weights: Weights) {
    this.#weights = weights;
    for (const member of members) {
      for (const pair of profiles[member]!.keys()) {
        const posting = this.#postings.get(pair);
        if (posting === undefined) this.#postings.set(pair, [member]);
        else posting.push(member);
      }
    }
  }

  /** Rare pairs of characters are looked up first, and no more than a fixed number of entries is read. */
  nearest(profile: Profile): readonly number[] {
    const pairs = [...profile.keys()]
      .filter((pair) => this.#postings.has(pair))
      .toSorted((one, other) => this.#weights.frequency(one) - this.#weights.frequency(other) || one - other);
    const votes = new Map<number, number>();
    let entries = 0;
    for (const pair of pairs) {
      const posting = this.#postings.get(pair)!;
      entries += posting.length;
      if (entries > MOST_ENTRIES && votes.size > 0) break;
      const weight = this.#weights.weight(pair);
      for (const member of posting) votes.set(member, (votes.get(member) ?? 0) + weight);
    }
    return [...votes]
      .toSorted(([one, mine], [other, yours]) => yours - mine || one - other)
      .slice(0, MOST_CANDIDATES)
      .map(([member]) => member);
  }
}

const MOST_ENTRIES = 3000;
const MOST_CANDIDATES = 12;
