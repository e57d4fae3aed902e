import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { effect } from "../../state/effect.ts";

/** Both official texts in full, beside each other. It stands in the page itself, because the editor's styles do. */
@customElement("tw-diff")
export class Diff extends LitElement {
  @property({ attribute: false }) studio!: Studio;
  @query(".tw-diff-host") private readonly host!: HTMLElement;
  #isStarted = false;
  #stop: () => void = () => {};

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    return html`<div class="tw-diff-host"></div>`;
  }

  protected override firstUpdated(): void {
    this.#stop = effect(() => {
      const { comparison, mode } = this.studio;
      const isAsked =
        comparison.isVerbatim.get() && comparison.comparison.get() !== null && mode.get() === "compare";
      if (!isAsked || this.#isStarted) return;
      this.#isStarted = true;
      void this.#start();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  async #start(): Promise<void> {
    const { createDiff } = await import("../../monaco/diff/create-diff.ts");
    createDiff(this.host, this.studio);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-diff": Diff;
  }
}
