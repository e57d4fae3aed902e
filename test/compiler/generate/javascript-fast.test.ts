import { afterAll, describe, expect, test } from "vitest";
import { javascriptBatch } from "../../differential/engines/javascript-batch.ts";
import { javascriptCheck } from "../../differential/engines/javascript.ts";
import { printDisagreement } from "../../differential/print-scenario.ts";
import { runSeeds } from "../../differential/run-seeds.ts";

const engines = [javascriptCheck("text"), javascriptCheck("number"), javascriptBatch()];

describe("fast functions", () => {
  afterAll(async () => {
    for (const engine of engines) await engine.close?.();
  });

  test("say what the interpreter says, on random programs", async () => {
    const report = await runSeeds({
      engines,
      seeds: Array.from({ length: Number(process.env["N"] ?? 80) }, (_, seed) => 5000 + seed),
      size: null,
      reducing: 4000,
      enough: 1,
    });
    const found = report.found.map(({ scenario, disagreement }) => printDisagreement(scenario, disagreement));
    expect(found.join("\n\n")).toBe("");
  });
});
