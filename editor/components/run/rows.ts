import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import { rowAfterKey, rowWindow, scrollToRow } from "./row-window.ts";
import { statusStyles } from "./status-mark.ts";

const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 28;

/** A column of the table; `width` as a grid track. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly width: string;
  /** Left out where the table is narrow. */
  readonly wideOnly?: boolean;
  readonly isSortable?: boolean;
}

/** What one row shows: cells in the order of the columns, or one title over all of them. */
export type RowContent =
  | {
      readonly kind: "cells";
      readonly cells: readonly unknown[];
      readonly titles?: readonly (string | null)[];
    }
  | { readonly kind: "group"; readonly title: unknown };

/** The column that rows are in the order of. */
export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/**
 * A table of any number of rows of one height, of which only those on show are drawn. The drawn rows stand in a layer
 * that does not scroll away, so however fast one scrolls there is never an empty place. Tells `chosen` with the row on
 * a click or Enter, `sorted` with the key of a column.
 */
@customElement("tw-rows")
export class Rows extends LitElement {
  static override readonly styles = [
    shared,
    statusStyles,
    css`
      :host {
        display: block;
        position: relative;
        min-height: 0;
        container-type: inline-size;
        background: var(--surface);
      }
      .scroller {
        height: 100%;
        overflow-x: hidden;
        overflow-y: auto;
        overflow-anchor: none;
      }
      .pinned {
        position: sticky;
        top: 0;
        overflow: hidden;
      }
      .row {
        display: grid;
        grid-template-columns: var(--columns);
        height: 26px;
        border-bottom: 1px solid var(--line);
      }
      .head {
        height: 28px;
        position: relative;
        z-index: 1;
        background: var(--ground);
        border-bottom-color: var(--line-strong);
        color: var(--ink-soft);
      }
      .cell {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
        padding: 0 var(--space-2);
        overflow: hidden;
        white-space: nowrap;
      }
      .cell > span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .head .cell {
        padding: 0;
        font-size: var(--text-small);
      }
      .head .cell > span {
        padding: 0 var(--space-2);
      }
      .head button {
        justify-content: flex-start;
        width: 100%;
        border: 0;
        border-radius: 0;
        background: transparent;
        color: inherit;
      }
      .body .row {
        cursor: pointer;
      }
      .body .row:hover {
        background: var(--hover);
      }
      .body .row.chosen {
        background: var(--accent-soft);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .scroller:focus-visible {
        outline: none;
      }
      .scroller:focus-visible .row.active {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      .row.group {
        grid-template-columns: 1fr;
        background: var(--muted-soft);
        font-weight: 600;
        cursor: default;
      }
      @container (max-width: 620px) {
        .row {
          grid-template-columns: var(--columns-narrow);
        }
        .wide {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ type: Number }) total = 0;
  /** Draws one row; asked for every row on show. */
  @property({ attribute: false }) content: (row: number) => RowContent = () => ({ kind: "cells", cells: [] });
  @property({ attribute: false }) sorting: Sorting | null = null;
  /** The row whose result is looked at. */
  @property({ type: Number }) chosen = -1;
  @property() label = "";
  @state() private active = 0;
  #height = 200;
  #scroller: HTMLElement | null = null;
  readonly #observer = new ResizeObserver(() => {
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  /** Back to the first row, for a list that is another one now. */
  toTop(): void {
    this.active = 0;
    this.#scroller?.scrollTo({ top: 0 });
  }

  /** Brings a row into view and makes it the one that the keys start from. */
  show(row: number): void {
    this.active = row;
    this.#scrollTo(row);
  }

  override focus(): void {
    this.#scroller?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("total")) this.active = Math.max(0, Math.min(this.active, this.total - 1));
    if (changed.has("columns")) {
      const tracks = (columns: readonly Column[]): string => columns.map(({ width }) => width).join(" ");
      this.style.setProperty("--columns", tracks(this.columns));
      this.style.setProperty(
        "--columns-narrow",
        tracks(this.columns.filter(({ wideOnly }) => wideOnly !== true)),
      );
    }
  }

  protected override render(): unknown {
    this.#height = Math.max(0, this.clientHeight - HEAD_HEIGHT);
    const { first, count, offset } = rowWindow(
      this.#scroller?.scrollTop ?? 0,
      this.#height,
      ROW_HEIGHT,
      this.total,
    );
    const isShown = this.active >= first && this.active < first + count;
    return html`
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.total + 1}
        aria-colcount=${this.columns.length}
        aria-activedescendant=${isShown ? `row-${this.active}` : nothing}
        @scroll=${this.#scrolled}
        @keydown=${this.#press}
        @click=${this.#click}
      >
        <div role="presentation" style="height:${this.total * ROW_HEIGHT + HEAD_HEIGHT}px">
          <div class="pinned" role="presentation" style="height:${this.#height + HEAD_HEIGHT}px">
            ${this.#head()}
            <div class="body" role="rowgroup" style="transform:translateY(${-offset}px)">
              ${Array.from({ length: count }, (_, at) => this.#row(first + at))}
            </div>
          </div>
        </div>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.#scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
  }

  #head(): unknown {
    return html`<div role="rowgroup">
      <div class="row head" role="row" aria-rowindex="1">
        ${this.columns.map(({ key, title, wideOnly, isSortable }) => {
          const sorted =
            this.sorting?.key === key ? (this.sorting.descending ? "descending" : "ascending") : "none";
          return html`<div
            class="cell ${wideOnly === true ? "wide" : ""}"
            role="columnheader"
            aria-sort=${isSortable === true ? sorted : nothing}
          >
            ${
              isSortable === true
                ? html`<button @click=${() => this.#tell("sorted", key)}>
                    ${title}${
                      sorted === "none"
                        ? nothing
                        : html`<tw-icon
                            name=${sorted === "descending" ? "arrow-down" : "arrow-up"}
                          ></tw-icon>`
                    }
                  </button>`
                : html`<span>${title}</span>`
            }
          </div>`;
        })}
      </div>
    </div>`;
  }

  #row(row: number): unknown {
    const content = this.content(row);
    const active = row === this.active ? "active" : "";
    if (content.kind === "group") {
      return html`<div
        class="row group ${active}"
        role="row"
        id="row-${row}"
        aria-rowindex=${row + 2}
        data-row=${row}
      >
        <div class="cell" role="gridcell" aria-colspan=${this.columns.length}>
          <span>${content.title}</span>
        </div>
      </div>`;
    }
    return html`<div
      class="row ${active} ${row === this.chosen ? "chosen" : ""}"
      role="row"
      id="row-${row}"
      aria-rowindex=${row + 2}
      aria-selected=${row === this.chosen}
      data-row=${row}
    >
      ${this.columns.map(
        ({ wideOnly }, at) =>
          html`<div
            class="cell ${wideOnly === true ? "wide" : ""}"
            role="gridcell"
            title=${content.titles?.[at] ?? nothing}
          >
            <span>${content.cells[at] ?? ""}</span>
          </div>`,
      )}
    </div>`;
  }

  readonly #scrolled = (): void => {
    this.requestUpdate();
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLButtonElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") this.#tell("chosen", this.active);
    else {
      const row = rowAfterKey(event.key, this.active, this.total, Math.floor(this.#height / ROW_HEIGHT));
      if (row === null) return;
      this.show(row);
    }
    event.preventDefault();
  };

  readonly #click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    if (target === null) return;
    this.active = Number(target.dataset["row"]);
    this.#tell("chosen", this.active);
  };

  #scrollTo(row: number): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    scroller.scrollTop = scrollToRow(row, scroller.scrollTop, this.#height, ROW_HEIGHT);
    this.requestUpdate();
  }

  #tell(name: "chosen" | "sorted", detail: number | string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-rows": Rows;
  }
}
