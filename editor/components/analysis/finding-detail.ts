import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { AnalysisCard, AnalysisPlace, AnalysisWitness } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { SEVERITIES } from "../problems/severities.ts";
import { insertCaseOf, suppress } from "./finding-actions.ts";
import { revealPlace } from "./reveal-place.ts";
import "./sensitivity.ts";
import "./suggestions.ts";

/** Everything about one finding: its clauses, the example, and what can be done. */
@customElement("tw-finding-detail")
export class FindingDetail extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3) var(--space-4);
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .kind,
      .open {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }
      p {
        margin: var(--space-1) 0;
        overflow-wrap: anywhere;
      }
      h3 {
        margin-top: var(--space-3);
      }
      ul {
        margin: var(--space-1) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 1px 0;
        overflow-wrap: anywhere;
      }
      .clause {
        display: block;
        width: 100%;
        min-height: 0;
        padding: 2px var(--space-1);
        border-color: transparent;
        background: none;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .result {
        font-weight: 600;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) card!: AnalysisCard;

  protected override render(): unknown {
    const { card } = this;
    const { word, icon, tone } = SEVERITIES.find(({ severity }) => severity === card.severity)!;
    return html`
      <div class="kinds">
        <span class="kind ${tone}"><tw-icon name=${icon}></tw-icon>${word}</span>
        ${
          card.certainty === "undecided"
            ? html`<span class="tag open warn"
                ><tw-icon name="question"></tw-icon>${card.certaintyWords}</span
              >`
            : html`<span class="tag soft">${card.certaintyWords}</span>`
        }
        <span class="soft">代码 ${card.code}</span>
      </div>
      <p>${card.message}</p>
      ${isSaid(card) ? nothing : html`<p class="warn">${card.reason}</p>`} ${this.#ways()}
      <tw-suggestions .studio=${this.studio} .card=${card}></tw-suggestions>
      <tw-sensitivity .studio=${this.studio} .card=${card}></tw-sensitivity>
      <h3>涉及的条款和规则</h3>
      <ul>
        ${card.places.map((place) => html`<li>${this.#place(place)}</li>`)}
      </ul>
      ${card.witness === null ? nothing : this.#witness(card.witness)}
    `;
  }

  #place(place: AnalysisPlace): unknown {
    const where = [place.label, place.rule === null ? null : `“${place.rule}”`].filter(
      (part) => part !== null,
    );
    return html`<button
      type="button"
      class="clause"
      title="在条文中显示"
      @click=${() => revealPlace(this.studio, place, true)}
    >
      ${where.length === 0 ? nothing : html`<strong>${where.join(" ")}</strong>　`}<span class="document"
        >${shortened(place.words)}</span
      >
    </button>`;
  }

  #witness({ at, facts, readings, results }: AnalysisWitness): unknown {
    return html`
      <h3>举例</h3>
      <ul>
        <li class="soft">基准日${at}</li>
        ${[...readings, ...facts].map((fact) => html`<li>${fact}</li>`)}
        ${results.map((result) => html`<li class="result">${result}</li>`)}
      </ul>
    `;
  }

  #ways(): unknown {
    const { card, studio } = this;
    const { analysis } = studio;
    const isStale = analysis.isStale.get();
    const trial = analysis.trials.get().get(card);
    return html`<div class="ways">
      ${
        card.hasSuggestions
          ? html`<button
              type="button"
              class="primary"
              ?disabled=${isStale || trial === "trying"}
              @click=${() => void analysis.trySuggestions(card)}
            >
              <tw-icon name="lightbulb"></tw-icon>修改建议
            </button>`
          : nothing
      }
      ${
        card.witness?.caseText == null
          ? nothing
          : html`<button
              type="button"
              title="把这个例子写成用例，放在规则后面"
              @click=${() => insertCaseOf(studio, card)}
            >
              <tw-icon name="beaker"></tw-icon>插入为用例
            </button>`
      }
      ${card.severity === "error" ? nothing : this.#suppression(isStale)}
    </div>`;
  }

  #suppression(isStale: boolean): unknown {
    const { card, studio } = this;
    return html`<button
      type="button"
      ?disabled=${isStale}
      title="核对后认为可以保留的，写明理由，以后不再提示"
      @click=${() => void suppress(studio, card)}
    >
      <tw-icon name="circle-slash"></tw-icon>注明不提示
    </button>`;
  }
}

/** Whether there is no reason, or the message tells it. */
const isSaid = ({ reason, message }: AnalysisCard): boolean =>
  reason === null || message.includes(reason.replace(/。$/u, ""));

const LONGEST = 120;

/** Words of a clause in one line. */
const shortened = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}……`;
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-finding-detail": FindingDetail;
  }
}
