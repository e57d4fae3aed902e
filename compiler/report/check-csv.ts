import type { Outcome } from "../model/outcome.ts";
import { provisionLabel } from "./check-report.ts";
import type { CheckReport } from "./check-report.ts";
import { isoDay } from "./day.ts";
import { reasonInWords } from "./reasons.ts";
import {
  basisInWords,
  candidatesInWords,
  readingInWords,
  reasonInPrint,
  resultValue,
} from "./result-words.ts";

/** One line per result, for a spreadsheet: with a byte order mark, so that Han characters open as such. */
export function* checkCsv(report: CheckReport): Generator<string> {
  const common = [report.policy.name, isoDay(report.at), report.trial ? "是" : "否", report.notice ?? ""];
  yield `\uFEFF${csvLine(HEADINGS)}`;
  for (const outcome of report.outcomes) yield csvLine([...common, ...outcomeCells(report, outcome)]);
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

/**
 * A cell that a spreadsheet takes as text: one that would run as a formula gets a leading
 * apostrophe, and one with a comma, a quotation mark or a line break is quoted.
 */
export const csvCell = (text: string): string => {
  const safe = neutralised(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A text that would run as a formula with a leading apostrophe. */
export const neutralised = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const HEADINGS = [
  "政策",
  "基准日",
  "试算",
  "提示",
  "对象",
  "编号",
  "名称",
  "规则",
  "条文",
  "结果",
  "值",
  "情态",
  "措施",
  "说明",
  "原因",
  "规则条件",
  "引文",
  "理解",
];

/** Room for what 依据 names; a whole provision is cut. */
const QUOTE_LIMIT = 200;

const outcomeCells = (report: CheckReport, outcome: Outcome): string[] => [
  outcome.object,
  outcome.id,
  report.recordName(outcome.object, outcome.id) ?? "",
  outcome.decision,
  provisionLabel(report.policy, outcome.provision),
  outcome.status,
  outcome.value ?? candidatesInWords(outcome.candidates),
  outcome.modality ?? "",
  outcome.measure ?? "",
  [outcome.status === "不符合" ? resultValue(outcome) : "", reasonInPrint(outcome)]
    .filter((part) => part !== "")
    .join("；"),
  outcome.reasons.map(reasonInWords).join("；"),
  [...new Set(outcome.citations.flatMap((citation) => citation.ruleItem ?? []))].join("；"),
  basisInWords(outcome, QUOTE_LIMIT),
  outcome.readings.map(readingInWords).join("；"),
];
