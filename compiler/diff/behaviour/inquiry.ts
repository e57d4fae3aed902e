import type {
  DifferenceAnswer,
  DifferenceOptions,
  DifferenceQuery,
  Focus,
  SideResult,
} from "../../analyse/difference-query.ts";
import {
  barest,
  compareSizes,
  minimise,
  replayWanted,
  sampleAround,
  sampleDifference,
  sizeOf,
  yardstickOf,
  type Also,
  type FoundDifference,
  type Size,
} from "../../analyse/witness/index.ts";
import { judge, smallWorld, startRun } from "../../evaluate/index.ts";
import type { World } from "../../model/facts.ts";
import type { Day } from "../../model/value.ts";
import type { Sides } from "./orientation.ts";
import { resultsOf } from "./relation.ts";
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
  /** Asked of worlds that were found; absent: nothing else. */
  readonly also?: Also;
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
  /** Whether a side gives no result because a number is too large to be calculated with. */
  overflows(world: World, judged: FoundDifference["record"]): boolean;
}

export const startInquiry = (
  sides: Sides,
  at: Day,
  find: FindDifference,
  options: DifferenceOptions,
): Inquiry => {
  const queryOf = ({ wanted, focus, keepParameters }: Asked): DifferenceQuery => ({
    ...sides,
    at,
    wanted,
    focus,
    keepParameters,
  });
  const possible = resultsOf(sides.left.decision).flatMap((left) =>
    resultsOf(sides.right.decision).map((right) => ({ left, right })),
  );
  const ask = async (asked: Asked): Promise<DifferenceAnswer> => {
    if (!possible.some(({ left, right }) => asked.wanted(left, right))) return IMPOSSIBLE;
    const query = queryOf(asked);
    const sampled = asked.also === undefined ? sampleDifference(query, options.seed, FIRST_TRIES) : null;
    if (sampled?.kind === "found") return sampled;
    const special = asked.also === undefined ? null : specialSample(query, options.seed, asked.also);
    if (special !== null) return special;
    const answer = await find(query, options);
    if (answer.kind === "none") return answer;
    if (answer.kind === "undecided") {
      if (asked.focus.length > 0) return answer;
      // Where nobody can prove a verdict, an example is all the more wanted.
      const more = sampleDifference(query, options.seed + 1, LAST_TRIES, asked.also);
      return more.kind === "found" ? more : answer;
    }
    // Nothing is told that the interpreter does not confirm.
    if (replayWanted(query, answer.world, answer.record) === null)
      return { kind: "undecided", reason: UNCONFIRMED };
    if (asked.also === undefined || asked.also(answer.world, answer.record)) return answer;
    return (
      sampleAround(query, answer, options.seed, FIRST_TRIES, asked.also) ?? {
        kind: "undecided",
        reason: MIXED,
      }
    );
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
    const smallest = minimise(query, best, asked.also);
    return {
      found: smallest,
      tier: tierOf(smallest.left, smallest.right),
      size: sizeOf(yardstickOf(query), smallest.world),
    };
  };
  const overflows: Inquiry["overflows"] = (world, judged) =>
    [sides.left, sides.right].some(({ program, decision }) => {
      const run = startRun(program, smallWorld(world), at);
      const record = run.facts.record(judged.object, judged.id);
      if (decision === null || record === undefined) return false;
      return judge(run, decision.id, record).reasons.some(({ kind }) => kind === "溢出");
    });
  return { ask, plainest, overflows };
};

/** The plainer example first; of equally plain ones the smaller. */
export const compareExamples = (first: Example, second: Example): number =>
  first.tier - second.tier || compareSizes(first.size, second.size);

const FIRST_TRIES = 400;
const LAST_TRIES = 2000;

/** How often it is tried anew where a world has to be what a query cannot say. */
const MORE_SEEDS = 40;

/** Differences are found without the further demand; of each the bare world is then held against it. */
const specialSample = (query: DifferenceQuery, seed: number, also: Also): FoundDifference | null => {
  for (let count = 0; count < MORE_SEEDS; count += 1) {
    const found = sampleDifference(query, seed + count, FIRST_TRIES);
    if (found.kind !== "found") {
      if (count >= FEW_SEEDS) return null;
      continue;
    }
    const bare = barest(query, found);
    if (also(bare.world, bare.record)) return bare;
  }
  return null;
};

/** Where not even a difference is found so many times, samples are not the way. */
const FEW_SEEDS = 3;

const IMPOSSIBLE: DifferenceAnswer = { kind: "none", proof: "structure" };
const UNCONFIRMED = "找到的情形经解释执行核对不成立，不能作为结论。";
const MIXED = "没有找到只因这一处修改而结果不同的情形。";
