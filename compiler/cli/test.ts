import type { PropertyResult, SampleOptions } from "../analyse/index.ts";
import { checkAssertions, runCases } from "../evaluate/index.ts";
import type { AssertionResult, CaseResult } from "../evaluate/index.ts";
import { LineIndex } from "../../language/index.ts";
import type { Origin, Program } from "../model/ir.ts";
import { isUnconfirmed } from "../model/unconfirmed.ts";
import { junit } from "../report/junit.ts";
import { testJson } from "../report/test-json.ts";
import { counted, coveredPercent } from "../report/test-report.ts";
import type { CoverageTarget, TestReport, TestResult } from "../report/test-report.ts";
import { ruleItemLabel } from "../report/result-words.ts";
import { percent, testTable } from "../report/test-table.ts";
import type { CommandRegistration } from "./command.ts";
import { formatOption, outputOption } from "./command-line.ts";
import { openRunnable } from "./compiled-policy.ts";
import type { RunnablePolicy } from "./compiled-policy.ts";
import { emit, toJson } from "./emit.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { readThreshold } from "./threshold.ts";
import { millisecondsOf, timeoutOption } from "./time-limit.ts";

/** Samples for each 性质. */
const RUNS = 200;

interface TestOptions {
  readonly format: "table" | "json" | "junit";
  readonly coverage?: boolean;
  readonly threshold?: string;
  readonly seed: string;
  readonly timeout?: string;
  readonly output?: string;
}

/** `test`: runs what the policy says of itself: 用例, 性质 and 断言. */
export const testCommand: CommandRegistration = (program, { io, finish }) => {
  program
    .command("test")
    .argument("<政策>", ".tiaowen 文件，或者含有一个政策文件的文件夹")
    .description("运行政策中的用例、性质和断言")
    .addOption(formatOption("table", "json", "junit"))
    .option("--coverage", "列出用例到达的规则、规则条件和例外")
    .option("--threshold <百分数>", "用例覆盖低于这个百分数时，视为未通过")
    .option("--seed <整数>", "性质抽样的种子；同一种子抽取同样的记录", "1")
    .addOption(timeoutOption())
    .addOption(outputOption())
    .action(async (path: string, options: TestOptions) => {
      const threshold = readThreshold(options.threshold);
      const policy = await openRunnable(io, path);
      const milliseconds = millisecondsOf(options.timeout);
      const report = await runTests(policy, { seed: readSeed(options.seed), runs: RUNS }, milliseconds);
      await emit(io, render(io, report, options), options.output);
      const covered = coveredPercent(report.coverage);
      const below = threshold !== null && covered < threshold;
      if (below)
        io.writeError(
          `${io.paint("bad", "用例覆盖不足：")}应不低于${threshold}％，实为${percent(covered)}。\n`,
        );
      finish(below || counted(report.results).failed > 0 ? 1 : 0);
    });
};

const runTests = async (
  { program, files }: RunnablePolicy,
  sampling: SampleOptions,
  milliseconds: number | null,
): Promise<TestReport> => {
  const indexes = new Map(
    [files.policy, ...files.vocabularies].map((file) => [file.name, new LineIndex(file.text)]),
  );
  const { cases, coverage } = runCases(program);
  const properties = program.properties.length === 0 ? [] : await checked(program, sampling, milliseconds);
  const ran = [
    ...cases.map(caseResult),
    ...properties.map(propertyResult),
    ...checkAssertions(program).map(assertionResult),
  ];
  const results = ran.map(({ origin, ...result }): TestResult => ({
    ...result,
    messages: result.state === "通过" ? [] : result.messages,
    file: origin.file,
    line: indexes.get(origin.file)?.position(origin.span.start).line ?? 1,
  }));
  return { policy: program.policy.name, results, coverage: coverageTargets(program, coverage) };
};

/** The generator and the solvers are loaded only where a policy has 性质; the second solver starts when it is asked. */
const checked = async (
  program: Program,
  sampling: SampleOptions,
  milliseconds: number | null,
): Promise<readonly PropertyResult[]> => {
  const { checkProperties } = await import("../analyse/index.ts");
  const { createSecondSolver } = await import("../analyse/solve/z3.ts");
  const second = createSecondSolver();
  const time = milliseconds === null ? {} : { milliseconds };
  try {
    return await checkProperties(program, { ...sampling, ...time, second });
  } finally {
    await second.end();
  }
};

/** A result before its place in lines is known. */
type PlacedResult = Omit<TestResult, "file" | "line"> & { readonly origin: Origin };

const caseResult = ({
  case: { name, origin, knownFailure },
  passed,
  problem,
  expectations,
}: CaseResult): PlacedResult => {
  const unmet = expectations.flatMap(({ message }) => message ?? []);
  const messages = [...(problem === null ? [] : [problem]), ...unmet];
  const surprise = "标注为已知不成立，但现在各项预期均成立，请删去标注。";
  const state = isUnconfirmed({ name }) ? "待确认" : stateOf(passed);
  return {
    ...OUTRIGHT,
    kind: "用例",
    name,
    passed,
    state,
    knownFailure,
    messages: messages.length === 0 && knownFailure !== null ? [surprise] : messages,
    origin,
  };
};

/** What only 性质 have. */
const OUTRIGHT = { samples: null, verdict: null, why: null, cases: [] } as const;

const stateOf = (passed: boolean): TestResult["state"] => (passed ? "通过" : "未通过");

const propertyResult = (result: PropertyResult): PlacedResult => ({
  kind: "性质",
  name: result.property.name,
  passed: result.passed,
  state: stateOf(result.passed),
  knownFailure: result.property.knownFailure,
  messages: [result.message],
  samples: result.runs,
  verdict: result.status,
  why: result.why,
  cases: result.counterexample?.cases ?? [],
  origin: result.property.origin,
});

const assertionResult = ({ assertion, passed, message }: AssertionResult): PlacedResult => ({
  ...OUTRIGHT,
  kind: "断言",
  name: assertion.origin.words,
  passed,
  state: stateOf(passed),
  knownFailure: assertion.knownFailure,
  messages: [message],
  origin: assertion.origin,
});

const coverageTargets = (
  program: Program,
  coverage: ReturnType<typeof runCases>["coverage"],
): CoverageTarget[] => {
  const kinds = [
    ["规则", coverage.rules],
    ["规则条件", coverage.items],
    ["例外", coverage.exceptions],
  ] as const;
  return kinds.flatMap(([kind, list]) =>
    list.map(({ id, item, words, origin, reached }) => ({
      kind,
      name:
        item === null ? (program.exceptions.get(id)?.name ?? id) : `${id} ${ruleItemLabel(item)} ${words}`,
      provision: origin.provision,
      reached,
    })),
  );
};

const render = (io: Io, report: TestReport, { format, coverage, threshold, output }: TestOptions): string => {
  switch (format) {
    case "table":
      return testTable(report, {
        showCoverage: coverage === true || threshold !== undefined,
        ...(output === undefined ? { paint: io.paint } : {}),
        ...(output === undefined && io.columns !== undefined ? { width: io.columns } : {}),
      });
    case "json":
      return toJson(testJson(report));
    case "junit":
      return junit(report);
  }
};

const readSeed = (text: string): number => {
  if (!/^-?\d{1,9}$/.test(text)) throw new CommandFailure(`--seed 的值“${text}”无效，应为整数。`);
  return Number(text);
};
