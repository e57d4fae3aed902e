import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

const STEP = 16;

/**
 * Two panes with a divider that is drawn or moved with the arrow keys. One pane has a size in pixels, the other takes
 * the rest. Tells the new size with `resized`; a double click or Enter folds the pane with a size, as `folded` tells.
 */
@customElement("tw-split")
export class Split extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      min-width: 0;
      min-height: 0;
      width: 100%;
      height: 100%;
    }
    :host([direction="column"]) {
      flex-direction: column;
    }
    .pane {
      position: relative;
      min-width: 0;
      min-height: 0;
      overflow: hidden;
    }
    :host([floats]) .pane {
      overflow: visible;
    }
    .sized {
      flex: 0 0 auto;
    }
    .rest {
      flex: 1 1 0;
    }
    .divider {
      position: relative;
      z-index: 2;
      flex: 0 0 1px;
      background: var(--line);
      touch-action: none;
    }
    .divider::after {
      content: "";
      position: absolute;
      inset: 0 -3px;
      cursor: col-resize;
    }
    :host([direction="column"]) .divider::after {
      inset: -3px 0;
      cursor: row-resize;
    }
    .divider:hover,
    .divider:focus-visible {
      background: var(--focus);
      outline: 2px solid var(--focus);
    }
    .alone {
      flex: 1 1 0;
    }
    [hidden] {
      display: none;
    }
  `;

  @property({ reflect: true }) direction: "row" | "column" = "row";
  /** Which pane has a size. */
  @property() side: "start" | "end" = "start";
  /** Size of that pane in pixels. */
  @property({ type: Number }) size = 260;
  @property({ type: Number }) least = 120;
  /** The other pane keeps at least this much. */
  @property({ type: Number }) rest = 240;
  @property({ type: Boolean }) folded = false;
  /** Shows this pane alone and over the whole place, as in a narrow window. */
  @property({ attribute: false }) only: "start" | "end" | null = null;
  /** What floats above one pane, such as a menu, may go over its edge; the panes keep their own within. */
  @property({ type: Boolean, reflect: true }) floats = false;
  /** What the divider is called for those who cannot see it. */
  @property() label = "分隔条";

  protected override render(): unknown {
    return html`
      ${this.#pane("start")}
      <div
        class="divider"
        role="separator"
        tabindex="0"
        aria-label=${this.label}
        title="拖动调整大小，双击收起"
        aria-orientation=${this.direction === "row" ? "vertical" : "horizontal"}
        aria-valuenow=${Math.round(this.size)}
        aria-valuemin=${this.least}
        ?hidden=${this.folded || this.only !== null}
        @pointerdown=${this.#draw}
        @dblclick=${this.#fold}
        @keydown=${this.#press}
      ></div>
      ${this.#pane("end")}
    `;
  }

  #pane(which: "start" | "end"): unknown {
    const isSized = this.side === which;
    const isHidden = this.only === null ? isSized && this.folded : this.only !== which;
    const [length, most] = this.direction === "row" ? ["width", "max-width"] : ["height", "max-height"];
    const style =
      isSized && this.only === null
        ? `${length}:${this.size}px;${most}:max(${this.least}px, 100% - ${this.rest}px)`
        : "";
    return html`<div
      class="pane ${this.only === which ? "alone" : isSized ? "sized" : "rest"}"
      style=${style}
      ?hidden=${isHidden}
    >
      <slot name=${which}></slot>
    </div>`;
  }

  readonly #draw = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const divider = event.currentTarget;
    if (!(divider instanceof HTMLElement)) return;
    divider.setPointerCapture(event.pointerId);
    const at = (moved: PointerEvent): number => (this.direction === "row" ? moved.clientX : moved.clientY);
    const from = at(event);
    const pane = this.renderRoot.querySelector(".sized");
    const drawn = pane?.[this.direction === "row" ? "clientWidth" : "clientHeight"];
    const size = drawn ?? this.size;
    const sign = this.side === "start" ? 1 : -1;
    const move = (moved: PointerEvent): void => {
      this.#resize(size + sign * (at(moved) - from));
    };
    const stop = (): void => {
      divider.removeEventListener("pointermove", move);
      divider.removeEventListener("pointerup", stop);
      divider.removeEventListener("pointercancel", stop);
    };
    divider.addEventListener("pointermove", move);
    divider.addEventListener("pointerup", stop);
    divider.addEventListener("pointercancel", stop);
  };

  readonly #press = (event: KeyboardEvent): void => {
    const [less, more] = this.direction === "row" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const sign = this.side === "start" ? 1 : -1;
    if (event.key === less) this.#resize(this.size - sign * STEP);
    else if (event.key === more) this.#resize(this.size + sign * STEP);
    else if (event.key === "Enter") this.#fold();
    else return;
    event.preventDefault();
  };

  readonly #fold = (): void => {
    this.dispatchEvent(new CustomEvent("folded"));
  };

  #resize(wanted: number): void {
    const whole = this.direction === "row" ? this.clientWidth : this.clientHeight;
    this.size = Math.max(this.least, Math.min(wanted, whole - this.rest));
    this.dispatchEvent(new CustomEvent("resized", { detail: this.size }));
  }
}
