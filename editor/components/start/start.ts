import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { commandOf, isEnabled, runCommand } from "../../commands/commands.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";

/** Stands where the text would, while none is open. */
@customElement("tw-start")
export class Start extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0;
        overflow: auto;
        background: var(--surface);
      }
      h2 {
        font-size: var(--text-title);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const button = (id: string, title: string, kind = ""): unknown => {
      const command = commandOf(id);
      // Not every browser opens folders.
      if (command === null || !isEnabled(command, this.studio)) return nothing;
      return html`<button class=${kind} type="button" @click=${() => void runCommand(this.studio, id)}>
        ${title}
      </button>`;
    };
    return html`<div class="empty">
      <h2>还没有打开政策</h2>
      <p>粘贴一份公文即可开始：正文原样保留，规则写在所依据的条文下面。也可以把文件拖到这里。</p>
      <div class="actions">
        ${button("new-policy", "新建政策", "primary")} ${button("open-files", "打开文件")}
        ${button("open-folder", "打开文件夹")} ${button("help", "打开语言参考")}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-start": Start;
  }
}
