import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import { dialogFrame } from "../../style/dialog-frame.ts";
import type { Snippet } from "../../worker/worker-api.ts";

/** The sentence patterns to choose from: typed words narrow the list, the arrow keys go through it. */
@customElement("tw-snippet-dialog")
export class SnippetDialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogFrame,
    css`
      dialog {
        width: min(560px, calc(100vw - 2 * var(--space-4)));
        max-height: calc(100vh - 2 * var(--space-6));
        padding: var(--space-3);
      }
      input {
        width: 100%;
        margin: var(--space-2) 0;
      }
      ul {
        max-height: 320px;
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li {
        padding: var(--space-1) var(--space-2);
        cursor: pointer;
      }
      li[aria-selected="true"] {
        background: var(--accent-soft);
      }
      small {
        display: block;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];

  @state() private snippets: readonly Snippet[] = [];
  @state() private words = "";
  @state() private at = 0;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input") private readonly input!: HTMLInputElement;
  #answer: ((snippet: Snippet | null) => void) | null = null;

  async ask(snippets: readonly Snippet[]): Promise<Snippet | null> {
    this.#settle(null);
    this.snippets = snippets;
    this.words = "";
    this.at = 0;
    await this.updateComplete;
    const { promise, resolve } = Promise.withResolvers<Snippet | null>();
    this.#answer = resolve;
    this.input.value = "";
    this.dialog.showModal();
    return promise;
  }

  protected override render(): unknown {
    const found = this.#found;
    return html`
      <dialog aria-labelledby="title" @close=${this.#closed}>
        <h2 id="title">插入句式</h2>
        <input
          type="text"
          role="combobox"
          aria-label="查找句式"
          aria-expanded="true"
          aria-controls="list"
          aria-activedescendant=${found.length === 0 ? "" : `choice-${this.at}`}
          placeholder="输入名称中的字查找"
          autocomplete="off"
          @input=${() => {
            this.words = this.input.value.trim();
            this.at = 0;
          }}
          @keydown=${this.#onKey}
        />
        <ul id="list" role="listbox" aria-label="句式">
          ${found.map(
            (snippet, at) => html`
              <li
                id="choice-${at}"
                role="option"
                aria-selected=${at === this.at ? "true" : "false"}
                @click=${() => this.#settle(snippet)}
              >
                ${snippet.title}<small>${snippet.description}</small>
              </li>
            `,
          )}
        </ul>
        ${found.length === 0 ? html`<p class="soft" role="status">没有这样的句式，请换一个字查找。</p>` : ""}
      </dialog>
    `;
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  get #found(): readonly Snippet[] {
    return this.snippets.filter(({ title, description }) => `${title} ${description}`.includes(this.words));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const found = this.#found;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + found.length) % found.length;
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#settle(found[this.at] ?? null);
    }
  };

  /** Comes late: by then the next question may be open, which it must not answer. */
  readonly #closed = (): void => {
    if (!this.dialog.open) this.#settle(null);
  };

  #settle(snippet: Snippet | null): void {
    const resolve = this.#answer;
    this.#answer = null;
    if (this.hasUpdated && this.dialog.open) this.dialog.close();
    resolve?.(snippet);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-snippet-dialog": SnippetDialog;
  }
}
