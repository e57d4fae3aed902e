import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import "../split/split.ts";

/** The window: bar, outline, editor, lower and right pane. */
@customElement("tw-app")
export class App extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100vh;
      }
      tw-split {
        flex: 1 1 0;
      }
      ::slotted(tw-editor) {
        display: block;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    return html`
      <header class="bar"><strong>条文</strong></header>
      <tw-split label="目录宽度" .size=${250}>
        <nav slot="start">${this.studio.policies.map((path) => html`<div>${path}</div>`)}</nav>
        <slot name="editor" slot="end"></slot>
      </tw-split>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-app": App;
  }
}
