import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ComparisonView, RuleChangeView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import { listStyle } from "./list-style.ts";
import "./place-card.ts";
import { sideHead } from "./side-head.ts";
import { moveInList } from "./controls.ts";

type Weight = RuleChangeView["severity"];

const WEIGHTS = {
  substantive: { icon: "warning", tone: "bad" },
  conditional: { icon: "question", tone: "warn" },
  wording: { icon: "dash", tone: "soft" },
} as const satisfies Readonly<Record<Weight, { readonly icon: IconName; readonly tone: string }>>;

const ORDER: readonly Weight[] = ["substantive", "conditional", "wording"];

/** Every change of a rule with its weight and direction; the chosen one with both places side by side. */
@customElement("tw-rule-changes")
export class RuleChanges extends LitElement {
  static override readonly styles = [
    shared,
    listStyle,
    css`
      .item {
        display: grid;
        grid-template-columns: 32px 96px 52px 132px minmax(0, 1fr);
        gap: 0 var(--space-2);
      }
      .number {
        text-align: end;
      }
      @container (max-width: 720px) {
        .item {
          grid-template-columns: 32px auto auto minmax(0, 1fr);
        }
        .message {
          grid-column: 2 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;
  @state() private weight: Weight | null = null;
  @state() private open: number | null = null;

  protected override render(): unknown {
    const { rules, ruleTitle } = this.view;
    if (rules.length === 0) return html`<div class="empty"><span>${this.#nothing()}</span></div>`;
    const shown = rules.filter(({ severity }) => this.weight === null || severity === this.weight);
    return html`
      <div class="tools" role="group" aria-label="按影响程度筛选">
        ${this.#filter(null, "全部", rules.length)}
        ${ORDER.map((weight) => {
          const own = rules.filter(({ severity }) => severity === weight);
          return own.length === 0
            ? nothing
            : this.#filter(weight, own[0]!.severityWord, own.length, own[0]!.meaning);
        })}
      </div>
      <ol
        class="list"
        aria-label=${ruleTitle}
        @keydown=${(event: KeyboardEvent) => moveInList(event, this.renderRoot)}
      >
        ${shown.map((rule) => this.#item(rule))}
      </ol>
    `;
  }

  #nothing(): string {
    return this.view.behaviour.length > 0
      ? "两份文件的规则没有差别。"
      : "没有可以比较的规则，原因见上面的说明。";
  }

  #filter(weight: Weight | null, words: string, count: number, meaning: string | null = null): unknown {
    return html`<button
      class="quiet"
      type="button"
      title=${meaning ?? nothing}
      aria-pressed=${this.weight === weight ? "true" : "false"}
      @click=${() => (this.weight = weight)}
    >
      ${weight === null ? nothing : html`<tw-icon class=${WEIGHTS[weight].tone} name=${WEIGHTS[weight].icon}></tw-icon>`}
      ${words} ${count}
    </button>`;
  }

  #item(rule: RuleChangeView): unknown {
    const isOpen = this.open === rule.number;
    const { icon, tone } = WEIGHTS[rule.severity];
    return html`<li>
      <button
        class="item"
        type="button"
        aria-expanded=${isOpen ? "true" : "false"}
        @click=${() => (this.open = isOpen ? null : rule.number)}
      >
        <span class="number soft">${rule.number}</span>
        <span class="mark ${tone}" title=${rule.meaning}
          ><tw-icon name=${icon}></tw-icon>${rule.severityWord}</span
        >
        <span class=${rule.direction === "tightened" ? "bad" : "good"}
          >${
            rule.direction === null
              ? nothing
              : html`<tw-icon name=${rule.direction === "tightened" ? "arrow-up" : "arrow-down"}></tw-icon
                  >${rule.directionWord}`
          }</span
        >
        <span class="soft">${rule.kind}</span>
        <span class="message">
          <span class="soft">${rule.places}　</span>${rule.message}
          ${
            rule.before === null && rule.after === null
              ? nothing
              : html`<span class="values"
                  ><del>${rule.before ?? "（无）"}</del> → <ins>${rule.after ?? "（无）"}</ins></span
                >`
          }
        </span>
      </button>
      ${isOpen ? this.#detail(rule) : nothing}
    </li>`;
  }

  #detail(rule: RuleChangeView): unknown {
    const { left, right } = this.view;
    return html`<div class="detail">
      ${rule.ground === null ? nothing : html`<p>${rule.directionWord}的理由：${rule.ground}</p>`}
      <p class="soft">${rule.severityWord}：${rule.meaning}。</p>
      <div class="two">
        <tw-place-card
          .studio=${this.studio}
          side="left"
          head=${sideHead(left)}
          .place=${rule.left}
        ></tw-place-card>
        <tw-place-card
          .studio=${this.studio}
          side="right"
          head=${sideHead(right)}
          .place=${rule.right}
        ></tw-place-card>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-rule-changes": RuleChanges;
  }
}
