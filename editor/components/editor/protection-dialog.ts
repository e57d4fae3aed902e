import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import type { ProtectionAnswer } from "../../monaco/protection-guard.ts";
import { shared } from "../../style/shared.ts";
import { dialogFrame } from "../../style/dialog-frame.ts";

const CHOICES: readonly { readonly answer: ProtectionAnswer; readonly words: string }[] = [
  { answer: "insertRule", words: "在此处插入规则" },
  { answer: "once", words: "仅修改这一次" },
  { answer: "always", words: "本次打开期间允许修改" },
  { answer: "cancel", words: "取消" },
];

/** Asks before the official text is altered. */
@customElement("tw-protection-dialog")
export class ProtectionDialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogFrame,
    css`
      dialog {
        width: min(460px, calc(100vw - 2 * var(--space-4)));
      }
      h2 {
        font-size: var(--text-large);
      }
      p {
        margin: var(--space-2) 0 var(--space-4);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  #answer: ((answer: ProtectionAnswer) => void) | null = null;

  async ask(): Promise<ProtectionAnswer> {
    await this.updateComplete;
    this.#settle("cancel");
    const { promise, resolve } = Promise.withResolvers<ProtectionAnswer>();
    this.#answer = resolve;
    this.dialog.showModal();
    return promise;
  }

  protected override render(): unknown {
    return html`
      <dialog aria-labelledby="title" aria-describedby="words" @cancel=${this.#giveUp} @close=${this.#closed}>
        <h2 id="title">条文原文受保护</h2>
        <p id="words">
          这里是公文原文，应与印发的文本一致，刚才的修改没有写入。规则请写在所依据的条文下面；确需更正原文的，请选择修改的范围。
        </p>
        <div class="choices">
          ${CHOICES.map(
            ({ answer, words }) => html`
              <button
                type="button"
                class=${answer === "insertRule" ? "primary" : ""}
                ?autofocus=${answer === "cancel"}
                @click=${() => this.#settle(answer)}
              >
                ${words}
              </button>
            `,
          )}
        </div>
      </dialog>
    `;
  }

  /** Answered before the keyboard is back in the text: what is typed there at once is asked about again. */
  readonly #giveUp = (event: Event): void => {
    event.preventDefault();
    this.#settle("cancel");
  };

  /** Comes late: by then the next question may be open, which it must not answer. */
  readonly #closed = (): void => {
    if (!this.dialog.open) this.#settle("cancel");
  };

  #settle(answer: ProtectionAnswer): void {
    const resolve = this.#answer;
    this.#answer = null;
    if (this.hasUpdated && this.dialog.open) this.dialog.close();
    resolve?.(answer);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-protection-dialog": ProtectionDialog;
  }
}
