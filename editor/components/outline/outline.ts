import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { nodesAt } from "../../state/outline-place.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { OutlineNode } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import {
  outlineRows,
  parentRow,
  placesOf,
  rowOfInnermost,
  rowStartingWith,
  type OutlineRow,
} from "./outline-rows.ts";
import { STATE_MARKS } from "./outline-states.ts";
import { outlineStyle } from "./outline-style.ts";
import { ROW_HEIGHT, rowTemplate } from "./row.ts";

/** Rows above and below the visible ones that are drawn too. */
const SPARE = 8;
/** Letters that are typed within this time belong together, in milliseconds. */
const TYPING = 700;

/** A mark that takes the place of the state, e.g. what has changed between two versions. */
export interface OutlineMark {
  readonly icon: IconName;
  readonly word: string;
  /** Shown beside the picture; without it, the first of the word. */
  readonly letter?: string;
}

/**
 * The tree of the provisions with what stands below them. It follows the cursor of the open policy; with `nodes` it shows
 * another tree, with `marks` in place of the states, and tells the chosen node with `choose`.
 */
@customElement("tw-outline")
export class Outline extends SignalWatcher(LitElement) {
  static override readonly styles = [shared, outlineStyle];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) nodes: readonly OutlineNode[] | null = null;
  @property({ attribute: false }) marks: ReadonlyMap<string, OutlineMark> | null = null;
  /** Id of the node of `nodes` that is looked at. */
  @property({ attribute: false }) chosen: string | null = null;
  @property() label = "目录";
  @state() private filter = "";
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private active: string | null = null;
  @state() private top = 0;
  @state() private height = 600;
  @state() private isLegendOpen = false;
  @query("[role=tree]") private readonly tree!: HTMLElement | null;
  #rows: readonly OutlineRow[] = [];
  #places: ReadonlyMap<string, number> = new Map();
  /** What the rows were made of: the cursor moves more often than the tree changes. */
  #madeOf: readonly unknown[] = [];
  #here = -1;
  /** The policy that the words of the filter were meant for. */
  #filtered: string | null = null;
  #shownHere: string | null = null;
  #typed = { words: "", at: 0 };
  /** The tree whose height is watched: after an empty outline it is another one. */
  #watched: HTMLElement | null = null;
  readonly #sizes = new ResizeObserver((entries) => {
    const own = entries.findLast(({ target }) => target === this.tree);
    this.height = own?.contentRect.height ?? this.height;
  });

  protected override render(): unknown {
    const nodes = this.nodes ?? this.studio.details.get()?.outline ?? [];
    const untreatedOnly = this.nodes === null && this.studio.shell.untreatedOnly.get();
    this.#forgetFilter();
    this.#lay(nodes, untreatedOnly);
    const { offset } = this.studio.place.get();
    this.#here =
      this.nodes === null
        ? rowOfInnermost(this.#places, nodesAt(nodes, offset))
        : this.#rows.findIndex(({ node }) => node.id === this.chosen);
    return html`
      ${this.#head(untreatedOnly)}
      ${this.#rows.length === 0 ? this.#empty(nodes, untreatedOnly) : this.#tree()}
      ${this.isLegendOpen ? legend() : nothing}
    `;
  }

  protected override updated(): void {
    this.#watch();
    // Goes with the cursor, but does not take a place away that was gone to by hand, with the mouse or with the keys.
    const here = this.#rows[this.#here]?.node.id ?? null;
    const byHand = this.nodes === null ? ":hover, :focus-within" : ":hover";
    if (here !== null && here !== this.#shownHere && !this.matches(byHand)) this.#show(this.#here);
    this.#shownHere = here;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#watched = null;
  }

  #watch(): void {
    const { tree } = this;
    if (tree === this.#watched) return;
    this.#sizes.disconnect();
    if (tree !== null) this.#sizes.observe(tree);
    this.#watched = tree;
    // The one of before may have been scrolled.
    this.top = tree?.scrollTop ?? 0;
  }

  #head(untreatedOnly: boolean): unknown {
    return html`<div class="head">
      <input
        type="search"
        placeholder="筛选"
        aria-label=${`筛选${this.label}`}
        .value=${this.filter}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this.filter = event.target.value;
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          this.tree?.focus();
        }}
      />
      ${
        this.nodes !== null
          ? nothing
          : html`<button
                type="button"
                class="quiet"
                aria-pressed=${untreatedOnly ? "true" : "false"}
                title="只看未处理的条款"
                @click=${() => this.studio.shell.untreatedOnly.set(!untreatedOnly)}
              >
                <tw-icon name="filter"></tw-icon>未处理
              </button>
              <button
                type="button"
                class="quiet"
                aria-label="图例"
                title="图例"
                aria-expanded=${this.isLegendOpen ? "true" : "false"}
                @click=${() => {
                  this.isLegendOpen = !this.isLegendOpen;
                }}
              >
                <tw-icon name="question"></tw-icon>
              </button>`
      }
    </div>`;
  }

  #tree(): unknown {
    const first = Math.max(0, Math.floor(this.top / ROW_HEIGHT) - SPARE);
    const last = Math.min(this.#rows.length, Math.ceil((this.top + this.height) / ROW_HEIGHT) + SPARE);
    const active = this.#activeRow();
    const isDrawn = active >= first && active < last;
    return html`<div
      role="tree"
      tabindex="0"
      aria-label=${this.label}
      aria-activedescendant=${isDrawn ? `row-${active}` : nothing}
      @keydown=${this.#press}
      @scroll=${() => {
        this.top = this.tree?.scrollTop ?? 0;
      }}
      @click=${this.#click}
    >
      <div class="all" role="presentation" style="height:${this.#rows.length * ROW_HEIGHT}px">
        ${repeat(
          this.#rows.slice(first, last),
          // What the mouse is pressed on stays the same row when the tree scrolls.
          (_, at) => first + at,
          (row, at) =>
            rowTemplate(row, first + at, {
              isActive: first + at === active,
              isHere: first + at === this.#here,
              mark: this.marks?.get(row.node.id) ?? null,
              hasStates: this.marks === null,
            }),
        )}
      </div>
    </div>`;
  }

  #empty(nodes: readonly OutlineNode[], untreatedOnly: boolean): unknown {
    if (nodes.length === 0)
      return html`<div class="empty">这里列出公文的章、条、款、项。打开一份政策后即可看到。</div>`;
    const words =
      this.filter.trim() === "" && untreatedOnly
        ? "全部条款都已处理。"
        : `目录中没有含“${this.filter}”的条款。`;
    return html`<div class="empty" role="status">
      <span>${words}</span
      ><button
        type="button"
        @click=${() => {
          this.filter = "";
          this.studio.shell.untreatedOnly.set(false);
        }}
      >
        显示全部
      </button>
    </div>`;
  }

  /** Another policy is shown whole. */
  #forgetFilter(): void {
    const current = this.studio.current.get();
    if (current === this.#filtered) return;
    this.#filtered = current;
    this.filter = "";
  }

  #lay(nodes: readonly OutlineNode[], untreatedOnly: boolean): void {
    const madeOf = [nodes, this.folded, this.filter, untreatedOnly];
    if (madeOf.every((part, at) => part === this.#madeOf[at])) return;
    this.#madeOf = madeOf;
    this.#rows = outlineRows(nodes, { folded: this.folded, filter: this.filter, untreatedOnly });
    this.#places = placesOf(this.#rows);
  }

  #activeRow(): number {
    const at = this.active === null ? undefined : this.#places.get(this.active);
    return at ?? Math.max(0, this.#here);
  }

  #show(at: number): void {
    const { tree } = this;
    if (tree === null) return;
    const top = at * ROW_HEIGHT;
    if (top < tree.scrollTop) tree.scrollTop = top;
    else if (top + ROW_HEIGHT > tree.scrollTop + tree.clientHeight)
      tree.scrollTop = top + ROW_HEIGHT - tree.clientHeight;
  }

  #activate(at: number): void {
    const row = this.#rows[at];
    if (row === undefined) return;
    this.active = row.node.id;
    this.#show(at);
  }

  #fold(id: string, fold: boolean): void {
    const folded = new Set(this.folded);
    if (fold) folded.add(id);
    else folded.delete(id);
    this.folded = folded;
  }

  #choose(at: number, focus: boolean): void {
    const row = this.#rows[at];
    if (row === undefined) return;
    this.active = row.node.id;
    this.dispatchEvent(new CustomEvent("choose", { detail: row.node }));
    if (this.nodes === null) this.studio.reveal(row.node.span, focus);
  }

  readonly #click = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    const element = target.closest<HTMLElement>(".row") ?? target.getRootNode();
    const host = element instanceof ShadowRoot ? element.host.closest<HTMLElement>(".row") : element;
    const at = host instanceof HTMLElement ? Number(host.dataset["at"]) : Number.NaN;
    const row = this.#rows[at];
    if (row === undefined) return;
    const isFold = event.composedPath().some((part) => part instanceof Element && part.matches(".fold"));
    if (isFold && row.hasChildren) this.#fold(row.node.id, row.isOpen);
    else this.#choose(at, false);
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#rows;
    const at = this.#activeRow();
    const row = rows[at];
    if (row === undefined) return;
    const page = Math.max(1, Math.floor(this.height / ROW_HEIGHT) - 1);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => this.#activate(Math.min(rows.length - 1, at + 1)),
      ArrowUp: () => this.#activate(Math.max(0, at - 1)),
      PageDown: () => this.#activate(Math.min(rows.length - 1, at + page)),
      PageUp: () => this.#activate(Math.max(0, at - page)),
      Home: () => this.#activate(0),
      End: () => this.#activate(rows.length - 1),
      ArrowRight: () => {
        if (row.hasChildren && !row.isOpen) this.#fold(row.node.id, false);
        else if (row.hasChildren) this.#activate(at + 1);
      },
      ArrowLeft: () => {
        if (row.isOpen) this.#fold(row.node.id, true);
        else this.#activate(parentRow(rows, at));
      },
      Enter: () => this.#choose(at, true),
      " ": () => this.#choose(at, false),
    };
    const move = moves[event.key];
    if (move === undefined && [...event.key].length !== 1) return;
    event.preventDefault();
    if (move === undefined) this.#type(event.key, at);
    else move();
  };

  #type(letter: string, at: number): void {
    const now = performance.now();
    const words = now - this.#typed.at < TYPING ? `${this.#typed.words}${letter}` : letter;
    this.#typed = { words, at: now };
    const found = rowStartingWith(this.#rows, words.length > 1 ? at : at + 1, words);
    if (found !== -1) this.#activate(found);
  }
}

const legend = (): unknown =>
  html`<dl aria-label="图例">
    ${Object.entries(STATE_MARKS).map(
      ([word, { icon, letter, tone, meaning }]) =>
        html`<dt class=${tone}><tw-icon name=${icon}></tw-icon>${letter}　${word}</dt>
          <dd>${meaning}</dd>`,
    )}
  </dl>`;

declare global {
  interface HTMLElementTagNameMap {
    "tw-outline": Outline;
  }
}
