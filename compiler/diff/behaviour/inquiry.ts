import type {
  DifferenceAnswer,
  DifferenceOptions,
  DifferenceQuery,
  Focus,
  SideResult,
} from "../../analyse/difference-query.ts";
import {
  compareSizes,
  minimise,
  replayWanted,
  sampleDifference,
  sizeOf,
  yardstickOf,
  type FoundDifference,
  type Size,
} from "../../analyse/witness/index.ts";
import type { Day } from "../../model/value.ts";
import type { Sides } from "./orientation.ts";
import { tierOf, type Tier } from "./tier.ts";

export type FindDifference = (
  query: DifferenceQuery,
  options: DifferenceOptions,
) => Promise<DifferenceAnswer>;

/** What is asked of two sides: which pairs of results, with which clauses in play. */
export interface Asked {
  readonly wanted: (left: SideResult, right: SideResult) => boolean;
  readonly focus: readonly Focus[];
  readonly keepParameters: boolean;
}

/** A smallest difference with what tells how good an example it is. */
export interface Example {
  readonly found: FoundDifference;
  readonly tier: Tier;
  readonly size: Size;
}

/** Asks about two sides: first samples, which are cheap and can only find, then the solvers. */
export interface Inquiry {
  ask(asked: Asked): Promise<DifferenceAnswer>;
  /** The plainest and smallest example of a difference that was found. */
  plainest(asked: Asked, found: FoundDifference): Promise<Example>;
}

export const startInquiry = (
  sides: Sides,
  at: Day,
  find: FindDifference,
  options: DifferenceOptions,
): Inquiry => {
  const queryOf = (asked: Asked): DifferenceQuery => ({ ...sides, at, ...asked });
  const ask = async (asked: Asked): Promise<DifferenceAnswer> => {
    const query = queryOf(asked);
    const sampled = sampleDifference(query, options.seed, FIRST_TRIES);
    if (sampled.kind === "found") return sampled;
    const answer = await find(query, options);
    // Nothing is told that the interpreter does not confirm.
    if (answer.kind !== "found" || replayWanted(query, answer.world, answer.record) !== null) return answer;
    return { kind: "undecided", reason: "找到的情形经解释执行核对不成立，不能作为结论。" };
  };
  const plainest = async (asked: Asked, found: FoundDifference): Promise<Example> => {
    let best = found;
    for (let tier = 0; tier < tierOf(best.left, best.right); tier += 1) {
      const wanted = (left: SideResult, right: SideResult): boolean =>
        tierOf(left, right) <= tier && asked.wanted(left, right);
      const plainer = await ask({ ...asked, wanted });
      if (plainer.kind === "found") best = plainer;
    }
    const query = queryOf(asked);
    const smallest = minimise(query, best);
    return {
      found: smallest,
      tier: tierOf(smallest.left, smallest.right),
      size: sizeOf(yardstickOf(query), smallest.world),
    };
  };
  return { ask, plainest };
};

/** The plainer example first; of equally plain ones the smaller. */
export const compareExamples = (first: Example, second: Example): number =>
  first.tier - second.tier || compareSizes(first.size, second.size);

const FIRST_TRIES = 400;
