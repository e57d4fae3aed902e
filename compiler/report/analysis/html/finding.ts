import type { ParameterSensitivity } from "../../../model/sensitivity.ts";
import { dayInChinese } from "../../day.ts";
import { SEVERITY_WORDS } from "../../finding.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import { clauseTitle, type ReportedClause } from "../clause.ts";
import type { ReportedFinding } from "../report.ts";
import { placeOfAdded, type ReportedSuggestion } from "../suggested-edit.ts";
import { hiddenWords, shownSteps } from "../shown-steps.ts";
import { countsInWords } from "../terminal-sensitivity.ts";
import { CERTAINTY_WORDS, factsToTell, readingsInWords, resultInWords } from "../words.ts";

export const findingArticle = (
  reported: ReportedFinding,
  /** The analysed file: it is named at the head of the report. */
  file: string,
): Markup => {
  const { finding, clauses, suggestions } = reported;
  return html`<article class="${finding.severity}">
    <h4>
      <span class="grade ${finding.severity}">${SEVERITY_WORDS[finding.severity]}</span>
      <span class="sure">${CERTAINTY_WORDS[finding.certainty]}</span><small>${finding.code}</small>
    </h4>
    <p>${finding.message}</p>
    ${clauseTable(clauses, file)} ${example(reported)}
    ${finding.sensitivity === undefined ? null : sensitivity(finding.sensitivity)}
    ${finding.reason === null || finding.message.includes(finding.reason) ? null : html`<p class="small">原因：${finding.reason}</p>`}
    ${suggestions.map(change)}
  </article>`;
};

const clauseTable = (clauses: readonly ReportedClause[], own: string): Markup =>
  html`<table class="clauses">
    <tbody>
      ${clauses.map(
        (clause) =>
          html`<tr>
            <td>
              ${clauseTitle(clause)}<small
                >${clause.file === own ? "" : `${clause.file}，`}第${clause.line}行</small
              >
            </td>
            <td>
              <span class="words">${clause.words}</span
              >${clause.quotes.map(({ label, quote }) => html`<q><cite>原文${label}</cite>${quote}</q>`)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const example = (reported: ReportedFinding): Markup | null => {
  const { witness } = reported.finding;
  if (witness === null) return null;
  const facts = factsToTell(reported);
  const readings = readingsInWords(reported.finding);
  return html`<div class="example">
    <p><b>例</b>（基准日${dayInChinese(witness.at)}${readings.map((each) => html`，${each}`)}）</p>
    ${
      facts.length === 0
        ? null
        : html`<ul>
            ${facts.map((fact) => html`<li>${fact}</li>`)}
          </ul>`
    }
    ${witness.results.map(
      (result) =>
        html`<p>
          ${witness.record.object}「${witness.record.id}」的${result.rule}：<b>${resultInWords(result)}</b>
        </p>`,
    )}
    ${
      witness.caseText === null
        ? null
        : html`<details class="case">
            <summary>用例，可以原样粘贴到政策文件中</summary>
            <pre>${witness.caseText}</pre>
          </details>`
    }
  </div>`;
};

const sensitivity = (of: ParameterSensitivity): Markup | null => {
  const { steps, hidden } = shownSteps(of);
  if (steps.length === 0) return null;
  const several = of.rules.length > 1;
  return html`<table>
      <thead>
        <tr>
          <th>取值</th>
          ${several ? html`<th>规则</th>` : null}
          <th>结果</th>
          <th class="number">变化</th>
        </tr>
      </thead>
      <tbody>
        ${steps.flatMap((step) =>
          step.results.map(
            ({ rule, counts }, at) =>
              html`<tr>
                <td class="short">${at === 0 ? step.range : ""}</td>
                ${several ? html`<td>${rule}</td>` : null}
                <td>${countsInWords(counts)}</td>
                <td class="number">${at === 0 ? step.moved : ""}</td>
              </tr>`,
          ),
        )}
      </tbody>
    </table>
    ${hidden === 0 ? null : html`<p class="small">${hiddenWords(hidden)}</p>`}`;
};

const change = ({ title, changes }: ReportedSuggestion, at: number): Markup =>
  html`<div class="change">
    <p>${at === 0 ? "可以改为" : "也可以改为"}：${title}</p>
    ${changes.map(
      (each) =>
        html`${placed(placeOfAdded(each))}
          <pre>${lines("del", each.before)}${lines("ins", each.after)}</pre>`,
    )}
  </div>`;

const placed = (place: string | null): Markup | null =>
  place === null ? null : html`<p class="small">${place}</p>`;

const lines = (kind: "del" | "ins", text: string): readonly Markup[] =>
  text.trim() === ""
    ? []
    : text.split("\n").map((line) => (kind === "del" ? html`<del>${line}</del>` : html`<ins>${line}</ins>`));
