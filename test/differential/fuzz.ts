import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { keptCases } from "./cases.ts";
import { compareEngine } from "./compare.ts";
import { closeEngines, startEngines } from "./engines/index.ts";
import { printDisagreement } from "./print-scenario.ts";
import { refusedShare, runSeeds, type Found } from "./run-seeds.ts";
import { writeScenario } from "./serialise.ts";

/** `npm run fuzz -- --minutes 10 --seed 1000 --engine "javascript check"`: every seed is another program. */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string" },
    engine: { type: "string", multiple: true, default: [] },
    size: { type: "string", default: "0" },
    enough: { type: "string", default: "3" },
  },
});
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
const end = Date.now() + Number(values.minutes) * 60_000;
const size = Number(values.size);

const seedsFrom = function* (start: number): Generator<number> {
  for (let seed = start; ; seed += 1) yield seed;
};

const CASES = "test/differential/cases";

const keep = (found: Found): void => {
  const name = `${found.disagreement.engine.replaceAll(/\W+/g, "-")}-${found.seed}.json`;
  mkdirSync(CASES, { recursive: true });
  writeFileSync(`${CASES}/${name}`, writeScenario(found.scenario));
  process.stdout.write(
    `\nseed ${found.seed}, kept as ${CASES}/${name}\n${printDisagreement(found.scenario, found.disagreement)}\n`,
  );
};

const engines = (await startEngines()).filter(
  ({ name }) => values.engine.length === 0 || values.engine.some((wanted) => name.startsWith(wanted)),
);
for (const [name, scenario] of keptCases()) {
  for (const engine of engines) {
    const [first] = await compareEngine(engine, scenario);
    if (first !== undefined) process.stdout.write(`${name} again: ${printDisagreement(scenario, first)}\n`);
  }
}
process.stdout.write(`seeds from ${first}, ${engines.map(({ name }) => name).join(", ")}\n`);
const report = await runSeeds({
  engines,
  seeds: seedsFrom(first),
  explained: () => true,
  size: size === 0 ? null : size,
  isOver: () => Date.now() > end,
  reducing: 30_000,
  onFound: keep,
  enough: Number(values.enough),
});
await closeEngines(engines);
for (const [name, tally] of report.tallies) {
  process.stdout.write(
    `${name}: ${tally.compared} results compared, ${(100 * refusedShare(tally)).toFixed(1)}% refused\n`,
  );
}
process.stdout.write(`${report.programs} programs, ${report.found.length} disagreements\n`);
process.exitCode = report.found.length === 0 ? 0 : 1;
