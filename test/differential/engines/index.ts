import type { Engine } from "../engine.ts";
import { closure } from "./closure.ts";
import { javascriptBatch } from "./javascript-batch.ts";
import { javascriptCheck, javascriptExplain, javascriptValues } from "./javascript.ts";

/** Every engine, ready to run; they must be closed. */
export const startEngines = (): Promise<readonly Engine[]> =>
  Promise.resolve([
    closure,
    javascriptExplain(),
    javascriptCheck("number"),
    javascriptCheck("text"),
    javascriptValues(),
    javascriptBatch(),
  ]);

export const closeEngines = async (engines: readonly Engine[]): Promise<void> => {
  for (const engine of engines) await engine.close?.();
};
