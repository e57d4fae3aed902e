import { counted } from "./test-report.ts";
import type { TestReport, TestResult } from "./test-report.ts";

/** Test results in the XML that build servers read. */
export const junit = (report: TestReport): string => {
  const kinds = [...new Set(report.results.map((result) => result.kind))];
  const suites = kinds.map((kind) =>
    suite(
      kind,
      report.results.filter((result) => result.kind === kind),
    ),
  );
  const failures = counted(report.results).failed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${escapeXml(report.policy)}" tests="${report.results.length}" failures="${failures}" errors="0">
${suites.join("\n")}
</testsuites>
`;
};

const suite = (kind: string, results: readonly TestResult[]): string => {
  const { failed, unconfirmed } = counted(results);
  return `  <testsuite name="${kind}" tests="${results.length}" failures="${failed}" errors="0" skipped="${unconfirmed}">
${results.map(testCase).join("\n")}
  </testsuite>`;
};

const testCase = (result: TestResult): string => {
  const head = `    <testcase classname="${result.kind}" name="${escapeXml(result.name)}" file="${escapeXml(result.file)}" line="${result.line}"`;
  if (result.state === "待确认") {
    const message = result.messages[0] ?? "预期结果待人工确认";
    return `${head}>
      <skipped message="${escapeXml(message)}"/>
    </testcase>`;
  }
  const told =
    result.verdict === null ? "" : `\n      <system-out>${escapeXml(verdictLine(result))}</system-out>`;
  if (result.passed) return told === "" ? `${head}/>` : `${head}>${told}\n    </testcase>`;
  const [first = "未通过"] = result.messages;
  return `${head}>
      <failure message="${escapeXml(first)}">${escapeXml([...result.messages, ...result.cases].join("\n"))}</failure>${told}
    </testcase>`;
};

/** 抽样通过（200例）：合计、平均数等…… */
const verdictLine = ({ verdict, samples, why }: TestResult): string =>
  `${verdict}${samples === null ? "" : `（抽样${samples}例）`}${why === null ? "" : `：${why}`}`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML 1.0 has no place for most control characters and lone surrogates, not even escaped. */
const escapeXml = (text: string): string =>
  text
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\uFFFD",
    )
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
