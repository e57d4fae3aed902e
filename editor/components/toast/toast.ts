import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Notice, Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";

/** How long a message stays that asks for nothing; bad news stay until they are put away. */
const STAYS = 6000;

const ICON_OF = { info: "info", good: "check", bad: "error" } as const;

/** Short messages in the corner; they are read out and never take the keyboard. */
@customElement("tw-toast")
export class Toast extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 40;
        right: var(--space-3);
        bottom: 36px;
        width: min(380px, calc(100vw - 24px));
        pointer-events: none;
      }
      .notice {
        display: flex;
        align-items: flex-start;
        gap: var(--space-2);
        margin-top: var(--space-2);
        padding: var(--space-2);
        border: 1px solid var(--line-strong);
        border-left: 4px solid var(--accent);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }
      .notice.good {
        border-left-color: var(--good);
      }
      .notice.bad {
        border-left-color: var(--bad);
      }
      .notice.good,
      .notice.bad {
        color: var(--ink);
      }
      .notice tw-icon {
        margin-top: 3px;
      }
      .words {
        flex: 1 1 auto;
        min-width: 0;
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      .close {
        min-height: 22px;
        padding: 0 3px;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  protected override render(): unknown {
    return html`<div role="status" aria-live="polite">
      ${this.studio.notices.get().map((notice) => this.#notice(notice))}
    </div>`;
  }

  protected override updated(): void {
    for (const { id, tone, action } of this.studio.notices.get()) {
      if (tone === "bad" || action !== undefined || this.#timers.has(id)) continue;
      this.#timers.set(
        id,
        setTimeout(() => {
          this.#timers.delete(id);
          this.studio.dismiss(id);
        }, STAYS),
      );
    }
  }

  #notice({ id, tone, text, action }: Notice): unknown {
    return html`<div class="notice ${tone}">
      <tw-icon class=${tone} name=${ICON_OF[tone]}></tw-icon>
      <span class="words">${text}</span>
      ${
        action === undefined
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                this.studio.dismiss(id);
                action.run();
              }}
            >
              ${action.title}
            </button>`
      }
      <button
        class="quiet close"
        type="button"
        aria-label="关闭这条消息"
        @click=${() => this.studio.dismiss(id)}
      >
        <tw-icon name="close"></tw-icon>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-toast": Toast;
  }
}
