import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import type { MapPoint, Reach } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { drawPoints, LEGEND, type Palette } from "./draw-points.ts";
import { groundLayer } from "./ground.ts";
import { type Located, thin } from "./located.ts";
import {
  centreOn,
  fitPlane,
  LARGEST_SCALE,
  panBy,
  type Camera,
  type Plane,
  WHOLE,
  zoomAt,
  type Coordinate,
  type Size,
} from "./projection.ts";
import { mapStyles } from "./map-styles.ts";
import { reachLayer } from "./reach-layer.ts";

/** How near to a point a press must be, in pixels. */
const NEAR = 10;
const KEY_STEP = 60;

/**
 * The picture of the points: drawn on a canvas, with circles, lines and words above it. Moves with the pointer, the
 * wheel, the buttons and the keys. Tells `chosen` with the place of a point among `located`.
 */
@customElement("tw-map-canvas")
export class MapCanvas extends LitElement {
  static override readonly styles = [shared, mapStyles];

  @property({ attribute: false }) located: readonly Located[] = [];
  @property({ attribute: false }) chosen: MapPoint | null = null;
  @property({ attribute: false }) reach: Reach | null = null;
  @query("canvas") private readonly canvas!: HTMLCanvasElement | null;
  @state() private camera: Camera = WHOLE;
  @state() private size = { width: 0, height: 0 };
  @state() private hovered: number | null = null;
  #plane: Plane | null = null;
  #places = new Float64Array();
  #plannedFor: unknown = null;
  /** The circles that the picture was last moved to; moving it further by hand is left alone. */
  #framed: Reach | null = null;
  readonly #sizes = new ResizeObserver(() => {
    this.size = { width: this.clientWidth, height: this.clientHeight };
  });
  readonly #themes = new MutationObserver(() => {
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#themes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { located, size } = this;
    if (this.#plannedFor === null || changed.has("located") || changed.has("size")) {
      const before = this.#plane === null ? null : this.#middle(this.#plane, changed.get("size"));
      this.#plannedFor = located;
      this.#plane =
        size.width === 0
          ? null
          : fitPlane(
              located.map(({ point }) => point),
              size,
            );
      this.#places = new Float64Array(located.length * 2);
      for (const [at, { point }] of located.entries())
        this.#places.set(this.#plane?.project(point) ?? [0, 0], at * 2);
      this.hovered = null;
      if (this.reach !== null) this.#framed = null;
      else if (before !== null && this.#plane !== null && this.camera !== WHOLE)
        this.camera = centreOn(this.camera.scale, this.#plane.project(before), size);
    }
    if (this.reach === null) this.#framed = null;
    else if (this.reach !== this.#framed) this.#frame(this.reach);
  }

  protected override render(): unknown {
    const plane = this.#plane;
    const on = (point: MapPoint): readonly [number, number] =>
      this.#onScreen(plane?.project(point) ?? [0, 0]);
    return html`
      <div
        class="view"
        role="application"
        tabindex="0"
        aria-label="地图。方向键移动，加号和减号缩放，数字零看全部；各点也在旁边的列表中。"
        @wheel=${this.#wheel}
        @pointerdown=${this.#draw}
        @pointermove=${this.#hover}
        @pointerleave=${() => (this.hovered = null)}
        @dblclick=${(event: MouseEvent) => this.#zoom(2, event.offsetX, event.offsetY)}
        @keydown=${this.#press}
      >
        <canvas></canvas>
        ${
          plane === null
            ? nothing
            : html`<svg class="over" aria-hidden="true">
                ${groundLayer(plane, this.camera, this.size)}
                ${
                  this.reach === null
                    ? nothing
                    : reachLayer(
                        this.reach,
                        on,
                        (latitude) => plane.pixelsPerMetre(latitude) * this.camera.scale,
                      )
                }
                ${this.chosen === null ? nothing : this.#ring(on(this.chosen))}
              </svg>`
        }
      </div>
      <ul class="legend" aria-label="图例">
        ${LEGEND.map(
          ({ tone, path, words }) =>
            html`<li>
              <svg width="14" height="14" aria-hidden="true">
                <path
                  d=${path}
                  style="fill:var(${tone === "muted" ? "--surface" : VARIABLES[tone]});stroke:var(${VARIABLES[tone]})"
                />
              </svg>
              ${words}
            </li>`,
        )}
      </ul>
      <div class="buttons">
        <button aria-label="放大" title="放大" @click=${() => this.#zoom(1.6)}>
          <tw-icon name="zoom-in"></tw-icon>
        </button>
        <button aria-label="缩小" title="缩小" @click=${() => this.#zoom(1 / 1.6)}>
          <tw-icon name="zoom-out"></tw-icon>
        </button>
        <button aria-label="看全部" title="看全部" @click=${() => (this.camera = WHOLE)}>
          <tw-icon name="home"></tw-icon>
        </button>
      </div>
      ${this.hovered === null ? nothing : this.#hint(this.hovered)}
    `;
  }

  protected override updated(): void {
    const canvas = this.canvas;
    const { width, height } = this.size;
    if (canvas === null || width === 0) return;
    const ratio = devicePixelRatio;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    if (context === null) return;
    context.scale(ratio, ratio);
    const place = (at: number): readonly [number, number] => this.#place(at);
    drawPoints(
      context,
      thin(this.located.length, place, width, height, 4),
      this.located,
      place,
      this.#palette(),
    );
  }

  /** The spot of the ground in the middle of the picture, which stays there when the picture gets another size. */
  #middle(plane: Plane, earlier: unknown): Coordinate {
    const { width, height } = isSize(earlier) ? earlier : this.size;
    const { scale, x, y } = this.camera;
    return plane.invert((width / 2 - x) / scale, (height / 2 - y) / scale);
  }

  #ring([x, y]: readonly [number, number]): unknown {
    return svg`<circle class="ring" cx=${x} cy=${y} r="9"></circle>`;
  }

  #hint(at: number): unknown {
    const [x, y] = this.#place(at);
    const { title, status } = this.located[at]!;
    const isRight = x > this.size.width / 2;
    const side = isRight ? `right:${this.size.width - x + 10}px` : `left:${x + 10}px`;
    return html`<span class="hint" style="${side};top:${Math.max(2, y - 24)}px"
      >${title}${status === null ? "" : `　${status}`}</span
    >`;
  }

  /** Makes the circles of the chosen record as large as the picture allows. */
  #frame(reach: Reach): void {
    const plane = this.#plane;
    const radius = Math.max(0, ...reach.circles.map(({ metres }) => metres));
    if (plane === null || radius === 0) return;
    const pixels = radius * plane.pixelsPerMetre(reach.centre.latitude);
    const scale = Math.max(1, (Math.min(this.size.width, this.size.height) * 0.38) / pixels);
    this.#framed = reach;
    this.camera = centreOn(Math.min(LARGEST_SCALE, scale), plane.project(reach.centre), this.size);
  }

  #onScreen([x, y]: readonly [number, number]): readonly [number, number] {
    const { camera } = this;
    return [x * camera.scale + camera.x, y * camera.scale + camera.y];
  }

  #place(at: number): readonly [number, number] {
    return this.#onScreen([this.#places[at * 2] ?? 0, this.#places[at * 2 + 1] ?? 0]);
  }

  #nearest(x: number, y: number): number | null {
    let best: number | null = null;
    let least = NEAR * NEAR;
    for (let at = 0; at < this.located.length; at += 1) {
      const [left, top] = this.#place(at);
      const distance = (left - x) ** 2 + (top - y) ** 2;
      if (distance < least) {
        least = distance;
        best = at;
      }
    }
    return best;
  }

  #zoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.camera = panBy(zoomAt(this.camera, factor, x, y), 0, 0, this.size);
  }

  #palette(): Palette {
    const style = getComputedStyle(this);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    return {
      bad: colour("--bad"),
      strong: colour("--accent"),
      warn: colour("--warn"),
      good: colour("--good"),
      muted: colour("--muted"),
      surface: colour("--surface"),
    };
  }

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  };

  readonly #hover = (event: PointerEvent): void => {
    this.hovered = event.buttons === 0 ? this.#nearest(event.offsetX, event.offsetY) : null;
  };

  readonly #draw = (event: PointerEvent): void => {
    const view = event.currentTarget;
    if (event.button !== 0 || !(view instanceof HTMLElement)) return;
    view.setPointerCapture(event.pointerId);
    const { camera } = this;
    let isMoved = false;
    const move = (moved: PointerEvent): void => {
      const [x, y] = [moved.clientX - event.clientX, moved.clientY - event.clientY];
      isMoved ||= Math.hypot(x, y) > 4;
      if (isMoved) this.camera = panBy(camera, x, y, this.size);
    };
    const stop = (): void => {
      view.removeEventListener("pointermove", move);
      view.removeEventListener("pointerup", stop);
      view.removeEventListener("pointercancel", stop);
      const at = isMoved ? null : this.#nearest(event.offsetX, event.offsetY);
      if (at !== null) this.dispatchEvent(new CustomEvent("chosen", { detail: at }));
    };
    view.addEventListener("pointermove", move);
    view.addEventListener("pointerup", stop);
    view.addEventListener("pointercancel", stop);
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined)
      this.camera = panBy(this.camera, step[0] * KEY_STEP, step[1] * KEY_STEP, this.size);
    else if (event.key === "+" || event.key === "=") this.#zoom(1.6);
    else if (event.key === "-") this.#zoom(1 / 1.6);
    else if (event.key === "0") this.camera = WHOLE;
    else return;
    event.preventDefault();
  };
}

const isSize = (value: unknown): value is Size =>
  typeof value === "object" && value !== null && "width" in value && "height" in value;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const VARIABLES = {
  bad: "--bad",
  strong: "--accent",
  warn: "--warn",
  good: "--good",
  muted: "--muted",
} as const;

declare global {
  interface HTMLElementTagNameMap {
    "tw-map-canvas": MapCanvas;
  }
}
