import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { CellError } from "../../worker/worker-api.ts";
import { inGroups } from "./figures.ts";
import type { Column, RowContent } from "./rows.ts";
import "./rows.ts";

const COLUMNS: readonly Column[] = [
  { key: "file", title: "文件", width: "minmax(90px, 1.2fr)" },
  { key: "row", title: "行", width: "56px" },
  { key: "column", title: "列", width: "minmax(80px, 1fr)" },
  { key: "value", title: "内容", width: "minmax(80px, 1fr)" },
  { key: "expected", title: "应当填写", width: "minmax(120px, 2fr)" },
];

/** Cells of the register that could not be read, to be mended in the file they stand in. */
@customElement("tw-cell-errors")
export class CellErrors extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }
      tw-rows {
        flex: 1 1 0;
      }
      .bar {
        min-height: 32px;
        padding: 2px var(--space-2);
      }
      .bar .grow {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { run } = this.studio;
    const register = run.register.get();
    const errors = register?.errors ?? [];
    if (errors.length === 0) return html`<div class="empty">登记数据中没有读不出来的内容。</div>`;
    const left = register?.errorsLeft ?? 0;
    const content = (row: number): RowContent => {
      const texts = cellsOf(errors[row]!);
      return { kind: "cells", cells: texts, titles: texts };
    };
    const words = `这些内容按未填处理。请在原文件中改正，再重新打开。${left === 0 ? "" : `另有${inGroups(left)}处没有列出。`}`;
    return html`
      <div class="bar">
        <span class="grow soft" title=${words}>${words}</span>
        <button @click=${() => this.#copy(errors)}><tw-icon name="copy"></tw-icon>复制</button>
        <button @click=${() => run.exportErrors(errors)}><tw-icon name="export"></tw-icon>导出清单</button>
        ${
          run.results.get() === null
            ? html`<button class="primary" @click=${() => run.runRules()}>
                <tw-icon name="play"></tw-icon>仍然核对
              </button>`
            : nothing
        }
      </div>
      <tw-rows
        label="读不出来的内容"
        .columns=${COLUMNS}
        .total=${errors.length}
        .content=${content}
        @chosen=${(event: CustomEvent<number>) => this.#copy([errors[event.detail]!])}
      ></tw-rows>
    `;
  }

  async #copy(errors: readonly CellError[]): Promise<void> {
    const text = errors.map((error) => cellsOf(error).join("\t")).join("\n");
    try {
      await navigator.clipboard.writeText(text);
      this.studio.notify("good", errors.length === 1 ? "已复制这一处。" : `已复制${errors.length}处。`);
    } catch {
      this.studio.notify("bad", "浏览器不允许复制，请改用“导出清单”。");
    }
  }
}

const cellsOf = ({ file, row, column, value, expected }: CellError): readonly string[] => [
  file,
  row === 0 ? "" : String(row),
  column,
  value,
  expected,
];

declare global {
  interface HTMLElementTagNameMap {
    "tw-cell-errors": CellErrors;
  }
}
