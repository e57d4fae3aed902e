import { benchAnalyse } from "./analyse/bench-analyse.ts";
import { benchCompare } from "./compare/bench-compare.ts";
import { benchPlaces } from "./places/bench-places.ts";
import { benchReading } from "./reading/bench-reading.ts";
import { benchRules } from "./rules/bench-rules.ts";
import { writeResults } from "./support/results.ts";
import { printGroups, type Group } from "./support/table.ts";

/**
 * `npm run bench`: the whole table, or the sections that are named behind it. Ratios come from one process in which all
 * take turns, and are medians of the ratios of single rounds; times alone say little on a machine that others use too.
 */
const SECTIONS = {
  reading: benchReading,
  rules: () => benchRules(import.meta.dirname),
  places: () => benchPlaces(import.meta.dirname),
  compare: benchCompare,
  analyse: benchAnalyse,
} as const satisfies Record<string, () => Promise<readonly Group[]>>;

const asked = process.argv.slice(2);
const names = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
const unknown = asked.filter((name) => !names.some((each) => each === name));
if (unknown.length > 0) throw new Error(`no section ${unknown.join(", ")}; there are ${names.join(", ")}`);

const found: Record<string, readonly Group[]> = {};
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const groups = await SECTIONS[name]();
  found[name] = groups;
  process.stdout.write(printGroups(groups));
}
writeResults("test/bench/results.json", found);
