import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FindingGroup } from "../../state/analysis/finding-groups.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { AnalysisCard } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { SEVERITIES } from "../problems/severities.ts";
import { revealPlace } from "./reveal-place.ts";

/** Findings by provision; the arrow keys choose one, Enter shows its clause in the text. */
@customElement("tw-finding-list")
export class FindingList extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        min-height: 0;
        overflow: auto;
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        padding: 2px var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--ground);
        font-weight: 600;
      }
      .option {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0 var(--space-2);
        padding: 3px var(--space-2);
        border-bottom: 1px solid var(--line);
        border-left: 3px solid transparent;
        cursor: pointer;
      }
      .option:hover {
        background: var(--hover);
      }
      .option[aria-selected="true"] {
        border-left-color: var(--accent);
        background: var(--accent-soft);
      }
      .kind {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        align-self: start;
      }
      .message {
        grid-column: 1 / -1;
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        line-clamp: 3;
      }
      .certainty {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        font-size: var(--text-small);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) groups: readonly FindingGroup[] = [];

  #shown: AnalysisCard | null = null;
  /** Where the finding stood that was looked at last: when it is mended, the keyboard goes on there. */
  #at = 0;

  /** A finding that came back after a change is looked at where it stands. */
  protected override updated(): void {
    const chosen = this.studio.analysis.chosen.get();
    if (chosen === this.#shown) return;
    this.#shown = chosen;
    if (chosen !== null) this.#at = Math.max(0, this.#cards().indexOf(chosen));
    this.renderRoot.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): unknown {
    const cards = this.#cards();
    const chosen = this.studio.analysis.chosen.get();
    const active =
      chosen !== null && cards.includes(chosen) ? chosen : cards[Math.min(this.#at, cards.length - 1)];
    return html`<div role="listbox" aria-label="分析发现的问题" @keydown=${this.#onKey}>
      ${this.groups.map(
        ({ label, cards: own }) =>
          html`<div role="group" aria-label=${label}>
            <div class="head" aria-hidden="true">${label}</div>
            ${own.map((card) => this.#option(card, card === chosen, card === active))}
          </div>`,
      )}
    </div>`;
  }

  /** Gives the keyboard to the finding that is chosen, else to the first one. */
  focusActive(): void {
    this.renderRoot.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }

  #option(card: AnalysisCard, isChosen: boolean, isActive: boolean): unknown {
    const { word, icon, tone } = SEVERITIES.find(({ severity }) => severity === card.severity)!;
    const isOpen = card.certainty === "undecided";
    return html`<div
      role="option"
      class="option"
      tabindex=${isActive ? "0" : "-1"}
      aria-selected=${isChosen ? "true" : "false"}
      @click=${() => {
        this.#choose(card);
        if (!this.studio.shell.isNarrow.get()) revealPlace(this.studio, card.places[0]);
      }}
    >
      <span class="kind ${tone}"><tw-icon name=${icon}></tw-icon>${word}</span>
      <span class="certainty soft"
        >${isOpen ? html`<tw-icon name="question"></tw-icon>` : nothing}${card.certaintyWords}</span
      >
      <span class="message">${card.message}</span>
    </div>`;
  }

  #cards(): readonly AnalysisCard[] {
    return this.groups.flatMap(({ cards }) => cards);
  }

  #choose(card: AnalysisCard): void {
    this.studio.analysis.choose(card);
    this.dispatchEvent(new CustomEvent("choose"));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const cards = this.#cards();
    const options = [...this.renderRoot.querySelectorAll<HTMLElement>("[role=option]")];
    const at = options.findIndex((option) => option === event.target);
    if (at === -1) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose(cards[at]!);
      if (event.key === "Enter") revealPlace(this.studio, cards[at]!.places[0], true);
      return;
    }
    const last = options.length - 1;
    const to = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    options[to]!.focus();
    options[to]!.scrollIntoView({ block: "nearest" });
    this.studio.analysis.choose(cards[to]!);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-finding-list": FindingList;
  }
}
