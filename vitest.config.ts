import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows is waited for as long as a slow machine takes.
    expect: { poll: { timeout: 15_000, interval: 50 } },
    maxWorkers: 2,
    pool: "threads",
  },
});
