import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import { chosenIn } from "./controls.ts";

const FORMATS = [
  ["docx", "Word 对照表"],
  ["html", "网页"],
  ["md", "Markdown"],
  ["json", "JSON"],
] as const;

/** Gives the comparison away as a file. */
@customElement("tw-export-comparison")
export class ExportChoice extends SignalWatcher(LitElement) {
  static override readonly styles = shared;

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { comparison } = this.studio;
    const isBusy = comparison.progress.get() !== null;
    return html`<select
      aria-label="导出比较结果"
      ?disabled=${isBusy}
      @change=${(event: Event) => {
        const chosen = chosenIn(event, "");
        const format = FORMATS.find(([each]) => each === chosen)?.[0];
        if (format !== undefined) void comparison.export(format);
      }}
    >
      <option value="" selected>导出…</option>
      ${FORMATS.map(([format, name]) => html`<option value=${format}>${name}</option>`)}
    </select>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-export-comparison": ExportChoice;
  }
}
