import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkStatuses } from "../../../compiler/cli/duckdb/check-statuses.ts";
import { wantedDecisions } from "../../../compiler/cli/evaluation.ts";
import { processIo } from "../../../compiler/cli/io.ts";
import { readDay } from "../../../compiler/data/index.ts";
import { compile } from "../../../compiler/pipeline.ts";

/** From the folder of data to the file of statuses, in the database; the policy has been compiled before. */
const [project, data, output, ...rules] = process.argv.slice(2);
const source = (name: string) => ({ name, text: readFileSync(join(project!, name), "utf8") });
const { program } = compile({
  policy: source("policies/mudanjiang/2025-draft.tiaowen"),
  vocabularies: [source("policies/vocabulary/医保定点.tiaowen")],
});
if (program === null) throw new Error("the policy has errors");
const from = performance.now();
await checkStatuses(processIo(), {
  program,
  at: readDay("2026-03-01")!,
  readings: new Map(),
  decisions: wantedDecisions(program, { only: rules }),
  data: data!,
  output: output!,
  all: false,
  strict: false,
});
process.stderr.write(`took ${(performance.now() - from) / 1000}\n`);
