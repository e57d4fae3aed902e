/** One 用例, 性质 or 断言 that was run. */
export interface TestResult {
  readonly kind: "用例" | "性质" | "断言";
  readonly name: string;
  readonly passed: boolean;
  /** Marked 已知不成立 with this reason: it passes only while it fails. */
  readonly knownFailure: string | null;
  /** What was expected and what came out, one sentence each; empty where all is well. */
  readonly messages: readonly string[];
  /** How many records were drawn where the result rests on samples; null where it was computed outright. */
  readonly samples: number | null;
  readonly file: string;
  readonly line: number;
}

/** A rule, a rule item or an exception, and whether it was 真 in at least one 用例. */
export interface CoverageTarget {
  readonly kind: "规则" | "规则条件" | "例外";
  readonly name: string;
  readonly provision: string | null;
  readonly reached: boolean;
}

export interface TestReport {
  readonly policy: string;
  readonly results: readonly TestResult[];
  readonly coverage: readonly CoverageTarget[];
}

/** Reached share in per cent; a policy with nothing to reach is wholly reached. */
export const coveredPercent = (targets: readonly CoverageTarget[]): number =>
  targets.length === 0 ? 100 : (targets.filter((target) => target.reached).length * 100) / targets.length;
