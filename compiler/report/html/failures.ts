import { isUnexcused, provisionLabel } from "../check-report.ts";
import type { CheckReport } from "../check-report.ts";
import { basisInWords, NONE_FITS, resultValue } from "../result-words.ts";
import { moreRows, recordTitle, ROW_LIMIT } from "./findings.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

const QUOTE_LIMIT = 60;

/** Every 不符合 with what is required and the recorded reason; those without one come first. */
export const unmetRequirements = (report: CheckReport): Markup | null => {
  const all = report.outcomes.filter(({ status }) => status === "不符合");
  if (all.length === 0) return null;
  const unexcused = all.filter(isUnexcused);
  const excused = all.filter((outcome) => !isUnexcused(outcome));
  return html`<p>
      不符合共${all.length}项，其中未记录理由的${unexcused.length}项，已记录理由的${excused.length}项。
    </p>
    <table>
      <thead>
        <tr>
          <th>记录</th>
          <th>规则</th>
          <th>情态</th>
          <th>未达到的要求</th>
          <th>依据</th>
          <th>记录的理由</th>
        </tr>
      </thead>
      <tbody>
        ${[...unexcused, ...excused].slice(0, ROW_LIMIT).map(
          (outcome) =>
            html`<tr>
              <td>${recordTitle(report, outcome)}</td>
              <td>${outcome.decision}</td>
              <td>${outcome.modality || "—"}</td>
              <td>${outcome.unmet.length > 0 ? outcome.unmet.join("；") : resultValue(outcome)}</td>
              <td>${basisInWords(outcome, QUOTE_LIMIT)}</td>
              <td>${outcome.reason ?? html`<b class="bad">未记录</b>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${moreRows(all.length)}`;
};

/** Every record that a classification has to place and does not. */
export const unclassified = (report: CheckReport): Markup | null => {
  const all = report.outcomes.filter(({ status }) => status === "未认定");
  if (all.length === 0) return null;
  return html`<p>下列记录不属于规定的任何一类，原文没有其他规定。</p>
    <table>
      <thead>
        <tr>
          <th>记录</th>
          <th>认定事项</th>
          <th>依据</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        ${all.slice(0, ROW_LIMIT).map(
          (outcome) =>
            html`<tr>
              <td>${recordTitle(report, outcome)}</td>
              <td>${outcome.decision}</td>
              <td class="short">${provisionLabel(report.policy, outcome.provision)}</td>
              <td>${outcome.reason ?? NONE_FITS}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${moreRows(all.length)}`;
};
