import { byRecord, hasFindings, isUnexcused, provisionLabel, summarise } from "../check-report.ts";
import type { CheckReport, RecordResults } from "../check-report.ts";
import { conflictSide } from "../check-table.ts";
import { dayInChinese } from "../day.ts";
import { missingFields, openQuestions } from "../reasons.ts";
import { chineseOrdinal } from "../result-words.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { recordSheet } from "./record-sheet.ts";
import { countBar } from "./status-mark.ts";
import { STYLE } from "./style.ts";

/** Sheets beyond this number make a page that no browser opens comfortably. */
const SHEET_LIMIT = 3000;
const OPEN_LIMIT = 12;
const ROW_LIMIT = 500;

/** The whole result as one self-contained page, for a reader who decides: no scripts, nothing loaded. */
export const reportPage = (report: CheckReport): string => {
  const records = byRecord(report);
  const marks = pageMarks(report);
  const sections = [
    ["总体情况", overview(report, records)],
    ["各规则结果", rules(report)],
    ["冲突", conflicts(report)],
    ["需裁量事项", questions(report)],
    ["数据情况", data(report)],
    ["各记录结果表", sheets(report, records)],
    ["核对凭据", receipt(report)],
  ] as const;
  const present = sections.filter(([, body]) => body !== null);
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${report.policy.name}执行核对报告</title>
<style>${STYLE}</style>
</head>
<body>
${marks === "" ? null : html`<div class="banner">${marks}</div><div class="every-page">${marks}</div>`}
<main>
<header><h1>${report.policy.name}</h1><div class="kind">执行核对报告</div>${factList(report)}</header>
${present.map(([title, body], at) => html`<section><h2>${chineseOrdinal(at + 1)}、${title}</h2>${body}</section>`)}
<footer>本报告由条文依政策原文、规则和所载数据计算，同一文本、数据、参数、理解和基准日得出同一结果。${marks === "" ? "" : `${marks}。`}</footer>
</main>
</body>
</html>
`.text;
};

const pageMarks = (report: CheckReport): string =>
  [
    ...(report.trial ? [report.policy.stage ?? "草案", "试算", "尚未施行"] : []),
    ...(report.synthetic ? ["合成数据"] : []),
  ].join("　");

const factList = ({ policy, at, narrowing }: CheckReport): Markup => {
  const facts: readonly (readonly [string, string | null])[] = [
    ["地区", policy.region],
    ["制定机关", policy.issuer],
    ["文号", policy.documentNumber],
    ["阶段", policy.stage],
    ["印发日期", policy.issuedOn === null ? null : dayInChinese(policy.issuedOn)],
    ["施行日期", policy.effectiveFrom === null ? null : dayInChinese(policy.effectiveFrom)],
    ["基准日", dayInChinese(at)],
    ["核对范围", narrowing.length === 0 ? null : narrowing.join("；")],
  ];
  return html`<dl class="facts">${facts.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`]))}</dl>`;
};

const overview = (report: CheckReport, records: readonly RecordResults[]): Markup => {
  const count = (wanted: (status: string) => boolean): number => report.outcomes.filter(({ status }) => wanted(status)).length;
  const unexcused = report.outcomes.filter(isUnexcused).length;
  const clashes = report.conflicts.length + count((status) => status === "冲突");
  const tiles: readonly (readonly [string, number, boolean])[] = [
    ["核对记录", records.length, false],
    ["措施成立", count((status) => status === "成立"), false],
    ["不符合（未记理由）", unexcused, unexcused > 0],
    ["冲突", clashes, clashes > 0],
    ["未认定", count((status) => status === "未认定"), false],
    ["需裁量", count((status) => status === "需裁量"), false],
    ["缺少事实", count((status) => status === "未知"), false],
    ["数据错误", report.dataErrors.length, report.dataErrors.length > 0],
  ];
  return html`${report.notice === null ? null : html`<p class="lead"><b>${report.notice}</b></p>`}
<p class="lead">以${dayInChinese(report.at)}为基准日，对${records.length}条记录逐条核对${summarise(report.outcomes).length}项规则，得出结果${report.outcomes.length}项。${hasFindings(report) ? "其中存在需要处理的事项，列明如下。" : "未发现未说明理由的不符合、冲突和数据错误。"}</p>
<div class="tiles">${tiles.map(([name, number, bad]) => html`<div class="tile${bad ? " bad" : ""}"><b>${number}</b><span>${name}</span></div>`)}</div>
${report.synthetic ? html`<p class="small">本报告所用数据为合成数据，仅用于演示和验证，不反映任何机构的真实情况。</p>` : null}`;
};

const rules = (report: CheckReport): Markup | null => {
  const summaries = summarise(report.outcomes);
  if (summaries.length === 0) return null;
  return html`<table><thead><tr><th>规则</th><th>依据</th><th>对象</th><th>结果</th></tr></thead><tbody>${summaries.map((summary) => html`<tr><td>${summary.decision}</td><td>${provisionLabel(report.policy, summary.provision)}</td><td>${summary.object}</td><td class="bar">${countBar(summary.counts)}</td></tr>`)}</tbody></table>`;
};

const conflicts = (report: CheckReport): Markup | null => {
  const classes = report.outcomes.filter(({ status }) => status === "冲突");
  if (report.conflicts.length === 0 && classes.length === 0) return null;
  const shown = classes.slice(0, ROW_LIMIT);
  return html`${
    report.conflicts.length === 0
      ? null
      : html`<p>下列记录依不同规定应当采取的措施相互冲突。</p><table><thead><tr><th>记录</th><th>措施</th><th>一方</th><th>另一方</th></tr></thead><tbody>${report.conflicts.slice(0, ROW_LIMIT).map((conflict) => html`<tr><td>${recordTitle(report, conflict)}</td><td class="short">${conflict.measure}</td><td>${conflictSide(report, conflict.left)}</td><td>${conflictSide(report, conflict.right)}</td></tr>`)}</tbody></table>${moreRows(report.conflicts.length)}`
  }${
    classes.length === 0
      ? null
      : html`<p>下列记录同时符合两项以上规定，认定结果不一致。</p><table><thead><tr><th>记录</th><th>认定事项</th><th>结果</th><th>依据</th></tr></thead><tbody>${shown.map((outcome) => html`<tr><td>${recordTitle(report, outcome)}</td><td class="short">${outcome.decision}</td><td class="short">${outcome.candidates.join("、")}</td><td>${[...new Set(outcome.citations.map(({ label, quote }) => `${label}“${quote}”`))].join("；")}</td></tr>`)}</tbody></table>${moreRows(classes.length)}`
  }`;
};

const questions = (report: CheckReport): Markup | null => {
  const open = openQuestions(report.outcomes);
  if (open.length === 0) return null;
  return html`<p>下列事项原文留待有权机关确定或者裁量，确定之前相关结果为“需裁量”。</p><table><thead><tr><th>事项</th><th>类别</th><th>由谁决定</th><th>涉及规则</th><th class="number">待定结果</th></tr></thead><tbody>${open.map((question) => html`<tr><td>${question.name}</td><td class="short">${question.kind}</td><td>${question.owner}${question.source === null ? "" : `（${question.source}）`}</td><td>${question.rules.join("、")}</td><td class="number">${question.results}</td></tr>`)}</tbody></table>`;
};

const data = (report: CheckReport): Markup | null => {
  const missing = missingFields(report.outcomes);
  if (missing.length === 0 && report.dataErrors.length === 0 && report.notes.length === 0) return null;
  return html`${
    report.dataErrors.length === 0
      ? null
      : html`<h3>数据错误</h3><p>下列单元格无法按字段要求读取，视为未填；其余数据照常核对。</p><table><thead><tr><th>文件</th><th class="number">行</th><th>列</th><th>值</th><th>应为</th></tr></thead><tbody>${report.dataErrors.slice(0, ROW_LIMIT).map((error) => html`<tr><td>${error.file}</td><td class="number">${error.row ?? "—"}</td><td>${error.column ?? "—"}</td><td>${error.value ?? "—"}</td><td>${error.expected}</td></tr>`)}</tbody></table>${moreRows(report.dataErrors.length)}`
  }${
    missing.length === 0
      ? null
      : html`<h3>尚缺的事实</h3><table><thead><tr><th>对象</th><th>事实</th><th class="number">缺少的记录</th></tr></thead><tbody>${missing.map((field) => html`<tr><td>${field.object}</td><td>${field.name}</td><td class="number">${field.records}</td></tr>`)}</tbody></table>`
  }${report.notes.length === 0 ? null : html`<h3>数据说明</h3>${report.notes.slice(0, ROW_LIMIT).map((note) => html`<p class="small">${note}</p>`)}`}`;
};

const sheets = (report: CheckReport, records: readonly RecordResults[]): Markup | null => {
  if (records.length === 0) return null;
  const shown = records.slice(0, SHEET_LIMIT);
  const note = records.length > shown.length ? html`<p class="small">记录较多，此处列出前${SHEET_LIMIT}条（需要处理的在前），另有${records.length - shown.length}条未列出；全部结果可以用 CSV 或者 JSON 格式取得。</p>` : null;
  return html`<p class="small">需要处理的记录在前；点击名称展开或者收起。</p>${note}${shown.map((record, at) => recordSheet(report, record, at < OPEN_LIMIT && record.urgency > 1))}`;
};

const receipt = ({ receipt: { policy, vocabulary, data: dataHash, readings, compiler }, policy: { file } }: CheckReport): Markup => {
  const taken = Object.entries(readings).map(([name, option]) => `「${name}」读法${chineseOrdinal(option)}`);
  const rows: readonly (readonly [string, string])[] = [
    ["政策文件", file],
    ["政策 SHA-256", policy],
    ["词汇 SHA-256", vocabulary],
    ["数据 SHA-256", dataHash],
    ["采用的理解", taken.length === 0 ? "无" : taken.join("、")],
    ["条文版本", compiler],
  ];
  return html`<table class="receipt"><tbody>${rows.map(([name, value]) => html`<tr><td class="short">${name}</td><td>${value}</td></tr>`)}</tbody></table>`;
};

const recordTitle = (report: CheckReport, { object, id }: { readonly object: string; readonly id: string }): string => {
  const name = report.recordName(object, id);
  return name === null || name === id ? `${object} ${id}` : `${name}（${object} ${id}）`;
};

const moreRows = (total: number): Markup | null =>
  total > ROW_LIMIT ? html`<p class="small">另有${total - ROW_LIMIT}处未列出。</p>` : null;
