import type { Comparison, ImpactChange } from "../../../model/change.ts";
import { dayInChinese } from "../../day.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import { groupLines, impactSections, NOMINAL_HEAD, OPEN_HEAD } from "../section-words.ts";
import type { ImpactSection } from "../section-words.ts";

/** More numbers than a reader of paper wants; on the screen they are there. */
const PRINTED_RECORDS = 200;

/** For each rule: how many records go from what to what, drawn and in words, and which ones. */
export const impactSection = ({ impact }: Comparison): Markup | null => {
  if (impact === null) return null;
  const judged = Object.entries(impact.records).map(([object, count]) => `${object}${count}条`);
  return html`<p class="lead">
      以${dayInChinese(impact.at)}为基准日，依两份文件的规则分别核对${judged.join("、")}记录。
    </p>
    ${impact.changes.length === 0 ? html`<p class="lead">没有记录的结果改变。</p>` : null}
    ${impactSections(impact.changes).map(section)}
    ${impact.unchangedRules.length === 0 ? null : html`<p class="lead">结果没有改变的规则：${impact.unchangedRules.join("、")}。</p>`}`;
};

const section = ({ rule, places, total, decided, open, nominal, unit }: ImpactSection): Markup => {
  const most = Math.max(...[...decided, ...open, ...nominal].map(({ count }) => count));
  return html`<article>
    <h3>${rule}</h3>
    <p class="small">${places}</p>
    <p>${total}</p>
    <table class="list">
      <colgroup>
        <col style="width: 22%" />
        <col style="width: 22%" />
        <col style="width: 10%" />
        <col style="width: 46%" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">由</th>
          <th scope="col">变为</th>
          <th scope="col" class="number">数量</th>
          <th scope="col">图示和分布</th>
        </tr>
      </thead>
      <tbody>
        ${decided.map((change) => way(change, most, unit))} ${apart(OPEN_HEAD, open)}
        ${open.map((change) => way(change, most, unit))} ${apart(NOMINAL_HEAD, nominal)}
        ${nominal.map((change) => way(change, most, unit))}
      </tbody>
    </table>
  </article>`;
};

const apart = (head: string, changes: readonly ImpactChange[]): Markup | null =>
  changes.length === 0
    ? null
    : html`<tr class="apart">
        <th scope="rowgroup" colspan="4">${head}</th>
      </tr>`;

const way = (change: ImpactChange, most: number, unit: string): Markup =>
  html`<tr>
    <td>${change.from}</td>
    <td>${change.to}</td>
    <td class="number">${change.count}${unit}</td>
    <td>${bar(change, most)}${distribution(change)}${numbers(change)}</td>
  </tr>`;

/** Undecided results are hatched by a hollow bar, so that black and white tells them apart. */
const bar = ({ count, undecided }: ImpactChange, most: number): Markup => {
  const paint = undecided ? html`fill="none" stroke="#6b6f76" stroke-width="2"` : html`fill="#1d4e89"`;
  return html`<svg class="counts" aria-hidden="true">
    <rect x="0" y="1" width="${((count * 100) / most).toFixed(2)}%" height="10" ${paint} />
  </svg>`;
};

const distribution = (change: ImpactChange): Markup | null => {
  const lines = groupLines(change);
  return lines.length === 0 ? null : html`<p class="ids">${lines.join("；")}。</p>`;
};

const numbers = ({ records }: ImpactChange): Markup | null =>
  records.length === 0
    ? null
    : html`<details${records.length > PRINTED_RECORDS ? html` class="quiet"` : null}><summary>编号（${records.length}）</summary><p class="ids">${records.join("、")}</p></details>`;
