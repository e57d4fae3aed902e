import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { shared } from "../../style/shared.ts";
import type { ComparedCell, ComparedRow, ComparisonView, TextRun } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { CHANGE_ICONS } from "./change-marks.ts";
import { sideHead } from "./side-head.ts";

/** Rows that are made at once; the rest follows while the page rests. */
const AT_ONCE = 40;

/** How the marks look here; what they mean is told by the comparison. */
const SAMPLES = {
  kept: "原样",
  deleted: "删除线",
  added: "粗体加下划线",
  minor: "虚线",
} as const satisfies Readonly<Record<TextRun["mark"], string>>;

/** The 对照表: each provision beside its partner, with what is new, gone, or of form alone marked in it. */
@customElement("tw-compared-table")
export class ComparedTable extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        overflow: auto;
        container-type: inline-size;
        background: var(--surface);
      }
      :host(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: -2px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(140px, 24%);
        border-bottom: 1px solid var(--line);
      }
      .body .row {
        content-visibility: auto;
        contain-intrinsic-size: auto 120px;
      }
      .row > * {
        min-width: 0;
        padding: var(--space-2) var(--space-3);
        border-right: 1px solid var(--line);
      }
      .row > :last-child {
        border-right: 0;
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--ground);
        border-bottom-color: var(--line-strong);
        font-weight: 600;
      }
      .head > * {
        padding: var(--space-1) var(--space-3);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .chosen {
        box-shadow: inset 3px 0 0 var(--accent);
        background: var(--accent-soft);
      }
      .text {
        font: var(--text-large) / 1.8 var(--font-document);
        overflow-wrap: anywhere;
      }
      .heading .text {
        font-weight: 700;
        text-align: center;
      }
      .heading.same {
        grid-template-columns: 1fr;
      }
      p {
        margin: 0;
        white-space: pre-wrap;
      }
      ins,
      del,
      u {
        padding: 1px 0;
        border-radius: 2px;
      }
      ins {
        background: var(--good-soft);
        color: var(--good);
        font-weight: 700;
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 3px;
      }
      del {
        background: var(--bad-soft);
        color: var(--bad);
        text-decoration: line-through;
      }
      u {
        text-decoration: underline dotted;
        text-underline-offset: 3px;
      }
      .cell-tag {
        color: var(--ink-soft);
        font: var(--text-small) / 1.6 var(--font-ui);
      }
      .notes {
        font-size: var(--text-small);
      }
      .what {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      tw-icon {
        flex: none;
        width: 14px;
        height: 14px;
      }
      .notes ul {
        margin: var(--space-1) 0 0;
        padding-left: 1.2em;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        padding: var(--space-1) var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      @container (max-width: 720px) {
        .row {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .row > :nth-child(2) {
          border-right: 0;
        }
        .row > .notes {
          grid-column: 1 / -1;
          padding-top: 0;
        }
        .head > .notes {
          display: none;
        }
        .text {
          font-size: var(--text);
        }
      }
    `,
  ];

  @property({ attribute: false }) view!: ComparisonView;
  @property({ attribute: false }) rows: readonly ComparedRow[] = [];
  @property({ attribute: false }) chosen: string | null = null;
  @state() private made = AT_ONCE;
  @query(".chosen") private readonly chosenRow!: HTMLElement | null;
  #next: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Whoever has no mouse scrolls it with the arrow keys.
    this.tabIndex = 0;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "条文对照表");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#next);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("rows")) this.made = AT_ONCE;
    const at = this.rows.findIndex(({ id }) => id === this.chosen);
    if (at >= this.made) this.made = at + AT_ONCE;
  }

  protected override render(): unknown {
    const { left, right, legend } = this.view;
    return html`
      <div class="legend" aria-label="图例">
        ${legend.map(
          ({ mark, meaning }) => html`<span>${runTemplate({ text: SAMPLES[mark], mark })}　${meaning}</span>`,
        )}
      </div>
      <div role="table" aria-label="条文对照" aria-rowcount=${this.rows.length + 1}>
        <div class="row head" role="row" aria-rowindex="1">
          <div role="columnheader" title=${left.head}>${sideHead(left)}</div>
          <div role="columnheader" title=${right.head}>${sideHead(right)}</div>
          <div class="notes" role="columnheader">说明</div>
        </div>
        <div class="body" role="rowgroup">
          ${repeat(
            this.rows.slice(0, this.made),
            ({ id }) => id,
            (row, at) => this.#row(row, at),
          )}
        </div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    clearTimeout(this.#next);
    if (this.made < this.rows.length) this.#next = setTimeout(() => (this.made += AT_ONCE), 16);
    if (changed.has("chosen") || changed.has("rows")) this.#show();
  }

  #show(): void {
    const { chosenRow } = this;
    if (chosenRow === null) return;
    const above = this.renderRoot.querySelector(".head")?.getBoundingClientRect().bottom ?? 0;
    const { top, bottom } = chosenRow.getBoundingClientRect();
    if (top < above || bottom > this.getBoundingClientRect().bottom) this.scrollTop += top - above - 8;
  }

  #row(row: ComparedRow, at: number): unknown {
    const isChosen = row.id === this.chosen ? "chosen" : "";
    if (row.kind === "heading" && !row.isChanged) {
      const cell = row.right.paragraphs.length > 0 ? row.right : row.left;
      return html`<div class="row heading same ${isChosen}" role="row" aria-rowindex=${at + 2}>
        <div role="cell" aria-colspan="3" class="text">${paragraphsOf(cell)}</div>
      </div>`;
    }
    return html`<div
      class="row ${row.kind} ${isChosen}"
      role="row"
      aria-rowindex=${at + 2}
      @click=${() => this.dispatchEvent(new CustomEvent("choose", { detail: row.id }))}
    >
      <div class="text" role="cell">${paragraphsOf(row.left)}</div>
      <div class="text" role="cell">${paragraphsOf(row.right)}</div>
      <div class="notes" role="cell">
        ${
          row.change === null
            ? nothing
            : html`<div class="what ${row.isChanged ? "" : "soft"}">
                <tw-icon name=${CHANGE_ICONS[row.change]}></tw-icon><span>${row.label}　${row.word}</span>
              </div>`
        }
        ${
          row.notes.length === 0
            ? nothing
            : html`<ul>
                ${row.notes.map(
                  ({ text, direction }) =>
                    html`<li
                      class=${direction === "tightened" ? "bad" : direction === "loosened" ? "good" : ""}
                    >
                      ${text}
                    </li>`,
                )}
              </ul>`
        }
      </div>
    </div>`;
  }
}

const paragraphsOf = ({ tag, paragraphs }: ComparedCell): unknown => html`
  ${tag === null ? nothing : html`<div class="cell-tag">${paragraphs.length === 0 ? `（${tag}）` : tag}</div>`}
  ${paragraphs.map((runs) => html`<p>${runs.map(runTemplate)}</p>`)}
`;

const runTemplate = ({ text, mark }: TextRun): unknown => {
  switch (mark) {
    case "kept":
      return text;
    case "added":
      return html`<ins>${text}</ins>`;
    case "deleted":
      return html`<del>${text}</del>`;
    case "minor":
      return html`<u>${text}</u>`;
  }
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-compared-table": ComparedTable;
  }
}
