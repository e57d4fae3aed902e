import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { RulePlaceView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";

/** Where a rule stands on one side, its words, and the ways to go there. */
@customElement("tw-place-card")
export class PlaceCard extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .side {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      pre {
        max-height: 240px;
        margin: var(--space-1) 0;
        padding: var(--space-2);
        overflow: auto;
        border-left: 3px solid var(--accent);
        background: var(--block);
        font: var(--text) / 1.7 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) place: RulePlaceView | null = null;
  @property() side: "left" | "right" = "left";
  @property() head = "";

  protected override render(): unknown {
    const { place, side } = this;
    const { comparison } = this.studio;
    if (place === null) {
      return html`<div class="side">${this.head}</div>
        <p class="soft">无此规定</p>`;
    }
    const { row } = place;
    return html`
      <div class="side">${this.head}</div>
      <div><strong>${place.label}</strong>　规则“${place.rule}”</div>
      <pre tabindex="0" aria-label="规则原文">${place.words.trim()}</pre>
      <div class="ways">
        ${
          row === null
            ? nothing
            : html`<button type="button" @click=${() => comparison.showRow(row)}>
                <tw-icon name="diff"></tw-icon>查看条文
              </button>`
        }
        ${
          comparison.isWritable(side)
            ? html`<button type="button" @click=${() => void comparison.openPlace(side, place)}>
                <tw-icon name="edit"></tw-icon>转到规则
              </button>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-place-card": PlaceCard;
  }
}
