import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import { droppedFiles } from "./choose-files.ts";
import "../icon/icon.ts";
import "./cell-errors.ts";
import "./register.ts";
import "./results.ts";
import "./run-bar.ts";
import "./run-notices.ts";

/** 核对: the register, the results on it, and what stands in their way. */
@customElement("tw-run")
export class Run extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100%;
        min-height: 0;
        background: var(--surface);
      }
      .layout {
        position: relative;
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .page {
        flex: 1 1 0;
        min-height: 0;
      }
      .drop {
        position: absolute;
        inset: var(--space-1);
        z-index: 5;
        display: grid;
        place-content: center;
        border: 2px dashed var(--accent);
        border-radius: var(--radius);
        background: var(--accent-soft);
        font-size: var(--text-large);
        pointer-events: none;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private isOver = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("dragover", this.#over);
    this.addEventListener("dragleave", this.#leave);
    this.addEventListener("drop", this.#drop);
  }

  protected override firstUpdated(): void {
    this.studio.run.wake();
  }

  protected override render(): unknown {
    return html`<div class="layout">
      <tw-run-bar .studio=${this.studio}></tw-run-bar>
      <tw-run-notices .studio=${this.studio}></tw-run-notices>
      ${this.#page()} ${this.isOver ? html`<div class="drop">松开鼠标，打开登记数据</div>` : nothing}
    </div>`;
  }

  #page(): unknown {
    const { run } = this.studio;
    switch (run.page.get()) {
      case "errors":
        return html`<tw-cell-errors class="page" .studio=${this.studio}></tw-cell-errors>`;
      case "register":
        return html`<tw-register class="page" .studio=${this.studio}></tw-register>`;
      case "results":
        return run.results.get() === null
          ? html`<tw-register class="page" .studio=${this.studio}></tw-register>`
          : html`<tw-results class="page" .studio=${this.studio}></tw-results>`;
    }
  }

  readonly #over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.isOver = true;
  };

  readonly #leave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !this.contains(event.relatedTarget)) this.isOver = false;
  };

  readonly #drop = (event: DragEvent): void => {
    if (!this.isOver) return;
    event.preventDefault();
    this.isOver = false;
    void this.studio.run.intake.openFiles(droppedFiles(event));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-run": Run;
  }
}
