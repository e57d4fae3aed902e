import { byRecord } from "../check-report.ts";
import type { CheckReport, RecordResults } from "../check-report.ts";
import { dayInChinese } from "../day.ts";
import { chineseOrdinal } from "../result-words.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { recordSheet } from "./record-sheet.ts";
import { unclassified, unmetRequirements } from "./failures.ts";
import { conflicts, data, questions, rules } from "./findings.ts";
import { overview } from "./overview.ts";
import { STYLE } from "./style.ts";

/** Sheets beyond this number make a page that no browser opens comfortably. */
const SHEET_LIMIT = 3000;
const OPEN_LIMIT = 12;
const RECEIPT = "核对凭据";

/** The whole result as one self-contained page, for a reader who decides: no scripts, nothing loaded. */
export const reportPage = (report: CheckReport): string => {
  const records = byRecord(report);
  const marks = pageMarks(report);
  const sections = [
    ["总体情况", overview(report, records)],
    ["各规则结果", rules(report)],
    ["不符合", unmetRequirements(report)],
    ["冲突", conflicts(report)],
    ["未认定", unclassified(report)],
    ["需裁量事项", questions(report)],
    ["数据情况", data(report)],
    ["各记录结果表", sheets(report, records)],
    [RECEIPT, receipt(report)],
  ] as const;
  const present = sections.filter(([, body]) => body !== null);
  return html`<!DOCTYPE html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${report.policy.name}执行核对报告</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        ${marks === "" ? null : html`<div class="banner">${marks}</div>`}
        <main>
          ${marks === "" ? null : html`<div class="every-page"><div>${marks}</div></div>`}
          <header>
            <h1>${report.policy.name}</h1>
            <div class="kind">执行核对报告</div>
            ${factList(report)}
          </header>
          ${present.map(
            ([title, body], at) =>
              html`<section${title === RECEIPT ? html` class="whole"` : null}>
                <h2>${chineseOrdinal(at + 1)}、${title}</h2>
                ${body}
              </section>`,
          )}
          <footer>
            本报告由条文依政策原文、规则和所载数据计算，同一文本、数据、参数、理解和基准日得出同一结果。
          </footer>
        </main>
      </body>
    </html>`.text.concat("\n");
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
  return html`<dl class="facts">
    ${facts.flatMap(([name, value]) =>
      value === null
        ? []
        : [
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
          ],
    )}
  </dl>`;
};

const sheets = (report: CheckReport, records: readonly RecordResults[]): Markup | null => {
  if (records.length === 0) return null;
  const shown = records.slice(0, SHEET_LIMIT);
  const note =
    records.length > shown.length
      ? html`<p class="small">
          记录较多，此处列出前${SHEET_LIMIT}条（需要处理的在前），另有${records.length - shown.length}条未列出；全部结果可以用
          CSV 或者 JSON 格式取得。
        </p>`
      : null;
  const quiet = shown.filter((record) => record.urgency <= 1).length;
  return html`<p class="small">需要处理的记录在前<span class="on-screen">；点击名称展开或者收起</span>。</p>
    ${quiet === 0 ? null : html`<p class="small on-paper">另有${quiet}条记录没有需要处理的结果，打印时从略。</p>`}
    ${note}${shown.map((record, at) => recordSheet(report, record, at < OPEN_LIMIT && record.urgency > 1))}`;
};

const receipt = ({
  receipt: { policy, vocabulary, data: dataHash, readings, compiler },
  policy: { file },
}: CheckReport): Markup => {
  const taken = Object.entries(readings).map(([name, option]) => `「${name}」读法${chineseOrdinal(option)}`);
  const rows: readonly (readonly [string, string])[] = [
    ["政策文件", file],
    ["政策 SHA-256", policy],
    ["词汇 SHA-256", vocabulary || "无"],
    ["数据 SHA-256", dataHash],
    ["采用的理解", taken.length === 0 ? "无" : taken.join("、")],
    ["条文版本", compiler],
  ];
  return html`<table class="receipt">
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <td class="short">${name}</td>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};
