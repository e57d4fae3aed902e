import { SignalWatcher } from "@lit-labs/signals";
import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";

/** The editor. It stands in the page itself and in no shadow tree, because the editor's styles do. */
@customElement("tw-editor")
export class Editor extends SignalWatcher(LitElement) {
  @property({ attribute: false }) studio!: Studio;
  #isStarted = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    void this.#start();
  }

  async #start(): Promise<void> {
    const { createEditor } = await import("../../monaco/create-editor.ts");
    createEditor(this, this.studio);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-editor": Editor;
  }
}
