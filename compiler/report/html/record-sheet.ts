import type { Outcome } from "../../model/outcome.ts";
import { provisionLabel, STATUS_ORDER, urgency } from "../check-report.ts";
import type { CheckReport, RecordResults } from "../check-report.ts";
import { conflictSide } from "../check-table.ts";
import { reasonsInGroups } from "../reason-groups.ts";
import {
  basisInWords,
  readingInWords,
  reasonInPrint,
  resultValue,
  ruleItemLabel,
  shortened,
} from "../result-words.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { statusMark } from "./status-mark.ts";

const QUOTE_LIMIT = 40;
const BLOCK_LIMIT = 200;

/** The result sheet of one record: what asks for attention in full, the rest in a short table. */
export const recordSheet = (report: CheckReport, record: RecordResults, open: boolean): Markup => {
  const full = record.outcomes
    .filter((outcome) => urgency(outcome) > 0)
    .sort((left, right) => urgency(right) - urgency(left));
  const rest = record.outcomes.filter((outcome) => urgency(outcome) === 0);
  const name = record.name ?? record.id;
  return html`<details${record.urgency > 1 ? null : html` class="quiet"`}${open ? html` open` : null}><summary><span class="who">${name}<small>${record.object}${name === record.id ? "" : ` ${record.id}`}</small></span><span class="tally">${tally(record)}</span></summary>
${record.conflicts.map(
  (conflict) =>
    html`<div class="result">
      <h4>${statusMark("冲突")} ${conflict.measure}</h4>
      <p>
        ${conflictSide(report, conflict.left)}与${conflictSide(report, conflict.right)}对同一记录的规定相互冲突。
      </p>
    </div>`,
)}
${full.map((outcome) => result(report, outcome))}
${rest.length === 0 ? null : others(report, rest)}</details>
`;
};

const tally = (record: RecordResults): string => {
  const counts = new Map<string, number>(
    record.conflicts.length > 0 ? [["冲突", record.conflicts.length]] : [],
  );
  for (const outcome of record.outcomes) {
    if (urgency(outcome) > 0) counts.set(outcome.status, (counts.get(outcome.status) ?? 0) + 1);
  }
  const words = STATUS_ORDER.flatMap((status) =>
    counts.has(status) ? [`${status}${counts.get(status)}`] : [],
  );
  return words.length === 0 ? "无需处理" : words.join("　");
};

const result = (report: CheckReport, outcome: Outcome): Markup => {
  const value = resultValue(outcome);
  return html`<div class="result">
    <h4>
      ${statusMark(outcome.status)}<small>${provisionLabel(report.policy, outcome.provision)}</small>${outcome.decision}${value === "" || outcome.status === "不符合" ? "" : `：${value}`}
    </h4>
    ${outcome.status === "不符合" && value !== "" ? html`<p><span class="label">情况：</span>${value}</p>` : null}
    ${outcome.reason === null ? null : html`<p><span class="label">说明：</span>${reasonInPrint(outcome)}</p>`}
    ${reasonsInGroups(outcome.reasons).map((reason) => html`<p><span class="label">待定：</span>${reason}。</p>`)}
    ${outcome.citations.filter(({ quote }) => quote !== "").map((citation) => html`<blockquote><cite>${citation.label}${citation.ruleItem === null ? "" : ` · ${ruleItemLabel(citation.ruleItem)}`}</cite>「${shortened(citation.quote, BLOCK_LIMIT)}」</blockquote>`)}
    ${outcome.readings.map((reading) => html`<p><span class="label">理解：</span>${readingInWords(reading)}。读法内容：${reading.text}</p>`)}
  </div>`;
};

const others = (report: CheckReport, outcomes: readonly Outcome[]): Markup =>
  html`<div class="others">
    <table>
      <thead>
        <tr>
          <th>其余规则</th>
          <th>条文</th>
          <th>结果</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        ${outcomes.map(
          (outcome) =>
            html`<tr>
              <td>${outcome.decision}</td>
              <td>${provisionLabel(report.policy, outcome.provision)}</td>
              <td class="short">${outcome.status}</td>
              <td>
                ${[outcome.reason ?? "", basisInWords(outcome, QUOTE_LIMIT)].filter((part) => part !== "").join("；")}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
