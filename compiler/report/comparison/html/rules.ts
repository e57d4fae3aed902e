import type { Comparison } from "../../../model/change.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import { RULE_HEADS, ruleLines } from "../section-words.ts";
import { SEVERITY_MEANINGS, severityWord } from "../words.ts";

/** What the rules changed, one row a change. */
export const rulesSection = (comparison: Comparison): Markup | null =>
  comparison.rules.length === 0
    ? null
    : html`<table class="list short">
          <colgroup>
            <col style="width: 6%" />
            <col style="width: 22%" />
            <col style="width: 50%" />
            <col style="width: 13%" />
            <col style="width: 9%" />
          </colgroup>
          <thead>
            <tr>
              ${RULE_HEADS.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${ruleLines(comparison).map(
              (line) =>
                html`<tr>
                  <td>${line.number}</td>
                  <td>${line.kind}<span class="places">${line.places}</span></td>
                  <td>
                    ${line.message}${line.ground === null ? null : html`<p class="ground">${line.ground}</p>`}
                  </td>
                  <td>${line.severity}</td>
                  <td>${line.direction === "" ? "—" : line.direction}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        <p class="small">${severityLegend(comparison.relation)}</p>`;

/** 实质变化：结果可能因此不同；…. */
const severityLegend = (relation: Comparison["relation"]): string =>
  (["substantive", "conditional", "wording"] as const)
    .map((severity) => `${severityWord(severity, relation)}：${SEVERITY_MEANINGS[severity]}`)
    .join("；")
    .concat("。");
