import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptCases } from "./cases.ts";
import { compareEngine } from "./compare.ts";
import type { Engine } from "./engine.ts";
import { closeEngines, startEngines } from "./engines/index.ts";
import { printDisagreement } from "./print-scenario.ts";
import { RARE } from "./seeds.ts";
import { REFUSED_LIMIT, refusedShare, runSeeds, type RunReport } from "./run-seeds.ts";

const firstSeeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);

/** A fixed share of what `npm run verify:full` runs: few records for many shapes, 50 for ties and groups. */
const SHARES = [
  { seeds: [...firstSeeds(50), ...RARE], size: null, explainedEvery: 2 },
  { seeds: [...firstSeeds(16), ...RARE], size: 50, explainedEvery: 4 },
] as const;

/** Engines that say which words decided. */
const TELLING: ReadonlySet<string> = new Set(["javascript explain", "duckdb", "postgresql"]);

describe("every engine says what the interpreter says", () => {
  let engines: readonly Engine[] = [];
  beforeAll(async () => {
    engines = await startEngines();
  });
  afterAll(() => closeEngines(engines));

  test.each(SHARES)("on programs with registers of size $size", async ({ seeds, size, explainedEvery }) => {
    const report = await runSeeds({
      engines,
      seeds,
      size,
      explained: (seed) => seed % explainedEvery === 0,
      reducing: 15_000,
      enough: 1,
    });
    expect(told(report)).toBe("");
    expect(report.programs).toBe(seeds.length);
    for (const [name, tally] of report.tallies) {
      expect(tally.compared, name).toBeGreaterThan(report.records);
      expect(tally.cited > report.records / 2, `${name}: citations`).toBe(TELLING.has(name));
      expect(refusedShare(tally), `${name}: refused`).toBeLessThanOrEqual(REFUSED_LIMIT);
      expect(tally.statuses.size, name).toBeGreaterThan(7);
    }
  });

  test("on the cases that were found once", async () => {
    const found: string[] = [];
    for (const [name, scenario] of keptCases()) {
      for (const engine of engines) {
        const [first] = await compareEngine(engine, scenario);
        if (first !== undefined) found.push(`${name}\n${printDisagreement(scenario, first)}`);
      }
    }
    expect(found.join("\n")).toBe("");
  });
});

/** Empty where nothing was found; else the smallest program, the register and both results. */
const told = ({ found }: RunReport): string =>
  found
    .map(({ seed, scenario, disagreement }) => `seed ${seed}: ${printDisagreement(scenario, disagreement)}`)
    .join("\n\n");
