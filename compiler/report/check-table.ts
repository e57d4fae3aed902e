import type { Conflict, Outcome, Status } from "../model/outcome.ts";
import { byRecord, provisionLabel, STATUS_ORDER, summarise, totals, urgency } from "./check-report.ts";
import type { CheckReport, DataError, RecordResults, RuleSummary } from "./check-report.ts";
import { dayInChinese } from "./day.ts";
import { openQuestions } from "./reasons.ts";
import { chineseOrdinal, resultDetail, statusTone, toneOf } from "./result-words.ts";
import { naturalWidth, textTable } from "./text-table.ts";
import type { Cell } from "./text-table.ts";
import { plain } from "./tone.ts";
import type { Paint } from "./tone.ts";
import { visible, wrap } from "./width.ts";

export interface CheckTableLayout {
  readonly width?: number;
  readonly paint?: Paint;
  /** Every record and every result; otherwise only what asks for attention, up to a limit. */
  readonly all?: boolean;
}

/** Where the output is no terminal, a table is still read by people. */
const WIDEST = 140;
const RECORD_LIMIT = 20;
/** Columns from which a record's name has room beside its 编号. */
const ROOMY = 140;
const DATA_ERROR_LIMIT = 20;
/** As wide as 政策 and the space behind it. */
const RECEIPT_INDENT = "      ";

/** The results for a terminal: per rule, per record, conflicts, open questions, bad cells, receipt. */
export const checkTable = (report: CheckReport, given: CheckTableLayout = {}): string => {
  const layout = { width: WIDEST, ...given };
  const paint = layout.paint ?? plain;
  return [
    heading(report, paint),
    ...ruleSection(report, layout),
    ...recordSection(report, layout),
    ...conflictSection(report, layout),
    ...questionSection(report, layout),
    ...dataErrorSection(report, layout),
    ...noteSection(report, layout),
    receipt(report, layout),
  ].join("\n\n");
};

const heading = (report: CheckReport, paint: Paint): string => {
  const marks = [report.trial ? "试算" : "", report.synthetic ? "合成数据" : ""].filter(
    (mark) => mark !== "",
  );
  return [
    paint("strong", report.policy.name),
    `基准日：${dayInChinese(report.at)}${marks.map((mark) => `　【${mark}】`).join("")}`,
    ...(report.notice === null ? [] : [paint("warning", report.notice)]),
    ...(report.narrowing.length === 0 ? [] : [`范围：${report.narrowing.join("；")}`]),
  ].join("\n");
};

const ruleSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  const summaries = summarise(report.outcomes);
  if (summaries.length === 0)
    return ["没有可供核对的记录：数据中没有规则所涉对象的记录，或者已被筛选条件排除。"];
  const present = STATUS_ORDER.filter((status) =>
    summaries.some((summary) => summary.counts[status] !== undefined),
  );
  const columns = [
    { title: "规则" },
    { title: "依据" },
    { title: "对象" },
    ...present.map((status) => ({ title: status, align: "right" as const, fixed: true })),
  ];
  const named = (summary: RuleSummary): Cell[] => [
    summary.decision,
    provisionLabel(report.policy, summary.provision),
    summary.object,
  ];
  const { counts } = totals(report);
  const sum = ["合计", "", "", ...present.map((status): Cell => counts[status] ?? 0)];
  const rows = [
    ...summaries.map((summary) =>
      named(summary).concat(present.map((status) => countCell(status, summary.counts[status] ?? 0))),
    ),
    ...(summaries.length > 1 ? [sum] : []),
  ];
  if (naturalWidth(columns, rows) <= (layout.width ?? Number.POSITIVE_INFINITY)) {
    return [section("各规则结果", textTable(columns, rows, layout), layout)];
  }
  // A narrow terminal has no room for a column of each status.
  const narrow = summaries.map((summary) => named(summary).concat(countsInWords(summary)));
  const table = textTable([...columns.slice(0, 3), { title: "结果" }], narrow, layout);
  return [section("各规则结果", table, layout)];
};

const countsInWords = ({ counts }: RuleSummary): string =>
  STATUS_ORDER.flatMap((status) => (counts[status] === undefined ? [] : [`${status}${counts[status]}`])).join(
    "　",
  );

const countCell = (status: Status, count: number): Cell =>
  count === 0 ? { text: "·", tone: "muted" } : { text: String(count), tone: toneOf(status) };

const recordSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  const records = byRecord(report);
  const wanted = layout.all === true ? records : records.filter((record) => record.urgency > 1);
  const shown = layout.all === true ? wanted : wanted.slice(0, RECORD_LIMIT);
  if (shown.length === 0) return [];
  const columns = [
    { title: "记录" },
    { title: "规则" },
    { title: "依据" },
    { title: "结果", fixed: true },
    { title: "说明" },
  ];
  // On a narrow terminal the name stands below the 编号, so that the reasons keep their room.
  const beside = (layout.width ?? Number.POSITIVE_INFINITY) < ROOMY ? "\n" : " ";
  const rows = shown.flatMap((record) =>
    recordRows(report, record, recordTitle(record, beside), layout.all === true),
  );
  const [hidden, quiet] = [wanted.length - shown.length, records.length - wanted.length];
  const parts = [
    hidden > 0 ? `另有${hidden}条需要留意的记录` : "",
    quiet > 0 ? `另有${quiet}条记录没有需要留意的结果` : "",
  ];
  const note =
    hidden + quiet === 0
      ? ""
      : `\n${parts.filter((part) => part !== "").join("，")}，此处未列；加 --all 显示全部记录和全部结果。`;
  return [section("各记录结果", textTable(columns, rows, layout) + note, layout)];
};

const recordRows = (report: CheckReport, record: RecordResults, title: string, all: boolean): Cell[][] => {
  const results = (
    all ? [...record.outcomes] : record.outcomes.filter((outcome) => urgency(outcome) > 1)
  ).sort((left, right) => urgency(right) - urgency(left));
  if (results.length === 0) return [[title, "", "", "", ""]];
  return results.map((outcome, at) => outcomeRow(report, at === 0 ? title : "", outcome));
};

const recordTitle = ({ object, id, name }: RecordResults, beside: string): string =>
  `${object} ${id}${name === null || name === id ? "" : `${beside}${name}`}`;

const outcomeRow = (report: CheckReport, title: string, outcome: Outcome): Cell[] => [
  title,
  outcome.decision,
  provisionLabel(report.policy, outcome.provision),
  { text: outcome.status, tone: statusTone(outcome) },
  resultDetail(outcome),
];

const conflictSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  if (report.conflicts.length === 0) return [];
  const shown = layout.all === true ? report.conflicts : report.conflicts.slice(0, RECORD_LIMIT);
  const columns = [{ title: "记录" }, { title: "措施" }, { title: "一方" }, { title: "另一方" }];
  const rows = shown.map((conflict): Cell[] => [
    `${conflict.object} ${conflict.id}`,
    conflict.measure,
    conflictSide(report, conflict.left),
    conflictSide(report, conflict.right),
  ]);
  return [
    section(
      `冲突（${report.conflicts.length}处）`,
      textTable(columns, rows, layout) + more(report.conflicts.length - shown.length, "处冲突"),
      layout,
    ),
  ];
};

/** One side of a conflict, in words: 应当（双通道药店覆盖，第十四条）. */
export const conflictSide = (report: Pick<CheckReport, "policy">, side: Conflict["left"]): string =>
  `${side.modality === "" ? "直接规定" : side.modality}（${side.rule}，${provisionLabel(report.policy, side.provision)}）`;

const questionSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  const questions = openQuestions(report.outcomes);
  if (questions.length === 0) return [];
  const columns = [
    { title: "事项" },
    { title: "类别", fixed: true },
    { title: "由谁决定" },
    { title: "涉及规则" },
    { title: "涉及结果", align: "right" as const, fixed: true },
    { title: "其中需裁量", align: "right" as const, fixed: true },
    { title: "其中未知", align: "right" as const, fixed: true },
  ];
  const rows = questions.map((question): Cell[] => [
    question.name,
    question.kind,
    question.source === null ? question.owner : `${question.owner}（${question.source}）`,
    question.rules.join("、"),
    question.results,
    question.discretionary,
    question.unknown,
  ]);
  return [section("需裁量事项", textTable(columns, rows, layout), layout)];
};

const dataErrorSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  const count = report.dataErrors.length;
  if (count === 0) return [];
  const shown = layout.all === true ? report.dataErrors : report.dataErrors.slice(0, DATA_ERROR_LIMIT);
  const body = dataErrorTable(shown, layout) + more(count - shown.length, "处数据错误");
  return [section(`数据错误（${count}处）`, body, layout)];
};

const noteSection = (report: CheckReport, layout: CheckTableLayout): string[] => {
  if (report.notes.length === 0) return [];
  const shown = layout.all === true ? report.notes : report.notes.slice(0, DATA_ERROR_LIMIT);
  return [
    section(
      "数据说明",
      shown.map((note) => `  ${visible(note)}`).join("\n") +
        more(report.notes.length - shown.length, "条说明"),
      layout,
    ),
  ];
};

/** Cells that could not be read: where, what was found, what was expected. */
export const dataErrorTable = (errors: readonly DataError[], layout: CheckTableLayout = {}): string =>
  textTable(
    [
      { title: "文件" },
      { title: "行", align: "right", fixed: true },
      { title: "列" },
      { title: "值" },
      { title: "应为" },
    ],
    errors.map((error): Cell[] => [
      error.file,
      error.row ?? "—",
      error.column ?? "—",
      error.value ?? "—",
      error.expected,
    ]),
    layout,
  );

const receipt = (
  report: CheckReport,
  { paint = plain, width = Number.POSITIVE_INFINITY }: CheckTableLayout,
): string => {
  const readings = Object.entries(report.receipt.readings).map(
    ([name, option]) => `「${name}」读法${chineseOrdinal(option)}`,
  );
  const taken = wrap(readings.length === 0 ? "无" : readings.join("、"), width - RECEIPT_INDENT.length);
  return [
    paint("strong", "核对凭据（SHA-256）"),
    `政策　${report.receipt.policy}`,
    `词汇　${report.receipt.vocabulary || "无"}`,
    `数据　${report.receipt.data}`,
    `理解　${taken.join(`\n${RECEIPT_INDENT}`)}`,
    `版本　${report.receipt.compiler}`,
  ].join("\n");
};

const more = (hidden: number, unit: string): string =>
  hidden <= 0 ? "" : `\n另有${hidden}${unit}未列出，加 --all 显示。`;

const section = (title: string, body: string, layout: CheckTableLayout): string =>
  `${(layout.paint ?? plain)("strong", title)}\n${body}`;
