import { provisionLabel, summarise } from "../check-report.ts";
import type { CheckReport } from "../check-report.ts";
import { conflictSide } from "../check-table.ts";
import { missingFields, openQuestions } from "../reasons.ts";
import { basisInWords } from "../result-words.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { countBar } from "./status-mark.ts";

/** Rows beyond this number are counted only. Each section is null where there is nothing to say. */
export const ROW_LIMIT = 500;
const QUOTE_LIMIT = 60;

export const rules = (report: CheckReport): Markup | null => {
  const summaries = summarise(report.outcomes);
  if (summaries.length === 0) return null;
  return html`<table>
    <thead>
      <tr>
        <th>规则</th>
        <th>依据</th>
        <th>对象</th>
        <th>结果</th>
      </tr>
    </thead>
    <tbody>
      ${summaries.map(
        (summary) =>
          html`<tr>
            <td>${summary.decision}</td>
            <td>${provisionLabel(report.policy, summary.provision)}</td>
            <td>${summary.object}</td>
            <td class="bar">${countBar(summary.counts)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

export const conflicts = (report: CheckReport): Markup | null => {
  const classes = report.outcomes.filter(({ status }) => status === "冲突");
  if (report.conflicts.length === 0 && classes.length === 0) return null;
  const shown = classes.slice(0, ROW_LIMIT);
  return html`${
    report.conflicts.length === 0
      ? null
      : html`<p>下列记录依不同规定应当采取的措施相互冲突。</p>
          <table>
            <thead>
              <tr>
                <th>记录</th>
                <th>措施</th>
                <th>一方</th>
                <th>另一方</th>
              </tr>
            </thead>
            <tbody>
              ${report.conflicts.slice(0, ROW_LIMIT).map(
                (conflict) =>
                  html`<tr>
                    <td>${recordTitle(report, conflict)}</td>
                    <td class="short">${conflict.measure}</td>
                    <td>${conflictSide(report, conflict.left)}</td>
                    <td>${conflictSide(report, conflict.right)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
          ${moreRows(report.conflicts.length)}`
  }${
    classes.length === 0
      ? null
      : html`<p>下列记录同时符合两项以上规定，认定结果不一致。</p>
          <table>
            <thead>
              <tr>
                <th>记录</th>
                <th>认定事项</th>
                <th>结果</th>
                <th>依据</th>
              </tr>
            </thead>
            <tbody>
              ${shown.map(
                (outcome) =>
                  html`<tr>
                    <td>${recordTitle(report, outcome)}</td>
                    <td class="short">${outcome.decision}</td>
                    <td class="short">${outcome.candidates.join("、")}</td>
                    <td>${basisInWords(outcome, QUOTE_LIMIT)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
          ${moreRows(classes.length)}`
  }`;
};

export const questions = (report: CheckReport): Markup | null => {
  const open = openQuestions(report.outcomes);
  if (open.length === 0) return null;
  return html`<p>
      下列事项原文留待有权机关确定或者裁量，确定之前相关结果为“需裁量”，同时缺少事实的为“未知”。同一结果可以涉及几个事项，各行不能相加。
    </p>
    <table>
      <thead>
        <tr>
          <th>事项</th>
          <th>类别</th>
          <th>由谁决定</th>
          <th>涉及规则</th>
          <th class="number">涉及结果</th>
          <th class="number">需裁量</th>
          <th class="number">未知</th>
        </tr>
      </thead>
      <tbody>
        ${open.map(
          (question) =>
            html`<tr>
              <td>${question.name}</td>
              <td class="short">${question.kind}</td>
              <td>${question.owner}${question.source === null ? "" : `（${question.source}）`}</td>
              <td>${question.rules.join("、")}</td>
              <td class="number">${question.results}</td>
              <td class="number">${question.discretionary}</td>
              <td class="number">${question.unknown}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};

export const data = (report: CheckReport): Markup | null => {
  const missing = missingFields(report.outcomes);
  if (missing.length === 0 && report.dataErrors.length === 0 && report.notes.length === 0) return null;
  return html`${
    report.dataErrors.length === 0
      ? null
      : html`<h3>数据错误</h3>
          <p>下列单元格无法按字段要求读取，视为未填；其余数据照常核对。</p>
          <table>
            <thead>
              <tr>
                <th>文件</th>
                <th class="number">行</th>
                <th>列</th>
                <th>值</th>
                <th>应为</th>
              </tr>
            </thead>
            <tbody>
              ${report.dataErrors.slice(0, ROW_LIMIT).map(
                (error) =>
                  html`<tr>
                    <td>${error.file}</td>
                    <td class="number">${error.row ?? "—"}</td>
                    <td>${error.column ?? "—"}</td>
                    <td>${error.value ?? "—"}</td>
                    <td>${error.expected}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
          ${moreRows(report.dataErrors.length)}`
  }${
    missing.length === 0
      ? null
      : html`<h3>尚缺的事实</h3>
          <table>
            <thead>
              <tr>
                <th>对象</th>
                <th>事实</th>
                <th class="number">缺少的记录</th>
              </tr>
            </thead>
            <tbody>
              ${missing.map(
                (field) =>
                  html`<tr>
                    <td>${field.object}</td>
                    <td>${field.name}</td>
                    <td class="number">${field.records}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
  }${
    report.notes.length === 0
      ? null
      : html`<h3>数据说明</h3>
          ${report.notes.slice(0, ROW_LIMIT).map((note) => html`<p class="small">${note}</p>`)}`
  }`;
};

export const recordTitle = (
  report: CheckReport,
  { object, id }: { readonly object: string; readonly id: string },
): string => {
  const name = report.recordName(object, id);
  return name === null || name === id ? `${object} ${id}` : `${name}（${object} ${id}）`;
};

export const moreRows = (total: number): Markup | null =>
  total > ROW_LIMIT ? html`<p class="small">另有${total - ROW_LIMIT}处未列出。</p>` : null;
