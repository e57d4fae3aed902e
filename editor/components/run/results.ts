import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ResultOrder, RunResults } from "../../worker/worker-api.ts";
import "./filter-tags.ts";
import { columnsFor } from "./result-columns.ts";
import { listRows, rowAt, rowOfResult, type ListedRows } from "./result-rows.ts";
import { inGroups } from "./figures.ts";
import type { RowContent, Rows } from "./rows.ts";
import "./rows.ts";
import "./rule-bars.ts";
import { statusMark } from "./status-mark.ts";
import { recordTitle, shownRow } from "./result-text.ts";

/** All results: filters and counts on the left, the rows on the right. */
@customElement("tw-results")
export class Results extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        container-type: inline-size;
      }
      tw-rule-bars {
        flex: 0 0 clamp(190px, 26%, 320px);
        border-inline-end: 1px solid var(--line);
        overflow: hidden auto;
      }
      .right {
        display: flex;
        flex: 1 1 0;
        flex-direction: column;
        min-width: 0;
      }
      tw-rows {
        flex: 1 1 0;
      }
      .none {
        flex: 1 1 0;
        min-height: 0;
      }
      @container (max-width: 520px) {
        tw-rule-bars {
          display: none;
        }
        tw-rule-bars.open {
          display: block;
          flex-basis: 100%;
        }
        tw-rule-bars.open + .right {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @query("tw-rows") private readonly rows!: Rows | null;
  #listed: ListedRows = listRows(null);
  #shown: unknown = null;

  protected override render(): unknown {
    const { run } = this.studio;
    const results = run.results.get();
    if (results === null) return nothing;
    const view = run.view.get();
    this.#listed = listRows(view);
    const target = run.target.get();
    const order = run.shownOrder;
    const columns = columnsFor(order.group);
    const chosen = target === null || view === null ? -1 : rowOfResult(this.#listed, results, target);
    return html`
      <tw-rule-bars
        class=${run.isBarsOpen.get() ? "open" : ""}
        .studio=${this.studio}
        @close=${() => run.isBarsOpen.set(false)}
      ></tw-rule-bars>
      <div class="right">
        <tw-filter-tags .studio=${this.studio}></tw-filter-tags>
        ${
          view !== null && view.rows.length === 0
            ? html`<div class="empty none">
                <span>没有符合筛选条件的结果。</span>
                <div><button @click=${() => run.clearFilter()}>取消全部筛选</button></div>
              </div>`
            : html`<tw-rows
                label="核对结果，共${inGroups(view?.rows.length ?? 0)}项"
                .columns=${columns}
                .total=${this.#listed.total}
                .content=${this.#content(results, this.#listed, columns)}
                .sorting=${{ key: order.key, descending: order.descending }}
                .chosen=${chosen}
                @chosen=${this.#choose}
                @sorted=${this.#sort}
              ></tw-rows>`
        }
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const view = this.studio.run.view.get();
    if (view !== this.#shown && this.#shown !== null) this.rows?.toTop();
    this.#shown = view;
  }

  #content(results: RunResults, listed: ListedRows, columns: ReturnType<typeof columnsFor>) {
    return (at: number): RowContent => {
      const row = rowAt(listed, at);
      if (row.kind === "group")
        return {
          kind: "group",
          // Letters that turn words round must not reach those behind the title.
          title: html`<bdi>${row.title === "" ? "（没有填写）" : row.title}</bdi>　${inGroups(row.count)}项`,
        };
      const shown = shownRow(results, row.row);
      const texts: Readonly<Record<string, string>> = {
        record: recordTitle(shown.record),
        rule: shown.decision.rule,
        region: shown.record.region ?? "",
        label: shown.decision.label ?? "",
        value: shown.words,
        status: shown.status,
        object: shown.record.object,
      };
      return {
        kind: "cells",
        cells: columns.map(({ key }) => (key === "status" ? statusMark(shown.status) : (texts[key] ?? ""))),
        titles: columns.map(({ key }) => (key === "value" ? shown.title : (texts[key] ?? null))),
      };
    };
  }

  readonly #choose = (event: CustomEvent<number>): void => {
    const { run } = this.studio;
    const results = run.results.get();
    const row = rowAt(this.#listed, event.detail);
    if (results === null || row.kind === "group") return;
    const { record, decision } = shownRow(results, row.row);
    run.target.set({ object: record.object, id: record.id, decision: decision.id });
    this.studio.sideView.set("explain");
    this.studio.shell.arrange({ sideFolded: false });
  };

  readonly #sort = (event: CustomEvent<string>): void => {
    const { run } = this.studio;
    const { key, descending } = run.order.get();
    const isSame = key === event.detail;
    // A third press goes back to what asks for action first.
    if (isSame && descending) run.arrange({ key: "urgency", descending: true });
    else run.arrange({ key: SORTED.find((each) => each === event.detail) ?? "urgency", descending: isSame });
  };
}

const SORTED: readonly ResultOrder["key"][] = ["rule", "record", "status", "region", "value"];

declare global {
  interface HTMLElementTagNameMap {
    "tw-results": Results;
  }
}
