import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import { dialogFrame } from "../../style/dialog-frame.ts";

/** Asks for a new name and tells at once why it cannot be taken. */
@customElement("tw-rename-dialog")
export class RenameDialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogFrame,
    css`
      dialog {
        width: min(420px, calc(100vw - 2 * var(--space-4)));
      }
      h2 {
        font-size: var(--text-large);
        overflow-wrap: anywhere;
      }
      label {
        display: grid;
        gap: var(--space-1);
        margin: var(--space-3) 0 var(--space-1);
      }
      p {
        min-height: 40px;
        margin: 0 0 var(--space-2);
      }
      .choices {
        display: flex;
        gap: var(--space-2);
        justify-content: flex-end;
      }
    `,
  ];

  @state() private name = "";
  @state() private problem: string | null = null;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input") private readonly input!: HTMLInputElement;
  #answer: ((name: string | null) => void) | null = null;
  #check: (name: string) => Promise<string | null> = async () => null;

  async ask(name: string, check: (name: string) => Promise<string | null>): Promise<string | null> {
    this.#settle(null);
    this.name = name;
    this.problem = null;
    this.#check = check;
    await this.updateComplete;
    const { promise, resolve } = Promise.withResolvers<string | null>();
    this.#answer = resolve;
    this.input.value = name;
    this.dialog.showModal();
    this.input.select();
    return promise;
  }

  protected override render(): unknown {
    return html`
      <dialog aria-labelledby="title" @close=${this.#closed}>
        <form method="dialog" @submit=${this.#submit}>
          <h2 id="title">改名：${this.name}</h2>
          <label>
            新的名称
            <input
              type="text"
              autocomplete="off"
              aria-describedby="problem"
              aria-invalid=${this.problem === null ? "false" : "true"}
              @input=${() => {
                this.problem = null;
              }}
            />
          </label>
          <p id="problem" class=${this.problem === null ? "soft" : "bad"} role="status">
            ${this.problem ?? "声明处和所有使用处一起改，包括词汇文件；一次撤销即可全部复原。"}
          </p>
          <div class="choices">
            <button type="button" @click=${() => this.#settle(null)}>取消</button>
            <button type="submit" class="primary">改名</button>
          </div>
        </form>
      </dialog>
    `;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = this.input.value.trim();
    if (name === "") {
      this.problem = "请写明新的名称。";
      return;
    }
    const asked = this.#answer;
    const problem = name === this.name ? null : await this.#check(name);
    // What was given up meanwhile must not answer the next question.
    if (asked !== this.#answer) return;
    if (problem === null) this.#settle(name);
    else this.problem = problem;
  };

  /** Comes late: by then the next question may be open, which it must not answer. */
  readonly #closed = (): void => {
    if (!this.dialog.open) this.#settle(null);
  };

  #settle(name: string | null): void {
    const resolve = this.#answer;
    this.#answer = null;
    if (this.hasUpdated && this.dialog.open) this.dialog.close();
    resolve?.(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-rename-dialog": RenameDialog;
  }
}
