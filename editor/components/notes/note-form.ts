import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Note, Span } from "../../worker/worker-api.ts";
import { NOTE_KINDS } from "./note-words.ts";

/** Writes a note on the words that were selected when the form opened. Tells `done` when it is finished with. */
@customElement("tw-note-form")
export class NoteForm extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--raised);
      }
      textarea {
        width: 100%;
        margin: var(--space-1) 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      blockquote {
        max-height: 6em;
        margin: 0;
        padding-left: var(--space-2);
        border-left: 2px solid var(--line-strong);
        overflow: auto;
        font-family: var(--font-document);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private kind: Note["kind"] = "批注";
  #range: Span = { start: 0, end: 0 };
  #words = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.#range = this.studio.editor.get()?.selection() ?? this.studio.place.get().selection;
    this.#words = this.studio.currentText?.text.slice(this.#range.start, this.#range.end) ?? "";
    void this.updateComplete.then(() => this.renderRoot.querySelector("textarea")?.focus());
  }

  protected override render(): unknown {
    return html`<form
      @submit=${this.#save}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape") this.#done();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing)
          this.renderRoot.querySelector("form")?.requestSubmit();
      }}
    >
      ${
        this.#words.trim() === ""
          ? html`<p class="soft">没有选定文字，批注将针对光标所在的条款。</p>`
          : html`<blockquote>${this.#words}</blockquote>`
      }
      <textarea rows="3" aria-label="批注内容" placeholder="写下意见、疑问或者修改建议"></textarea>
      <div class="row">
        <select
          aria-label="种类"
          @change=${(event: Event) => {
            const { target } = event;
            if (target instanceof HTMLSelectElement)
              this.kind = NOTE_KINDS.find((each) => each === target.value) ?? this.kind;
          }}
        >
          ${NOTE_KINDS.map((each) => html`<option ?selected=${each === this.kind}>${each}</option>`)}
        </select>
        <button class="primary">保存批注</button>
        <button type="button" class="quiet" @click=${() => this.#done()}>取消</button>
      </div>
    </form>`;
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const text = this.renderRoot.querySelector("textarea")?.value.trim() ?? "";
    if (text === "") return;
    void this.studio.notes.add(this.kind, text, this.#range);
    this.#done();
  };

  #done(): void {
    this.dispatchEvent(new CustomEvent("done"));
  }
}
