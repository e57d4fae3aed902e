import { dayInChinese } from "../day.ts";
import { NO_PROVISION, SEVERITY_WORDS } from "../finding.ts";
import { wholeLayout, type Layout, type WholeLayout } from "../layout.ts";
import { visible, wrap } from "../width.ts";
import { clauseTitle, type ReportedClause } from "./clause.ts";
import type { AnalysisReport, ReportedFinding } from "./report.ts";
import { placeOfAdded, type ReportedSuggestion } from "./suggested-edit.ts";
import { sensitivityTable } from "./terminal-sensitivity.ts";
import {
  CERTAINTY_WORDS,
  factsToTell,
  leftWords,
  readingsInWords,
  resultInWords,
  SEVERITY_TONES,
  summaryWords,
} from "./words.ts";

/** The analysis for a terminal: provision by provision, each finding with its words, its example and what would mend it. */
export const analysisTerminal = (report: AnalysisReport, given: Layout = {}): string => {
  const layout = wholeLayout(given);
  return [
    heading(report, layout),
    ...report.groups.map(({ label, findings }) =>
      [
        layout.paint("strong", label ?? NO_PROVISION),
        ...findings.map((each) => findingLines(each, layout).join("\n")),
      ].join("\n\n"),
    ),
    ...leftLines(report, layout),
    ...notes(report, layout),
    summaryWords(report),
  ].join("\n\n");
};

const heading = (
  { analysis, file, parent, caveat, synthetic }: AnalysisReport,
  { paint }: WholeLayout,
): string =>
  [
    paint("strong", visible(`${analysis.policy}　规则分析`)),
    `文件：${visible(file)}　基准日：${dayInChinese(analysis.at)}`,
    ...(parent === null ? [] : [`对照的上位政策：${visible(parent.name)}（${visible(parent.file)}）`]),
    ...(caveat === null ? [] : [caveat]),
    ...(synthetic ? ["所用数据为合成数据。"] : []),
  ].join("\n");

const findingLines = (reported: ReportedFinding, layout: WholeLayout): readonly string[] => {
  const { finding, clauses, suggestions } = reported;
  const { paint } = layout;
  const head = `${paint(SEVERITY_TONES[finding.severity], SEVERITY_WORDS[finding.severity])}　${CERTAINTY_WORDS[finding.certainty]}　${paint("muted", finding.code)}`;
  return [
    `  ${paint("strong", "◆")} ${head}`,
    ...indented(finding.message, 4, layout),
    ...clauses.flatMap((clause) => clauseLines(clause, layout)),
    ...exampleLines(reported, layout),
    ...(finding.sensitivity === undefined
      ? []
      : sensitivityTable(finding.sensitivity, { ...layout, indent: "      " })),
    ...(finding.reason === null || finding.message.includes(finding.reason)
      ? []
      : indented(`原因：${finding.reason}`, 4, layout)),
    ...suggestions.flatMap((each, at) => suggestionLines(each, at, layout)),
  ];
};

const clauseLines = (clause: ReportedClause, layout: WholeLayout): readonly string[] => {
  const place = layout.paint("muted", visible(`${clause.file}:${clause.line}`));
  const quoted = clause.quotes.map(({ label, quote }) => `${label}「${quote}」`);
  return [
    `    ${layout.paint("muted", "│")} ${visible(clauseTitle(clause))}　${place}`,
    ...shortened(indented(clause.words, 6, layout)),
    ...(quoted.length === 0 ? [] : indented(`原文：${quoted.join("、")}`, 6, layout)),
  ];
};

/** A long rule is told by its beginning: the place is named. */
const shortened = (lines: readonly string[], most = 5): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), "      ……"];

/** What is to be written can be copied from here; only a whole article does not fit. */
const MOST_WRITTEN = 24;

const exampleLines = (reported: ReportedFinding, layout: WholeLayout): readonly string[] => {
  const { witness } = reported.finding;
  if (witness === null) return [];
  const facts = factsToTell(reported);
  const readings = readingsInWords(reported.finding);
  return [
    `    例（基准日${dayInChinese(witness.at)}${readings.length === 0 ? "" : `，${readings.join("，")}`}）`,
    ...facts.flatMap((fact) => indented(fact, 6, layout)),
    ...witness.results.flatMap((result) =>
      indented(
        `${witness.record.object}「${witness.record.id}」的${result.rule}：${resultInWords(result)}`,
        6,
        layout,
      ),
    ),
  ];
};

const suggestionLines = (
  { title, changes }: ReportedSuggestion,
  at: number,
  layout: WholeLayout,
): readonly string[] => [
  ...indented(`${at === 0 ? "可以改为" : "也可以改为"}：${title}`, 4, layout),
  ...changes.flatMap((change) => [
    ...indented(placeOfAdded(change) ?? "", 6, layout).filter((line) => line.trim() !== ""),
    ...shortened(marked("－", change.before, "bad", layout)),
    ...shortened(marked("＋", change.after, "good", layout), MOST_WRITTEN),
  ]),
];

const marked = (
  mark: string,
  text: string,
  tone: "bad" | "good",
  { width, paint }: WholeLayout,
): readonly string[] =>
  text.trim() === ""
    ? []
    : text
        .split("\n")
        .flatMap((line) =>
          wrap(visible(line), width - 9).map(
            (part, at) => `      ${paint(tone, at === 0 ? mark : "　")} ${paint(tone, part)}`,
          ),
        );

const leftLines = ({ left }: AnalysisReport, layout: WholeLayout): readonly string[] =>
  left.length === 0
    ? []
    : [
        [
          layout.paint("strong", `已注明不提示的${left.length}处`),
          ...left.flatMap((each) => indented(leftWords(each), 2, layout)),
        ].join("\n"),
      ];

const notes = ({ analysis }: AnalysisReport, layout: WholeLayout): readonly string[] =>
  analysis.notes.length === 0
    ? []
    : [
        [layout.paint("strong", "说明"), ...analysis.notes.flatMap((note) => indented(note, 2, layout))].join(
          "\n",
        ),
      ];

const indented = (text: string, spaces: number, { width }: WholeLayout): readonly string[] =>
  wrap(visible(text), width - spaces).map((line) => " ".repeat(spaces) + line);
