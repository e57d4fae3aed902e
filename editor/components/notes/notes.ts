import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Note } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import "./note-card.ts";
import "./note-form.ts";
import { NOTE_KINDS, NOTE_STATES, offsetOf } from "./note-words.ts";

/** 批注 and open questions of the open policy. */
@customElement("tw-notes")
export class Notes extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--surface);
      }
      .bar {
        min-width: 0;
      }
      .scroll {
        flex: 1 1 0;
        overflow: auto;
      }
      .bar label {
        display: flex;
        flex: 1 1 0;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
        white-space: nowrap;
      }
      .author {
        flex: 1 1 0;
        min-width: 32px;
        max-width: 10em;
      }
      select {
        padding: 0 var(--space-1);
        text-overflow: ellipsis;
      }
      .export {
        width: 74px;
      }
      .filters select {
        flex: 1 1 0;
        min-width: 64px;
        max-width: 180px;
      }
      .problem {
        margin: 0;
        padding: var(--space-1) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--bad-soft);
      }
      .empty p {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private kind: Note["kind"] | "" = "";
  @state() private settled: Note["state"] | "" = "";
  @state() private by = "";

  #inView: string | null = null;

  /** A note that was chosen in the text is brought into view. */
  protected override updated(): void {
    const selected = this.studio.notes.selected.get();
    if (selected === this.#inView) return;
    this.#inView = selected;
    this.renderRoot.querySelector("tw-note-card[selected]")?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): unknown {
    const { notes } = this.studio;
    const file = notes.file.get();
    const all = file?.notes ?? [];
    return html`<div class="bar">
        <button class="primary" ?disabled=${file === null} @click=${() => notes.isWriting.set(true)}>
          <tw-icon name="add"></tw-icon>批注选定的文字
        </button>
        <label
          >署名
          <input
            class="author"
            maxlength="50"
            .value=${notes.author.get()}
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) notes.author.set(event.target.value.trim());
            }}
          />
        </label>
        ${all.length === 0 ? nothing : this.#export()}
      </div>
      ${notes.isWriting.get() && file !== null ? this.#form() : nothing}
      ${all.length === 0 ? nothing : this.#filters(all)}
      ${notes.problems.get().map((problem) => html`<p class="problem bad" role="alert">${problem}</p>`)}
      ${all.length === 0 && !notes.isWriting.get() ? this.#empty() : this.#list(all)}`;
  }

  #form(): unknown {
    return html`<tw-note-form
      .studio=${this.studio}
      @done=${() => {
        this.studio.notes.isWriting.set(false);
      }}
    ></tw-note-form>`;
  }

  #filters(all: readonly Note[]): unknown {
    const authors = [...new Set(all.map(({ author }) => author))].filter((author) => author !== "").sort();
    return html`<div class="bar filters">
      ${choice("种类", NOTE_KINDS, this.kind, (value) => {
        this.kind = NOTE_KINDS.find((each) => each === value) ?? "";
      })}
      ${choice("处理情况", NOTE_STATES, this.settled, (value) => {
        this.settled = NOTE_STATES.find((each) => each === value) ?? "";
      })}
      ${
        authors.length < 2
          ? nothing
          : choice("署名", authors, this.by, (value) => {
              this.by = value;
            })
      }
    </div>`;
  }

  #export(): unknown {
    return html`<select
      class="export"
      aria-label="导出法审意见"
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        const which = event.target.value;
        event.target.value = "";
        if (which !== "") void this.studio.notes.exportOpinion({ includeSettled: which === "all" });
      }}
    >
      <option value="" selected>导出…</option>
      <option value="all">法审意见（含已处理）</option>
      <option value="open">法审意见（不含已处理）</option>
    </select>`;
  }

  #list(all: readonly Note[]): unknown {
    const places = this.studio.notes.places.get();
    const selected = this.studio.notes.selected.get();
    const shown = all
      .filter(
        ({ kind, state, author }) =>
          (this.kind === "" || kind === this.kind) &&
          (this.settled === "" || state === this.settled) &&
          (this.by === "" || author === this.by),
      )
      .map((note) => ({ note, offset: offsetOf(places.get(note.id)) }))
      .sort((left, right) => left.offset - right.offset)
      .map(({ note }) => note);
    if (all.length > 0 && shown.length === 0) return html`<p class="empty">没有符合条件的批注。</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="批注">
      ${repeat(
        shown,
        ({ id }) => id,
        (note) =>
          html`<tw-note-card
            .studio=${this.studio}
            .note=${note}
            .place=${places.get(note.id)}
            ?selected=${note.id === selected}
          ></tw-note-card>`,
      )}
    </div>`;
  }

  #empty(): unknown {
    return html`<div class="empty">
      <p>还没有批注。</p>
      <p>在条文或者规则中选定文字，再按“批注选定的文字”。批注保存在政策文件旁边，不改动条文。</p>
    </div>`;
  }
}

const choice = (
  title: string,
  values: readonly string[],
  chosen: string,
  choose: (value: string) => void,
): unknown =>
  html`<select
    aria-label=${title}
    @change=${(event: Event) => {
      if (event.target instanceof HTMLSelectElement) choose(event.target.value);
    }}
  >
    <option value="" ?selected=${chosen === ""}>全部${title}</option>
    ${values.map((value) => html`<option ?selected=${value === chosen}>${value}</option>`)}
  </select>`;

declare global {
  interface HTMLElementTagNameMap {
    "tw-notes": Notes;
  }
}
