import type { BehaviourChange, Comparison, Witness, WitnessResult } from "../../../model/change.ts";
import { dayInChinese } from "../../day.ts";
import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import {
  equivalentWords,
  placesWords,
  resultHeads,
  shownChanges,
  unequalVerdicts,
  verdictLine,
} from "../section-words.ts";
import { citationLines, reasonsOf, resultWords, witnessesOf } from "../witness-words.ts";
import { VERDICT_TONES } from "../words.ts";

/** Verdicts, each with the smallest register on which the two sides differ. */
export const behaviourSection = (comparison: Comparison): Markup | null =>
  comparison.behaviour.length === 0
    ? null
    : html`${unequalVerdicts(comparison).map((change) => verdict(comparison, change))}${equal(comparison)}`;

const equal = (comparison: Comparison): Markup | null => {
  const words = equivalentWords(comparison);
  return words === null ? null : html`<p class="lead">${words}</p>`;
};

const verdict = (comparison: Comparison, change: BehaviourChange): Markup =>
  html`<article>
    <h3>
      ${change.about}<span class="verdict ${VERDICT_TONES[change.verdict]}"
        >${verdictLine(comparison, change)}</span
      >
    </h3>
    <p class="small">${placesWords(change)}</p>
    ${change.ground === null ? null : html`<p>${change.ground}</p>`} ${witnesses(comparison, change)}
  </article>`;

const witnesses = (comparison: Comparison, change: BehaviourChange): Markup => {
  const { shown, hidden } = witnessesOf(change);
  const single = shown.length + hidden.length === 1;
  const numbered = (each: Witness, at: number): Markup =>
    witness(comparison, each, single ? "" : `${at + 1}`);
  return html`${shown.map(numbered)}${
    hidden.length === 0
      ? null
      : html`<details class="quiet">
            <summary>另有${hidden.length}个例证</summary>
            ${hidden.map((each, at) => numbered(each, shown.length + at))}
          </details>
          <p class="small on-paper">另有${hidden.length}个例证，打印时从略。</p>`
  }`;
};

const witness = (comparison: Comparison, each: Witness, number: string): Markup => {
  const heads = resultHeads(comparison);
  return html`<div class="witness">
    <p><b>例${number}</b>（基准日${dayInChinese(each.at)}）</p>
    <ul>
      ${each.facts.map((fact) => html`<li>${fact}</li>`)}
    </ul>
    <table>
      <thead>
        <tr>
          <th scope="col">${heads.left}</th>
          <th scope="col">${heads.right}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>${result(each.left)}</td>
          <td>${result(each.right)}</td>
        </tr>
      </tbody>
    </table>
    ${changes(comparison, each)}${caseBlock(heads.left, each.cases.left)}${caseBlock(heads.right, each.cases.right)}
  </div>`;
};

const result = (side: WitnessResult): Markup =>
  html`<p><b>${resultWords(side)}</b></p>
    ${reasonsOf(side).map((line) => html`<p>${line}</p>`)}
    ${citationLines(side).map((line) => html`<p class="small">${line}</p>`)}`;

const changes = (comparison: Comparison, each: Witness): Markup | null => {
  const words = shownChanges(comparison, each);
  return words === null ? null : html`<p class="small">${words}</p>`;
};

const caseBlock = (head: string, text: string | null): Markup | null =>
  text === null
    ? null
    : html`<details class="quiet case">
        <summary>用例（${head}），可以原样粘贴到政策文件中</summary>
        <pre>${text}</pre>
      </details>`;
