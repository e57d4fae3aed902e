import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Writes how much was tried and what failed, as the other long runs do. */
export class TallyReporter implements Reporter {
  private readonly began = Date.now();
  private readonly output: string;

  constructor(output: string) {
    this.output = output;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const tallies: Record<string, unknown> = {};
    for (const { name, module } of tests.map((test) => ({ name: test.meta().tally, module: test.module }))) {
      if (name !== undefined) tallies[module.relativeModuleId.replace(/^.*\/|\.test\.ts$/gu, "")] = name;
    }
    const report = {
      tests: tests.length,
      failures: tests.flatMap((test) => (test.result().state === "failed" ? [test.fullName] : [])),
      seconds: Math.round((Date.now() - this.began) / 1000),
      tried: tallies,
    };
    writeFileSync(this.output, `${JSON.stringify(report, null, 2)}\n`);
  }
}
