import { dayInChinese } from "../day.ts";
import { NO_PROVISION, SEVERITY_WORDS } from "../finding.ts";
import { clauseTitle } from "./clause.ts";
import { fenced, line, table } from "../markdown-cells.ts";
import type { AnalysisReport, ReportedFinding } from "./report.ts";
import { hiddenWords, shownSteps } from "./shown-steps.ts";
import { placeOfAdded } from "./suggested-edit.ts";
import { countsInWords } from "./terminal-sensitivity.ts";
import {
  CERTAINTY_WORDS,
  factsToTell,
  leftWords,
  readingsInWords,
  resultInWords,
  summaryWords,
} from "./words.ts";

/** The analysis as Markdown: to be sent, or put under another text. */
export const analysisMarkdown = (report: AnalysisReport): string => {
  const { analysis, file, parent, caveat, synthetic, left } = report;
  return [
    `# ${line(analysis.policy)}　规则分析`,
    [
      `- 文件：${line(file)}`,
      `- 基准日：${dayInChinese(analysis.at)}`,
      ...(parent === null ? [] : [`- 对照的上位政策：${line(parent.name)}（${line(parent.file)}）`]),
      ...(caveat === null ? [] : [`- ${caveat}`]),
      ...(synthetic ? ["- 所用数据为合成数据。"] : []),
      `- ${summaryWords(report)}`,
    ].join("\n"),
    ...report.groups.flatMap(({ label, findings }) => [
      `## ${line(label ?? NO_PROVISION)}`,
      ...findings.map(findingText),
    ]),
    ...(left.length === 0
      ? []
      : [`## 已注明不提示的${left.length}处`, left.map((each) => `- ${line(leftWords(each))}`).join("\n")]),
    ...(analysis.notes.length === 0
      ? []
      : ["## 说明", analysis.notes.map((note) => `- ${line(note)}`).join("\n")]),
  ]
    .join("\n\n")
    .concat("\n");
};

const findingText = (reported: ReportedFinding): string => {
  const { finding, clauses, suggestions } = reported;
  return [
    `### ${SEVERITY_WORDS[finding.severity]}　${CERTAINTY_WORDS[finding.certainty]}　\`${finding.code}\``,
    line(finding.message),
    clauses
      .map((clause) =>
        [
          `- ${line(clauseTitle(clause))}（${line(clause.file)}:${clause.line}）：${line(clause.words)}`,
          ...clause.quotes.map(({ label, quote }) => `  - 原文：${line(`${label}「${quote}」`)}`),
        ].join("\n"),
      )
      .join("\n"),
    ...exampleText(reported),
    ...tableText(reported),
    ...(finding.reason === null || finding.message.includes(finding.reason)
      ? []
      : [`原因：${line(finding.reason)}`]),
    ...suggestions.map(({ title, changes }, at) =>
      [
        `${at === 0 ? "可以改为" : "也可以改为"}：${line(title)}`,
        ...changes.map((change) =>
          [
            "",
            ...[placeOfAdded(change)].flatMap((place) => (place === null ? [] : [place, ""])),
            fenced("diff", [...signed("-", change.before), ...signed("+", change.after)].join("\n")),
          ].join("\n"),
        ),
      ].join("\n"),
    ),
  ].join("\n\n");
};

const exampleText = (reported: ReportedFinding): readonly string[] => {
  const { witness } = reported.finding;
  if (witness === null) return [];
  const readings = readingsInWords(reported.finding);
  const told = [
    ...factsToTell(reported),
    ...witness.results.map(
      (result) =>
        `${witness.record.object}「${witness.record.id}」的${result.rule}：${resultInWords(result)}`,
    ),
  ];
  return [
    `例（基准日${dayInChinese(witness.at)}${readings.length === 0 ? "" : `，${readings.join("，")}`}）：`,
    told.map((each) => `- ${line(each)}`).join("\n"),
  ];
};

const tableText = ({ finding: { sensitivity } }: ReportedFinding): readonly string[] => {
  if (sensitivity === undefined) return [];
  const { steps, hidden } = shownSteps(sensitivity);
  if (steps.length === 0) return [];
  const rows = steps.flatMap(({ range, results, moved }) =>
    results.map(({ rule, counts }, at) => [
      at === 0 ? line(range) : "",
      line(rule),
      line(countsInWords(counts)),
      at === 0 ? String(moved) : "",
    ]),
  );
  const words = hiddenWords(hidden);
  return [table(["取值", "规则", "结果", "变化"], rows), ...(words === null ? [] : [words])];
};

const signed = (sign: string, text: string): readonly string[] =>
  text.trim() === "" ? [] : text.split("\n").map((each) => `${sign} ${each}`);
