import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../generators/program.ts";
import { readScenario } from "./serialise.ts";

const FOLDER = join(process.cwd(), "test/differential/cases");

/** Programs and registers on which engines once disagreed, by file name. */
export const keptCases = (): ReadonlyMap<string, Scenario> =>
  new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => [name, readScenario(readFileSync(join(FOLDER, name), "utf8"))]),
  );
