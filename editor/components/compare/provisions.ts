import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ComparedRow, ComparisonView, OutlineNode } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import "../outline/outline.ts";
import type { OutlineMark } from "../outline/outline.ts";
import "../split/split.ts";
import { changedNodes, changedRows, changeMarks } from "./change-marks.ts";
import "./compared-table.ts";
import { isTicked } from "./controls.ts";

/** The provisions: the tree with what became of each, and the table or the full texts beside it. */
@customElement("tw-compared-provisions")
export class ComparedProvisions extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .tools {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
        padding: 2px var(--space-2);
        border-bottom: 1px solid var(--line);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-height: var(--row);
        white-space: nowrap;
      }
      input[type="checkbox"] {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .views {
        display: flex;
      }
      .views button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }
      .views button:last-child {
        margin-left: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }
      .rest {
        flex: 1 1 0;
        min-height: 0;
      }
      .full {
        height: 100%;
      }
      ::slotted(*) {
        display: block;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;
  @state() private width = 260;
  #marks: ReadonlyMap<string, OutlineMark> = new Map();
  #changed: ReadonlySet<string> = new Set();
  #rows: { readonly all: readonly ComparedRow[]; readonly changed: readonly ComparedRow[] } = {
    all: [],
    changed: [],
  };
  #nodes: { readonly all: readonly OutlineNode[]; readonly changed: readonly OutlineNode[] } = {
    all: [],
    changed: [],
  };

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has("view")) return;
    const { rows, tree, relation } = this.view;
    // Two documents are never divided alike; a heading with nothing below it is only told of versions.
    const isTold = ({ isChanged, kind }: ComparedRow): boolean =>
      isChanged && (kind !== "heading" || relation === "versions");
    this.#marks = changeMarks(rows);
    this.#changed = new Set(rows.filter(isTold).map(({ id }) => id));
    this.#rows = { all: rows, changed: changedRows(rows, isTold) };
    this.#nodes = { all: tree, changed: changedNodes(tree, (id) => this.#changed.has(id)) };
  }

  protected override render(): unknown {
    const { comparison } = this.studio;
    const which = comparison.onlyChanged.get() ? "changed" : "all";
    const isVerbatim = comparison.isVerbatim.get();
    const rows = this.#rows[which];
    return html`
      <div class="tools" role="group" aria-label="条文对照">
        <label
          ><input
            type="checkbox"
            .checked=${comparison.onlyChanged.get()}
            @change=${(event: Event) => comparison.onlyChanged.set(isTicked(event))}
          />只看有变化的</label
        >
        <button
          class="quiet"
          type="button"
          title="上一处变化（Shift+F7）"
          @click=${() => comparison.step(-1)}
        >
          <tw-icon name="arrow-up"></tw-icon>上一处
        </button>
        <button class="quiet" type="button" title="下一处变化（F7）" @click=${() => comparison.step(1)}>
          <tw-icon name="arrow-down"></tw-icon>下一处
        </button>
        <span class="grow"></span>
        <div class="views" role="group" aria-label="对照方式">
          <button
            type="button"
            aria-pressed=${isVerbatim ? "false" : "true"}
            @click=${() => comparison.isVerbatim.set(false)}
          >
            <tw-icon name="table"></tw-icon>逐条对照
          </button>
          <button
            type="button"
            aria-pressed=${isVerbatim ? "true" : "false"}
            @click=${() => comparison.isVerbatim.set(true)}
          >
            <tw-icon name="diff"></tw-icon>逐字对照
          </button>
        </div>
      </div>
      <div class="rest">
        ${rows.length === 0 && !isVerbatim ? this.#nothing() : this.#both(which, rows, isVerbatim)}
      </div>
    `;
  }

  #nothing(): unknown {
    return html`<div class="empty" role="status">
      <span>条文的文字没有变化。</span>
      <button type="button" @click=${() => this.studio.comparison.onlyChanged.set(false)}>
        显示全部条文
      </button>
    </div>`;
  }

  #both(which: "all" | "changed", rows: readonly ComparedRow[], isVerbatim: boolean): unknown {
    const { comparison, shell } = this.studio;
    return html`<tw-split
      label="目录宽度"
      .size=${this.width}
      .least=${150}
      .rest=${300}
      .only=${shell.isNarrow.get() ? "end" : null}
      @resized=${({ detail }: CustomEvent<number>) => (this.width = detail)}
    >
      <tw-outline
        slot="start"
        label="条文目录"
        .studio=${this.studio}
        .nodes=${this.#nodes[which]}
        .marks=${this.#marks}
        .chosen=${comparison.row.get()}
        @choose=${({ detail }: CustomEvent<OutlineNode>) => comparison.row.set(detail.id)}
      ></tw-outline>
      <div slot="end" class="full">${isVerbatim ? html`<slot name="diff"></slot>` : this.#table(rows)}</div>
    </tw-split>`;
  }

  #table(rows: readonly ComparedRow[]): unknown {
    const { comparison } = this.studio;
    return html`<tw-compared-table
      class="full"
      .view=${this.view}
      .rows=${rows}
      .chosen=${comparison.row.get()}
      @choose=${({ detail }: CustomEvent<string>) => comparison.row.set(detail)}
    ></tw-compared-table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-compared-provisions": ComparedProvisions;
  }
}
