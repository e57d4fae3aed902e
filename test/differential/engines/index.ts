import type { Engine } from "../engine.ts";
import { closure } from "./closure.ts";
import { javascriptBatch } from "./javascript-batch.ts";
import { javascriptCheck, javascriptExplain, javascriptValues } from "./javascript.ts";
import { sqlEngine } from "./sql.ts";

/** Every engine, ready to run; they must be closed. */
export const startEngines = async (): Promise<readonly Engine[]> => [
  closure,
  javascriptExplain(),
  javascriptCheck("number"),
  javascriptCheck("text"),
  javascriptValues(),
  javascriptBatch(),
  await sqlEngine("duckdb"),
  await sqlEngine("postgresql"),
];

export const closeEngines = async (engines: readonly Engine[]): Promise<void> => {
  for (const engine of engines) await engine.close?.();
};
