import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import { placeBeside } from "./place.ts";
import { STEPS } from "./steps.ts";

/** Five callouts beside the parts of the window. The page stays usable; Escape ends it. */
@customElement("tw-tour")
export class Tour extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      .frame {
        position: fixed;
        z-index: 34;
        border: 2px solid var(--accent);
        border-radius: var(--radius);
        pointer-events: none;
      }
      .callout {
        position: fixed;
        z-index: 35;
        width: min(320px, calc(100vw - 20px));
        padding: var(--space-3);
        border: 1px solid var(--accent);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }
      h2 {
        font-size: var(--text-large);
      }
      p {
        margin: var(--space-1) 0 var(--space-3);
      }
      .steps {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  /** The tree in which the parts are marked. */
  @property({ attribute: false }) root: HTMLElement | DocumentFragment = document.body;
  @state() private place = { left: 12, top: 12 };
  @state() private box: DOMRect | null = null;
  @query(".callout") private readonly callout!: HTMLElement | null;
  #from: Element | null = null;
  #shown = -1;
  readonly #settle = (): void => this.#measure();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#from = document.activeElement;
    window.addEventListener("resize", this.#settle);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("resize", this.#settle);
  }

  protected override render(): unknown {
    const at = this.studio.shell.tourStep.get();
    const step = at === null ? undefined : STEPS[at];
    if (at === null || step === undefined) return nothing;
    const isLast = at === STEPS.length - 1;
    const { box } = this;
    return html`${
        box === null
          ? nothing
          : html`<div
              class="frame"
              style="left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px"
            ></div>`
      }
      <div
        class="callout"
        role="dialog"
        aria-label=${`入门引导：${step.title}`}
        aria-describedby="words"
        style="left:${this.place.left}px;top:${this.place.top}px"
        @keydown=${(event: KeyboardEvent) => this.#press(event, at)}
      >
        <h2>${step.title}</h2>
        <p id="words">${step.words}</p>
        <div class="steps">
          <span class="soft grow">${at + 1} / ${STEPS.length}</span>
          <button class="quiet" type="button" @click=${() => this.#end()}>${isLast ? "关闭" : "跳过"}</button>
          <button type="button" ?disabled=${at === 0} @click=${() => this.#go(at - 1)}>上一步</button>
          <button
            class="primary next"
            type="button"
            @click=${() => (isLast ? this.#end() : this.#go(at + 1))}
          >
            ${isLast ? "开始使用" : "下一步"}
          </button>
        </div>
      </div>`;
  }

  protected override updated(): void {
    const at = this.studio.shell.tourStep.get() ?? -1;
    const step = STEPS[at];
    if (at === this.#shown || step === undefined) return;
    this.#shown = at;
    this.studio.shell.arrange(step.unfold);
    this.studio.shell.narrowView.set(step.narrowView);
    // The panes have their places after the next picture.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        this.#measure();
        this.callout?.querySelector<HTMLElement>(".next")?.focus();
      });
    });
  }

  #measure(): void {
    const step = STEPS[this.studio.shell.tourStep.get() ?? -1];
    const { callout } = this;
    if (step === undefined || callout === null) return;
    // In a narrow window the part fills everything, and the way to it is shown.
    const part = this.studio.shell.isNarrow.get() && step.part !== "bar" ? "tabs" : step.part;
    const anchor = this.root.querySelector(`[data-tour="${part}"]`);
    this.box = anchor?.getBoundingClientRect() ?? null;
    if (this.box === null) return;
    this.place = placeBeside(
      this.box,
      { width: callout.offsetWidth, height: callout.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
  }

  #press(event: KeyboardEvent, at: number): void {
    if (event.key === "Escape") this.#end();
    else if (event.key === "ArrowRight" && at < STEPS.length - 1) this.#go(at + 1);
    else if (event.key === "ArrowLeft" && at > 0) this.#go(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #go(at: number): void {
    this.studio.shell.tourStep.set(at);
  }

  #end(): void {
    this.studio.shell.isTourDone.set(true);
    this.studio.shell.tourStep.set(null);
    if (this.#from instanceof HTMLElement && this.#from !== document.body) this.#from.focus();
    else this.studio.editor.get()?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-tour": Tour;
  }
}
