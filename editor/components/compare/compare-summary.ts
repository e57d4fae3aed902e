import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ComparisonView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";

/** What a reader must know who reads no further, and what is to be said of the comparison. */
@customElement("tw-compare-summary")
export class CompareSummary extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        border-bottom: 1px solid var(--line);
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2);
      }
      .title {
        min-width: 0;
        overflow: hidden;
        font-size: var(--text);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      summary h2 {
        display: inline-block;
        max-width: calc(100% - 24px);
        vertical-align: bottom;
      }
      summary {
        padding: var(--space-1) var(--space-2);
        font-weight: 600;
        cursor: pointer;
      }
      .stale {
        background: var(--warn-soft);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--space-4);
        margin: 0;
        padding: 0 var(--space-2) var(--space-1);
        list-style: none;
        font-size: var(--text-small);
      }
      ul.notes {
        display: block;
        max-height: 58px;
        overflow: auto;
        padding-bottom: var(--space-1);
        color: var(--ink-soft);
      }
      .notes li {
        display: flex;
        align-items: baseline;
        gap: var(--space-1);
      }
      .notes tw-icon {
        flex: none;
        width: 14px;
        height: 14px;
        align-self: center;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;

  protected override render(): unknown {
    const { comparison, shell } = this.studio;
    const { title } = this.view;
    const staleness = comparison.staleness.get();
    const isBusy = comparison.progress.get() !== null;
    return html`
      ${
        staleness === null
          ? nothing
          : html`<div class="line stale" role="status">
              <tw-icon class="warn" name="history"></tw-icon>
              <span class="grow">结果已过时：${staleness}</span>
              <button type="button" ?disabled=${isBusy} @click=${() => void comparison.compare()}>
                <tw-icon name="refresh"></tw-icon>重新比较
              </button>
            </div>`
      }
      ${
        shell.isNarrow.get()
          ? html`<details>
              <summary><h2 class="title document">${title}（概况和说明）</h2></summary>
              ${this.#rest()}
            </details>`
          : html`<div class="line">
                <h2 class="title document grow" title=${title}>${title}</h2>
              </div>
              ${this.#rest()}`
      }
    `;
  }

  #rest(): unknown {
    const { tallies, notes, isSame } = this.view;
    return html`
      ${
        isSame
          ? html`<div class="line" role="status">
              <tw-icon class="good" name="check"></tw-icon><strong>两份文件没有差别。</strong>
            </div>`
          : html`<ul aria-label="概况">
              ${tallies.map(
                ({ name, number, note }) =>
                  html`<li>
                    ${name}
                    <strong>${number}</strong
                    >${note === "" ? nothing : html`<span class="soft">（${note}）</span>`}
                  </li>`,
              )}
            </ul>`
      }
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="notes" aria-label="说明" tabindex="0">
              ${notes.map((note) => html`<li><tw-icon name="info"></tw-icon><span>${note}</span></li>`)}
            </ul>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-compare-summary": CompareSummary;
  }
}
