import { defineConfig } from "vitest/config";

/** Files that put something else in the place of a module that others read too. */
const APART = ["test/compiler/evaluate/standing-work.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
    maxWorkers: 2,
    pool: "threads",
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          // The compiler is read once for each thread and not for each file.
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/bench/**", "test/browser/**", ...APART],
        },
      },
      {
        extends: true,
        test: {
          // Projects come one after the other by their names: two browsers do not share the machine with what calculates.
          name: "browser",
          isolate: false,
          include: ["test/browser/**/*.test.ts"],
          // What a page shows is waited for as long as a slow machine takes.
          expect: { poll: { timeout: 30_000, interval: 50 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      { extends: true, test: { name: "apart", include: APART } },
    ],
  },
});
