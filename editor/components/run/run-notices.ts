import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Staleness } from "../../state/run-state.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";

/** What the reader has to know before believing the results: that they are old, on trial, or cannot be made. */
@customElement("tw-run-notices")
export class RunNotices extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        max-height: 50%;
        overflow: auto;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 30px;
        padding: 1px var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--warn-soft);
      }
      .notice.bad {
        background: var(--bad-soft);
      }
      .notice tw-icon {
        color: inherit;
      }
      .notice span {
        min-width: 0;
      }
      ul {
        margin: 0;
        padding: 0 0 var(--space-1);
        list-style: none;
        background: var(--bad-soft);
        border-bottom: 1px solid var(--line);
      }
      li button {
        justify-content: flex-start;
        width: 100%;
        min-height: var(--row);
        white-space: normal;
        text-align: start;
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { run } = this.studio;
    const staleness = run.staleness.get();
    return html`
      ${this.#errors()}
      ${
        staleness === null || run.phase.get() !== "idle"
          ? nothing
          : html`<div class="notice" role="status">
              <tw-icon class="warn" name="history"></tw-icon>
              <span class="grow">${STALE_WORDS[staleness]}</span>
              <button @click=${() => run.runRules(run.ranWith.get()?.only ?? null)}>
                <tw-icon name="refresh"></tw-icon>重新核对
              </button>
            </div>`
      }
    `;
  }

  #errors(): unknown {
    const { run, findings, current } = this.studio;
    const sentences = run.policyErrors.get();
    const found = findings.get();
    // Rules that were mended meanwhile are run again with a press; the old errors would only confuse.
    if (sentences.length === 0 || (found?.path === current.get() && found?.isRunnable === true))
      return nothing;
    const own =
      found?.path === current.get()
        ? found?.findings.filter(({ severity }) => severity === "error")
        : undefined;
    return html`
      <div class="notice bad" role="alert">
        <tw-icon class="bad" name="error"></tw-icon>
        <span class="grow"
          >规则有错误，不能核对。请按提示改正后再核对。${
            run.results.get() === null ? nothing : "下面是改动之前的结果。"
          }</span
        >
        <button class="quiet" aria-label="关闭提示" @click=${() => run.policyErrors.set([])}>
          <tw-icon name="close"></tw-icon>
        </button>
      </div>
      <ul>
        ${
          own === undefined || own.length === 0
            ? sentences.map((sentence) => html`<li><button class="quiet" disabled>${sentence}</button></li>`)
            : own.slice(0, 20).map(
                ({ label, message, span, file }) =>
                  html`<li>
                    <button
                      class="quiet"
                      ?disabled=${file !== current.get()}
                      @click=${() => this.studio.reveal(span, true)}
                    >
                      ${label === null ? "" : `${label}　`}${message}
                    </button>
                  </li>`,
              )
        }
      </ul>
    `;
  }
}

const STALE_WORDS: Readonly<Record<Staleness, string>> = {
  rules: "结果已过时：核对之后条文或者规则有改动。",
  day: "结果已过时：核对之后改了基准日。",
  register: "结果已过时：核对之后换了登记数据。",
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-run-notices": RunNotices;
  }
}
