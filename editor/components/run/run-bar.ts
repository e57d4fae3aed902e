import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { RunPage } from "../../state/run-state.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import { entered } from "./entered.ts";
import { inGroups } from "./figures.ts";
import "./result-filters.ts";

/** Runs the rules, says on which day and with which data, and shows how far it is. */
@customElement("tw-run-bar")
export class RunBar extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        flex: none;
        container-type: inline-size;
      }
      .bar {
        min-height: 34px;
        padding: 3px var(--space-2);
      }
      tw-result-filters {
        flex: 1 1 0;
        min-width: 0;
      }
      select {
        width: 74px;
        padding: 0 2px;
      }
      .toggle {
        display: none;
      }
      @container (max-width: 760px) {
        .full {
          display: none;
        }
      }
      @container (max-width: 520px) {
        .bar {
          flex-wrap: wrap;
        }
        .toggle {
          display: inline-flex;
        }
        tw-result-filters {
          flex-basis: 100%;
          order: 1;
        }
      }
      progress {
        flex: 1 1 80px;
        min-width: 60px;
        height: 8px;
        accent-color: var(--accent);
      }
      .words {
        flex: 0 1 auto;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .grow {
        flex: 1 1 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { run } = this.studio;
    return html`<div class="bar" role="group" aria-label="核对">
      ${run.phase.get() === "idle" ? this.#idle() : this.#busy()}
    </div>`;
  }

  #idle(): unknown {
    const { run } = this.studio;
    const register = run.register.get();
    const errors = (register?.errors.length ?? 0) + (register?.errorsLeft ?? 0);
    const total = register?.records.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const stands = run.results.get() !== null;
    const isNarrowed = run.ranWith.get()?.only !== null && stands;
    return html`
      <button
        class=${register === null ? "" : "primary"}
        ?disabled=${register === null}
        title=${register === null ? "请先打开登记数据" : "按现在的规则和基准日核对全部登记数据"}
        @click=${() => run.runRules()}
      >
        <tw-icon name="play"></tw-icon>${stands ? "重新核对" : "核对"}
      </button>
      ${
        register === null
          ? nothing
          : html`${this.#tab(
              "register",
              "database",
              html`<span class="full">登记数据</span>${inGroups(total)}条`,
            )}
            ${errors === 0 ? nothing : this.#tab("errors", "warning", html`<span class="full">数据</span>错误${inGroups(errors)}处`)}`
      }
      ${
        stands && run.page.get() === "results"
          ? html`${this.#filter()}<tw-result-filters .studio=${this.studio}></tw-result-filters>`
          : html`<span class="grow"></span>`
      }
      ${
        isNarrowed
          ? html`<button class="quiet" @click=${() => run.runRules()}>核对全部规则</button>`
          : nothing
      }
      ${stands ? this.#export() : nothing}
    `;
  }

  #tab(page: RunPage, icon: "database" | "warning", words: unknown): unknown {
    const { run } = this.studio;
    const isOpen = run.page.get() === page;
    return html`<button
      class="quiet"
      aria-pressed=${isOpen}
      @click=${() => run.page.set(isOpen ? "results" : page)}
    >
      <tw-icon name=${icon}></tw-icon>${words}
    </button>`;
  }

  #filter(): unknown {
    const { isBarsOpen } = this.studio.run;
    return html`<button
      class="toggle"
      title="按结果和规则筛选"
      aria-pressed=${isBarsOpen.get()}
      @click=${() => isBarsOpen.set(!isBarsOpen.get())}
    >
      <tw-icon name="filter"></tw-icon>筛选
    </button>`;
  }

  #export(): unknown {
    const { run } = this.studio;
    const rows = run.view.get()?.rows.length ?? 0;
    const all = run.results.get()?.decision.length ?? 0;
    return html`<select
      aria-label="导出结果"
      @change=${(event: Event) => {
        const [format, which] = entered(event).split(" ");
        if (event.target instanceof HTMLSelectElement) event.target.value = "";
        if (format === "csv" || format === "xlsx" || format === "html")
          void run.export(format, which === "shown");
      }}
    >
      <option value="" selected>导出…</option>
      ${
        rows === all
          ? nothing
          : html`<optgroup label="筛选出的${inGroups(rows)}项">
              ${FORMATS.map(([format, name]) => html`<option value="${format} shown">${name}</option>`)}
            </optgroup>`
      }
      <optgroup label="全部${inGroups(all)}项">
        ${FORMATS.map(([format, name]) => html`<option value="${format} all">${name}</option>`)}
      </optgroup>
    </select>`;
  }

  #busy(): unknown {
    const { run } = this.studio;
    const phase = run.phase.get();
    const progress = run.progress.get();
    const isKnown = progress !== null && progress.total > 0;
    const words = {
      idle: "",
      reading: "正在读取文件",
      loading: "正在读取登记数据",
      running: progress?.words ?? "正在核对",
      cancelling: "正在取消",
    }[phase];
    return html`
      <span class="words" role="status">${words}</span>
      <progress
        aria-label="核对进度"
        max=${isKnown ? progress.total : nothing}
        value=${isKnown ? progress.done : nothing}
      ></progress>
      ${isKnown ? html`<span>${inGroups(progress.done)} / ${inGroups(progress.total)}</span>` : nothing}
      ${
        phase === "running"
          ? html`<button @click=${() => run.cancel()}><tw-icon name="debug-stop"></tw-icon>取消</button>`
          : nothing
      }
    `;
  }
}

const FORMATS = [
  ["xlsx", "Excel 表格"],
  ["csv", "CSV 表格"],
  ["html", "网页"],
] as const;

declare global {
  interface HTMLElementTagNameMap {
    "tw-run-bar": RunBar;
  }
}
