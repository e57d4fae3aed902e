import { counted, coveredPercent } from "./test-report.ts";
import type { TestReport } from "./test-report.ts";

/** Test results as plain data. */
export const testJson = (report: TestReport): unknown => ({
  policy: report.policy,
  ...counted(report.results),
  results: report.results,
  coverage: { percent: coveredPercent(report.coverage), list: report.coverage },
});
