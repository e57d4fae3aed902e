import type { Profile, Weights } from "./profile.ts";

/** For one unit, the units of the other side that share the most of its rare words. */
export class CandidateIndex {
  readonly #postings = new Map<number, number[]>();
  readonly #weights: Weights;
  /** By member, 0 between two questions: a weight is never 0. */
  readonly #votes: Float64Array;

  constructor(profiles: readonly Profile[], members: readonly number[], weights: Weights) {
    this.#weights = weights;
    this.#votes = new Float64Array(profiles.length);
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
    const votes = this.#votes;
    const touched: number[] = [];
    let entries = 0;
    for (const pair of this.#rarestFirst(profile)) {
      const posting = this.#postings.get(pair)!;
      entries += posting.length;
      if (entries > MOST_ENTRIES && touched.length > 0) break;
      const weight = this.#weights.weight(pair);
      for (const member of posting) {
        if (votes[member] === 0) touched.push(member);
        votes[member]! += weight;
      }
    }
    const best = this.#bestOf(touched);
    for (const member of touched) votes[member] = 0;
    return best;
  }

  /** Sorted as numbers: the frequency above, the pair itself below. */
  #rarestFirst(profile: Profile): readonly number[] {
    const keys = new Float64Array(profile.size);
    let length = 0;
    for (const pair of profile.keys()) {
      if (!this.#postings.has(pair)) continue;
      keys[length] = this.#weights.frequency(pair) * PAIRS + pair;
      length += 1;
    }
    return Array.from(keys.subarray(0, length).sort(), (key) => key % PAIRS);
  }

  #bestOf(members: readonly number[]): number[] {
    const votes = this.#votes;
    const best: number[] = [];
    for (const member of members) {
      const own = votes[member]!;
      let place = best.length;
      while (place > 0) {
        const other = best[place - 1]!;
        if (votes[other]! > own || (votes[other] === own && other < member)) break;
        place -= 1;
      }
      if (place >= MOST_CANDIDATES) continue;
      best.splice(place, 0, member);
      if (best.length > MOST_CANDIDATES) best.pop();
    }
    return best;
  }
}

const MOST_ENTRIES = 3000;
const MOST_CANDIDATES = 12;

/** More than any pair of two characters is as a number. */
const PAIRS = 2 ** 32;
