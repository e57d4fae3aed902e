import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { effect } from "../../state/effect.ts";
import { shared } from "../../style/shared.ts";
import type { MapPoint, RunResults } from "../../worker/worker-api.ts";
import { inGroups } from "../run/figures.ts";
import type { Column, RowContent, Rows } from "../run/rows.ts";
import "../run/rows.ts";
import { statusMark, statusStyles } from "../run/status-mark.ts";
import "../icon/icon.ts";
import "./canvas.ts";
import { drawnFor, indexRecords, locate, named, type Located } from "./located.ts";
import { entered } from "../run/entered.ts";
import "./reach-list.ts";

const COLUMNS: readonly Column[] = [
  { key: "record", title: "编号与名称", width: "minmax(0, 1fr)" },
  { key: "status", title: "结果", width: "88px" },
];

/** 地图: the records that have a place, with the most urgent of their results, and the same as a list. */
@customElement("tw-map")
export class TiaowenMap extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    statusStyles,
    css`
      :host {
        display: block;
        height: 100%;
        min-height: 0;
        background: var(--surface);
        container-type: inline-size;
      }
      .layout {
        display: flex;
        height: 100%;
      }
      tw-map-canvas {
        flex: 1 1 0;
        min-width: 0;
      }
      .side {
        display: flex;
        flex: 0 0 clamp(240px, 38%, 400px);
        flex-direction: column;
        min-height: 0;
        border-inline-start: 1px solid var(--line);
      }
      .side .bar {
        min-height: 32px;
        padding: 2px var(--space-2);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2);
      }
      input {
        width: 100%;
      }
      tw-rows {
        flex: 1 1 0;
      }
      tw-reach-list {
        flex: 0 1 auto;
        max-height: 62%;
        overflow: auto;
        border-bottom: 1px solid var(--line);
      }
      @container (max-width: 480px) {
        .layout {
          flex-direction: column;
        }
        .side {
          flex-basis: 45%;
          border-top: 1px solid var(--line);
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @query("tw-rows") private readonly rows!: Rows | null;
  @state() private points: readonly MapPoint[] | null = null;
  @state() private words = "";
  #results: RunResults | null = null;
  #located: readonly Located[] = [];
  #stop: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
  }

  protected override firstUpdated(): void {
    this.studio.run.wake();
    this.#watch();
  }

  protected override render(): unknown {
    const { run } = this.studio;
    const results = run.results.get();
    if (results === null) return this.#empty("还没有核对结果。核对之后，有位置的记录会画在这里。", true);
    if (this.points === null) return html`<div class="empty" role="status">正在读取位置…</div>`;
    if (this.points.length === 0)
      return this.#empty(
        "登记数据中没有填写位置，无法画出地图。请在登记数据中补充经纬度，例如“111.781176,22.170194”。",
        false,
      );
    const shown = this.#shown();
    const target = run.target.get();
    const chosen = target === null ? -1 : shown.findIndex(({ point }) => isSame(point, target));
    const reach = run.explain.reach.get();
    const drawn = drawnFor(this.#located, this.words.trim(), reach);
    const ringed = target === null ? undefined : drawn.find(({ point }) => isSame(point, target));
    return html`<div class="layout">
      <tw-map-canvas
        .located=${drawn}
        .chosen=${ringed?.point ?? null}
        .reach=${reach}
        @chosen=${(event: CustomEvent<number>) => this.#choose(drawn[event.detail])}
      ></tw-map-canvas>
      <div class="side">
        <div class="bar">
          <input
            type="search"
            aria-label="查找地图上的记录"
            placeholder="查找${inGroups(this.#located.length)}条有位置的记录"
            .value=${this.words}
            @input=${(event: Event) => (this.words = entered(event))}
          />
        </div>
        ${reach === null ? nothing : html`<tw-reach-list .reach=${reach} .studio=${this.studio}></tw-reach-list>`}
        <tw-rows
          label="地图上的记录"
          .columns=${COLUMNS}
          .total=${shown.length}
          .content=${contentOf(shown)}
          .chosen=${chosen}
          @chosen=${(event: CustomEvent<number>) => this.#choose(shown[event.detail])}
        ></tw-rows>
      </div>
    </div>`;
  }

  #empty(words: string, canRun: boolean): unknown {
    const { run } = this.studio;
    const isLoaded = run.register.get() !== null;
    const hasBundled = !isLoaded && run.intake.hasBundled;
    return html`<div class="empty">
      <span>${words}</span>
      ${
        canRun
          ? html`<div class="choices">
              <button class=${hasBundled ? "" : "primary"} @click=${() => this.studio.showLower("run")}>
                ${isLoaded ? "转到核对" : "打开登记数据"}
              </button>
              ${
                hasBundled
                  ? html`<button class="primary" @click=${() => run.intake.openBundled()}>
                      <tw-icon name="database"></tw-icon>使用随附数据
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #shown(): readonly Located[] {
    return named(this.#located, this.words.trim());
  }

  #watch(): void {
    this.#stop ??= effect(() => {
      const results = this.studio.run.results.get();
      queueMicrotask(() => {
        void this.#read(results);
      });
    });
  }

  async #read(results: RunResults | null): Promise<void> {
    if (results === this.#results) return;
    this.#results = results;
    if (results === null) {
      this.points = null;
      return;
    }
    const points = await this.studio.run.session.ask((api) => api.points());
    if (points === null || results !== this.#results) return;
    // One step at a time, so that a long list does not hold the page up.
    const index = indexRecords(results);
    await nextTask();
    const located = locate(points, results, index);
    await nextTask();
    if (results !== this.#results) return;
    this.#located = located;
    this.points = points;
  }

  #choose(located: Located | undefined): void {
    if (located?.decision === undefined || located.decision === null) {
      if (located !== undefined)
        this.studio.notify(
          "info",
          `“${located.title}”没有要说明的结果：没有规则涉及${located.point.object}。`,
        );
      return;
    }
    const { object, id } = located.point;
    this.studio.run.target.set({ object, id, decision: this.#decisionOf(located.decision) });
    this.studio.showSide("explain");
    // What is drawn as a neighbour need not be in the list.
    const row = this.#shown().indexOf(located);
    if (row >= 0) this.rows?.show(row);
  }

  /** A rule that asks for distances is looked at further on the next record, so that their circles can be compared. */
  #decisionOf(otherwise: string): string {
    const { run } = this.studio;
    const target = run.target.get();
    const isSpatial = run.explain.reach.get() !== null;
    return target !== null && isSpatial ? target.decision : otherwise;
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const isSame = (
  left: { readonly object: string; readonly id: string },
  right: { readonly object: string; readonly id: string },
): boolean => left.object === right.object && left.id === right.id;

const contentOf =
  (shown: readonly Located[]) =>
  (row: number): RowContent => {
    const { title, status } = shown[row]!;
    return {
      kind: "cells",
      cells: [title, status === null ? "没有结果" : statusMark(status)],
      titles: [title, null],
    };
  };

declare global {
  interface HTMLElementTagNameMap {
    "tw-map": TiaowenMap;
  }
}
