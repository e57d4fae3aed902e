import { readdirSync, readFileSync } from "node:fs";
import type { Scenario } from "../generators/program.ts";
import { readScenario } from "./serialise.ts";

const FOLDER = new URL("./cases/", import.meta.url);

/** Programs and registers on which engines once disagreed, by file name. */
export const keptCases = (): ReadonlyMap<string, Scenario> =>
  new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => [name, readScenario(readFileSync(new URL(name, FOLDER), "utf8"))]),
  );
