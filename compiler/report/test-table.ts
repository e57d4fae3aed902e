import { textTable } from "./text-table.ts";
import type { Cell, TableLayout } from "./text-table.ts";
import { counted, coveredPercent } from "./test-report.ts";
import type { CoverageTarget, TestReport, TestResult } from "./test-report.ts";
import { plain } from "./tone.ts";
import type { Paint, Tone } from "./tone.ts";
import { visible, wrap } from "./width.ts";

const KINDS = ["用例", "性质", "断言"] as const satisfies readonly TestResult["kind"][];
const DEFAULT_WIDTH = 100;

/** Test results for a person: each kind in turn, what failed in full, one line of totals at the end. */
export const testTable = (
  report: TestReport,
  layout: TableLayout & { readonly showCoverage: boolean },
): string => {
  const paint = layout.paint ?? plain;
  const sections = KINDS.flatMap((kind) => {
    const results = report.results.filter((result) => result.kind === kind);
    return results.length === 0
      ? []
      : [
          `${paint("strong", `${kind}（${results.length}个）`)}\n${results.map((result) => resultLines(result, paint, layout.width)).join("\n")}`,
        ];
  });
  return [
    paint("strong", report.policy),
    ...(sections.length === 0 ? ["该政策没有用例、性质和断言。"] : sections),
    ...(layout.showCoverage ? [coverageSection(report.coverage, layout)] : []),
    totals(report.results, paint),
  ].join("\n\n");
};

const resultLines = (result: TestResult, paint: Paint, width = DEFAULT_WIDTH): string => {
  const remarks = [
    ...(result.knownFailure === null ? [] : [`已知不成立：${result.knownFailure}`]),
    ...verdictRemarks(result),
  ];
  const remark = remarks.length === 0 ? "" : paint("muted", `（${remarks.join("；")}）`);
  const lines = [
    ...(result.state === "未通过" ? [`${result.file}:${result.line}`] : []),
    ...result.messages,
    ...(result.why === null ? [] : [`没有证明：${result.why}`]),
  ];
  const failedCases = result.passed ? [] : result.cases;
  const pasted =
    failedCases.length === 0
      ? []
      : ["可以作为用例写入政策：", ...failedCases.flatMap((each) => each.split("\n"))];
  return [
    `  ${paint(TONES[result.state], result.state)}  ${visible(result.name)}${remark}`,
    ...lines.flatMap((line) => wrap(visible(line), width - 10).map((each) => `          ${each}`)),
    // What is to be pasted is not broken into lines.
    ...pasted.map((line) => `          ${visible(line)}`),
  ].join("\n");
};

const TONES = { 通过: "good", 未通过: "bad", 待确认: "muted" } as const satisfies Record<
  TestResult["state"],
  Tone
>;

const verdictRemarks = ({ verdict, samples }: TestResult): readonly string[] => {
  const drawn = samples === null ? [] : [`抽样${samples}例`];
  if (verdict === "已证明") return ["已证明", ...drawn];
  return verdict === "反例" ? ["有反例"] : drawn;
};

const coverageSection = (targets: readonly CoverageTarget[], layout: TableLayout): string => {
  const paint = layout.paint ?? plain;
  const kinds = ["规则", "规则条件", "例外"] as const satisfies readonly CoverageTarget["kind"][];
  const rows = kinds.map((kind): Cell[] => {
    const own = targets.filter((target) => target.kind === kind);
    const reached = own.filter((target) => target.reached).length;
    return [kind, own.length, reached, percent(coveredPercent(own))];
  });
  const missed = targets.filter((target) => !target.reached);
  const table = textTable(
    [
      { title: "类别" },
      { title: "总数", align: "right" },
      { title: "用例到达", align: "right" },
      { title: "比例", align: "right" },
    ],
    rows,
    layout,
  );
  const list =
    missed.length === 0
      ? ""
      : `\n没有用例使其为真：\n${missed.map((target) => `  ${target.kind}　${visible(target.name)}`).join("\n")}`;
  return `${paint("strong", `用例覆盖（${percent(coveredPercent(targets))}）`)}\n${table}${list}`;
};

/** 100％, 97.5％: never rounded up to a whole. */
export const percent = (value: number): string => `${Math.floor(value * 10) / 10}％`;

const totals = (results: readonly TestResult[], paint: Paint): string => {
  const { passed, failed, unconfirmed } = counted(results);
  const waiting = unconfirmed === 0 ? "" : `，待确认${unconfirmed}个`;
  return `通过${passed}个，${failed === 0 ? "未通过0个" : paint("bad", `未通过${failed}个`)}${waiting}。`;
};
