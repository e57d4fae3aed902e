import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { timeNow } from "../../state/notes/note-changes.ts";
import { shared } from "../../style/shared.ts";
import type { FoundAnchor, Note } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { NOTE_STATES, placeWords, timeInWords } from "./note-words.ts";

/** One 批注 with its quoted words, replies and what became of it. */
@customElement("tw-note-card")
export class NoteCard extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
        border-left: 3px solid transparent;
      }
      :host([selected]) {
        border-left-color: var(--accent);
        background: var(--accent-soft);
      }
      .head,
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      blockquote {
        margin: var(--space-1) 0;
        padding: 0 0 0 var(--space-2);
        border-left: 2px solid var(--line-strong);
        font-family: var(--font-document);
      }
      blockquote button {
        padding: 0;
        min-height: 0;
        border: 0;
        background: none;
        text-align: left;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      :host(:not([selected])) blockquote button {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      blockquote button:hover:not(:disabled) {
        background: none;
        text-decoration: underline;
      }
      p {
        margin: var(--space-1) 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .reply {
        padding-left: var(--space-4);
      }
      textarea {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) note!: Note;
  @property({ attribute: false }) place: FoundAnchor | undefined;
  @state() private mode: "read" | "edit" | "reply" = "read";

  protected override render(): unknown {
    const { note } = this;
    const lost = placeWords(this.place);
    return html`<div class="head">
        <span class="tag">${note.kind}</span>
        <strong>${this.place?.kind === "found" ? this.place.label : note.anchor.label}</strong>
        <span class="grow"></span>
        <span class="soft">${note.state}</span>
      </div>
      ${
        note.anchor.quote === ""
          ? nothing
          : html`<blockquote>
              <button title="转到原文" @click=${this.#reveal}>${note.anchor.quote}</button>
            </blockquote>`
      }
      ${
        lost === null
          ? nothing
          : html`<p class="warn"><tw-icon .name=${lost.icon}></tw-icon> ${lost.text} ${this.#choices()}</p>`
      }
      ${this.mode === "edit" ? this.#field(note.text, "保存", this.#edit) : html`<p>${note.text}</p>`}
      <p class="soft">${note.author === "" ? "未署名" : note.author}　${timeInWords(note.writtenAt)}</p>
      ${note.replies.map(
        ({ text, author, writtenAt }) =>
          html`<p class="reply">
            ${text}<br /><span class="soft"
              >${author === "" ? "未署名" : author}　${timeInWords(writtenAt)}</span
            >
          </p>`,
      )}
      ${this.mode === "reply" ? this.#field("", "回复", this.#reply) : nothing}
      ${this.mode === "read" ? this.#actions() : nothing}`;
  }

  #actions(): unknown {
    const { note, studio } = this;
    return html`<div class="actions">
      <label
        >处理情况
        <select
          @change=${(event: Event) => {
            const { target } = event;
            if (!(target instanceof HTMLSelectElement)) return;
            const chosen = NOTE_STATES.find((each) => each === target.value);
            if (chosen !== undefined) studio.notes.change(note.id, { state: chosen });
          }}
        >
          ${NOTE_STATES.map((each) => html`<option ?selected=${each === note.state}>${each}</option>`)}
        </select>
      </label>
      <button class="quiet" @click=${() => this.#turn("reply")}>回复</button>
      <button class="quiet" @click=${() => this.#turn("edit")}>修改</button>
      <button class="quiet" @click=${() => studio.notes.remove(note.id)}>删除</button>
    </div>`;
  }

  #choices(): unknown {
    const { place } = this;
    if (place?.kind === "several") {
      return place.places.map(
        (each) =>
          html`<button @click=${() => void this.studio.notes.move(this.note.id, each)}>
            ${each.label}
          </button>`,
      );
    }
    return html`<button
      title="先在条文中选定文字，再按这个按钮"
      @click=${() => {
        const selection = this.studio.editor.get()?.selection();
        if (selection !== undefined) void this.studio.notes.move(this.note.id, selection);
      }}
    >
      改为批注选定的文字
    </button>`;
  }

  #field(text: string, title: string, done: (text: string) => void): unknown {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        const field = this.renderRoot.querySelector("textarea");
        const words = field?.value.trim() ?? "";
        if (words !== "") done(words);
        this.#turn("read");
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape") this.#turn("read");
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing)
          this.renderRoot.querySelector("form")?.requestSubmit();
      }}
    >
      <textarea rows="3" aria-label=${title} .value=${text}></textarea>
      <div class="actions">
        <button class="primary">${title}</button>
        <button type="button" class="quiet" @click=${() => this.#turn("read")}>取消</button>
      </div>
    </form>`;
  }

  #turn(mode: "read" | "edit" | "reply"): void {
    this.mode = mode;
    if (mode !== "read")
      void this.updateComplete.then(() => this.renderRoot.querySelector("textarea")?.focus());
  }

  readonly #edit = (text: string): void => {
    this.studio.notes.change(this.note.id, { text });
  };

  readonly #reply = (text: string): void => {
    const reply = { text, author: this.studio.notes.author.get(), writtenAt: timeNow() };
    this.studio.notes.change(this.note.id, { replies: [...this.note.replies, reply] });
  };

  readonly #reveal = (): void => {
    const { place, studio } = this;
    studio.notes.selected.set(this.note.id);
    if (place?.kind === "found") studio.reveal(place);
    else if (place?.kind === "several" && place.places[0] !== undefined) studio.reveal(place.places[0]);
    else if (place?.kind === "lost" && place.provision !== null) studio.reveal(place.provision);
  };
}
