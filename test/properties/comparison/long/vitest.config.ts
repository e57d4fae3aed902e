import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { TallyReporter } from "./tally-reporter.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");

/** The laws of the comparison on ten times as many policies, registers and questions; the analysis on 2,000 programs. */
export default defineConfig({
  root,
  test: {
    include: ["test/properties/comparison/*.test.ts", "test/properties/analysis/*.test.ts"],
    env: { LONG_RUN: "10" },
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: "threads",
    reporters: ["default", new TallyReporter(join(root, "test/properties/comparison/long/last-run.json"))],
  },
});
