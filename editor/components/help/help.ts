import { PAGES } from "virtual:reference";
import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import { shortcutTable } from "../dialog/shortcut-table.ts";
import "../icon/icon.ts";
import { placeOfWord, searchHelp } from "./help-search.ts";
import { helpStyle } from "./help-style.ts";

/** The page of shortcuts is no file of the reference. */
const SHORTCUTS = "shortcuts";
/** More than one reads. */
const MOST_HITS = 40;

/** The language reference with its contents, a search, and the table of shortcuts. */
@customElement("tw-help")
export class Help extends SignalWatcher(LitElement) {
  static override readonly styles = [shared, helpStyle];

  @property({ attribute: false }) studio!: Studio;
  @state() private words = "";
  @query("article") private readonly article!: HTMLElement | null;
  #shown: unknown = null;

  protected override render(): unknown {
    const { page } = this.#place();
    return html`<div class="all">
      <nav aria-label="语言参考目录">
        <div class="bar">
          <input
            type="search"
            placeholder="在语言参考中查找"
            aria-label="在语言参考中查找"
            .value=${this.words}
            @input=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) this.words = event.target.value;
            }}
          />
          <button type="button" title="回到编写（Alt+1）" @click=${() => this.studio.mode.set("write")}>
            返回
          </button>
        </div>
        <div class="list">${this.words.trim() === "" ? this.#contents(page) : this.#hits()}</div>
      </nav>
      <article tabindex="0" aria-label=${this.#title(page)} @click=${this.#follow}>
        ${
          page === SHORTCUTS
            ? html`<h1>快捷键</h1>
                ${shortcutTable()}`
            : // The pages come with the program and were made without markup of their own.
              unsafeHTML(PAGES.find(({ name }) => name === page)?.html ?? "")
        }
      </article>
    </div>`;
  }

  protected override updated(): void {
    const place = this.#place();
    const asked = this.studio.shell.helpPlace.get();
    if (this.#shown === asked || this.studio.mode.get() !== "help") return;
    this.#shown = asked;
    const heading =
      place.anchor === null
        ? null
        : this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(place.anchor)}`);
    if (heading === null) this.article?.scrollTo({ top: 0 });
    else {
      heading.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    }
  }

  #contents(current: string): unknown {
    const item = (name: string, title: string): unknown =>
      html`<button
        type="button"
        class="quiet page"
        aria-current=${name === current ? "page" : nothing}
        @click=${() => this.#go(name, null)}
      >
        ${title}
      </button>`;
    return html`
      ${PAGES.map(
        ({ name, title, headings }) =>
          html`${item(name, title)}
          ${
            name !== current
              ? nothing
              : headings
                  .filter(({ level }) => level === 2)
                  .map(
                    ({ id, words }) =>
                      html`<button type="button" class="quiet section" @click=${() => this.#go(name, id)}>
                        ${words}
                      </button>`,
                  )
          }`,
      )}
      ${item(SHORTCUTS, "快捷键")}
    `;
  }

  #hits(): unknown {
    const hits = searchHelp(PAGES, this.words, MOST_HITS);
    if (hits.length === 0)
      return html`<div class="empty" role="status">语言参考中没有“${this.words.trim()}”。</div>`;
    return hits.map(
      ({ page, anchor, title, heading, excerpt }) =>
        html`<button type="button" class="quiet hit" @click=${() => this.#go(page, anchor)}>
          <strong>${heading}</strong><span class="soft">${title}　${excerpt}</span>
        </button>`,
    );
  }

  /** A page with a heading, or the word that was asked for. */
  #place(): { readonly page: string; readonly anchor: string | null } {
    const asked = this.studio.shell.helpPlace.get();
    if (asked.page !== "") return asked;
    return placeOfWord(PAGES, asked.anchor ?? "") ?? { page: "README", anchor: null };
  }

  #title(page: string): string {
    return PAGES.find(({ name }) => name === page)?.title ?? "快捷键";
  }

  #go(page: string, anchor: string | null): void {
    this.studio.shell.helpPlace.set({ page, anchor: anchor === "" ? null : anchor });
  }

  readonly #follow = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-page]") : null;
    if (link === null) return;
    event.preventDefault();
    this.#go(link.dataset["page"] ?? "README", link.dataset["anchor"] ?? null);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-help": Help;
  }
}
