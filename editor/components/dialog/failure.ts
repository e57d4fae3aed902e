import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "./dialog.ts";
import type { Dialog } from "./dialog.ts";

/** Something went wrong that nobody foresaw; the words that help to find it can be copied. */
@customElement("tw-failure")
export class Failure extends LitElement {
  static override readonly styles = [
    shared,
    css`
      pre {
        max-height: 160px;
        margin: var(--space-2) 0 0;
        padding: var(--space-2);
        overflow: auto;
        border: 1px solid var(--line);
        background: var(--ground);
        font: var(--text-small) / 1.5 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) details = "";
  @state() private isCopied = false;
  @query("tw-dialog") private readonly dialog!: Dialog;

  protected override render(): unknown {
    return html`<tw-dialog heading="页面出了意外错误" @closed=${() => this.studio.shell.dialog.set(null)}>
      <p>您的文字没有丢失，可以继续使用。如果页面不再响应，请重新打开，未保存的修改会自动恢复。</p>
      <pre tabindex="0" aria-label="错误详情">${this.details}</pre>
      <button slot="actions" type="button" @click=${() => void this.#copy()}>
        ${this.isCopied ? "已复制" : "复制详情"}
      </button>
      <button slot="actions" class="primary" type="button" @click=${() => this.dialog.close()}>继续</button>
    </tw-dialog>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.details);
      this.isCopied = true;
    } catch {
      this.studio.notify("bad", "浏览器不允许复制，请选中错误详情后按 Ctrl+C。");
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-failure": Failure;
  }
}
