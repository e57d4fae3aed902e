import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";

/** One tab; `mark` stands behind the title, e.g. a number, and is said as `markWords`. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly mark?: string;
  readonly markWords?: string;
}

/** A row of tabs: arrow keys, Home and End move and choose. Tells the id with `choose`. */
@customElement("tw-tabs")
export class Tabs extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      [role="tablist"] {
        display: flex;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
        flex: none;
        min-height: 30px;
        padding: 0 var(--space-3);
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        background: transparent;
        color: var(--ink-soft);
      }
      button[aria-selected="true"] {
        border-bottom-color: var(--accent);
        background: transparent;
        color: var(--ink);
        font-weight: 600;
      }
      /* Beside two other parts of a small window all the titles are to be seen. */
      @media (min-width: 900px) and (max-width: 1100px) {
        button {
          padding: 0 var(--space-2);
        }
        tw-icon {
          display: none;
        }
      }
      .mark {
        min-width: 18px;
        padding: 0 5px;
        border-radius: 9px;
        background: var(--muted-soft);
        color: var(--ink);
        font-size: var(--text-small);
        font-weight: 400;
        line-height: 18px;
      }
    `,
  ];

  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() selected = "";
  @property() label = "";

  protected override render(): unknown {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.#press}>
      ${this.tabs.map((tab) => this.#tab(tab))}
    </div>`;
  }

  #tab({ id, title, icon, mark, markWords }: Tab): unknown {
    const isSelected = id === this.selected;
    return html`<button
      role="tab"
      type="button"
      data-id=${id}
      aria-selected=${isSelected ? "true" : "false"}
      tabindex=${isSelected ? 0 : -1}
      @click=${() => this.#choose(id)}
    >
      ${icon === undefined ? nothing : html`<tw-icon name=${icon}></tw-icon>`}${title}
      ${
        mark === undefined
          ? nothing
          : html`<span class="mark" aria-hidden="true">${mark}</span
              ><span class="visually-hidden">${markWords ?? mark}</span>`
      }
    </button>`;
  }

  /** Gives the keyboard to the tab that is chosen. */
  focusSelected(): void {
    if (this.selected !== "") void this.#focus(this.selected);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }

  readonly #press = (event: KeyboardEvent): void => {
    const at = this.tabs.findIndex(({ id }) => id === this.selected);
    const last = this.tabs.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: at <= 0 ? last : at - 1,
      ArrowRight: at >= last ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const next = this.tabs[moves[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    this.#choose(next.id);
    void this.#focus(next.id);
  };

  #choose(id: string): void {
    this.selected = id;
    this.dispatchEvent(new CustomEvent("choose", { detail: id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-tabs": Tabs;
  }
}
