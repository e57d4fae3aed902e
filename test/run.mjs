// The whole test command: static checks, build, then every test. Its last line is `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "tiaowen-test-"));
const report = join(folder, "vitest.json");

const steps = [
  ["types", "tsc", ["-p", "."]],
  ["lint", "oxlint", ["--type-aware"]],
  ["format", "oxfmt", ["--check", "."]],
  ["dead code", "knip", []],
  ["build", "vite", ["build", "--logLevel", "warn"]],
  ["page", "vite", ["build", "--config", "editor/vite.config.ts", "--logLevel", "warn"]],
  [
    "declarations",
    "tsc",
    ["-p", ".", "--noEmit", "false", "--emitDeclarationOnly", "--declaration", "--outDir", "dist/types"],
  ],
];

const run = (command, args) => {
  const entry = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return entry.status === 0;
};

let passed = 0;
let failed = 0;
const count = (name, good) => {
  if (good) passed += 1;
  else failed += 1;
  process.stdout.write(`${good ? "✓" : "✗"} ${name}\n`);
};

for (const [name, command, args] of steps) count(name, run(command, args));
const green = run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
try {
  const results = JSON.parse(readFileSync(report, "utf8"));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  // A test file that could not be loaded has no failed test of its own.
  if (!green && results.numFailedTests === 0) failed += Math.max(results.numFailedTestSuites, 1);
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
