/** One 用例, 性质 or 断言 that was run. */
export interface TestResult {
  readonly kind: "用例" | "性质" | "断言";
  readonly name: string;
  /** What was expected came out, also where nobody has confirmed the expectation. */
  readonly passed: boolean;
  /** 待确认: a generated 用例 whose expected result a person has yet to confirm; it counts neither way. */
  readonly state: "通过" | "未通过" | "待确认";
  /** Marked 已知不成立 with this reason: it passes only while it fails. */
  readonly knownFailure: string | null;
  /** What was expected and what came out, one sentence each; empty where all is well. */
  readonly messages: readonly string[];
  /** How many samples were drawn; null where the result was computed outright. */
  readonly samples: number | null;
  /** Of a 性质: proved, only sampled, or refuted; null for the others. */
  readonly verdict: "已证明" | "抽样通过" | "反例" | "无法抽样" | null;
  /** Why a 性质 was not proved. */
  readonly why: string | null;
  /** 【用例】 that show a 性质 broken, to be pasted. */
  readonly cases: readonly string[];
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

/** Results by what they say of the policy. */
export const counted = (
  results: readonly TestResult[],
): { readonly passed: number; readonly failed: number; readonly unconfirmed: number } => {
  const of = (state: TestResult["state"]): number => results.filter((each) => each.state === state).length;
  return { passed: of("通过"), failed: of("未通过"), unconfirmed: of("待确认") };
};

/** Reached share in per cent; a policy with nothing to reach is wholly reached. */
export const coveredPercent = (targets: readonly CoverageTarget[]): number =>
  targets.length === 0 ? 100 : (targets.filter((target) => target.reached).length * 100) / targets.length;
