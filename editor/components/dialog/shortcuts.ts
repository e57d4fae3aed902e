import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "./dialog.ts";
import { shortcutTable } from "./shortcut-table.ts";

/** Every shortcut in one table. */
@customElement("tw-shortcuts")
export class Shortcuts extends LitElement {
  static override readonly styles = [
    shared,
    css`
      tw-dialog {
        --dialog-width: 560px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: var(--space-3) 0 var(--space-1);
        text-align: left;
        color: var(--ink-soft);
      }
      td {
        height: var(--row);
        border-top: 1px solid var(--line);
      }
      td:last-child {
        text-align: right;
      }
      kbd {
        padding: 0 6px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        font: var(--text-small) var(--font-ui);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    return html`<tw-dialog read heading="快捷键" @closed=${() => this.studio.shell.dialog.set(null)}>
      ${shortcutTable()}
    </tw-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-shortcuts": Shortcuts;
  }
}
