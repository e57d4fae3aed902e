import type { Scenario } from "../generators/program.ts";
import { compareEngine, emptyTally, type Disagreement, type Tally } from "./compare.ts";
import type { Engine } from "./engine.ts";
import { expectedOf } from "./engines/interpreter.ts";
import { reduce } from "./reduce.ts";
import { scenarioOf } from "./seeds.ts";

export interface Found {
  readonly seed: number;
  readonly disagreement: Disagreement;
  /** As small as it became. */
  readonly scenario: Scenario;
}

export interface RunReport {
  programs: number;
  records: number;
  readonly tallies: Map<string, Tally>;
  readonly found: Found[];
}

interface RunOptions {
  readonly engines: readonly Engine[];
  readonly seeds: Iterable<number>;
  /** Records of each register; null: a few. */
  readonly size: number | null;
  /** Seeds on which engines that it costs extra are asked for citations and reasons, too. */
  readonly explained: (seed: number) => boolean;
  /** Stops before the next seed. */
  readonly isOver?: () => boolean;
  /** Milliseconds to reduce each found case. */
  readonly reducing: number;
  readonly onFound?: (found: Found) => void;
  /** After so many found cases of one engine it is not asked again. */
  readonly enough: number;
}

/** Every engine on every seed. Of one scenario and engine only the first disagreement is told. */
export const runSeeds = async (options: RunOptions): Promise<RunReport> => {
  const report: RunReport = { programs: 0, records: 0, tallies: new Map(), found: [] };
  for (const { name } of options.engines) report.tallies.set(name, emptyTally());
  for (const seed of options.seeds) {
    if (options.isOver?.() === true) break;
    const scenario = scenarioOf(seed, options.size);
    const expected = expectedOf(scenario);
    report.programs += 1;
    report.records += scenario.world.records.length;
    for (const engine of options.engines) {
      if (report.found.filter((each) => each.disagreement.engine === engine.name).length >= options.enough)
        continue;
      const tally = report.tallies.get(engine.name)!;
      const [first] = await compareEngine(engine, scenario, tally, expected, options.explained(seed));
      if (first === undefined) continue;
      const found = await reduceFound(engine, scenario, first, seed, options.reducing);
      report.found.push(found);
      options.onFound?.(found);
    }
  }
  return report;
};

const reduceFound = async (
  engine: Engine,
  scenario: Scenario,
  first: Disagreement,
  seed: number,
  milliseconds: number,
): Promise<Found> => {
  const alike = async (other: Scenario): Promise<Disagreement | undefined> =>
    (await compareEngine(engine, other)).find(
      ({ decision, part }) => decision === first.decision && part === first.part,
    );
  const small = await reduce(
    scenario,
    first.decision,
    async (other) => (await alike(other)) !== undefined,
    milliseconds,
  );
  return { seed, scenario: small, disagreement: (await alike(small)) ?? first };
};

/** Share of the results that the engine refused. */
export const refusedShare = ({ refused, compared }: Tally): number =>
  refused + compared === 0 ? 0 : refused / (refused + compared);

/** Refusals must not hide everything: at most so much may be refused. */
export const REFUSED_LIMIT = 0.05;
