import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { shared } from "../../style/shared.ts";
import type { Explanation } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import { firstOpen, type ListedStep, listSteps, parentOf, stepWords, truthOf } from "./steps.ts";

type Step = Explanation["step"];

/** The steps of the reasoning as a tree. Tells `chosen` with the step whose words are to be shown. */
@customElement("tw-step-tree")
export class StepTree extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        margin-inline: calc(-1 * var(--space-2));
      }
      .item {
        display: grid;
        grid-template-columns: 18px 46px minmax(0, 1fr);
        gap: 0 var(--space-1);
        padding: 3px var(--space-2) 3px calc(var(--space-1) + var(--level) * 14px);
        border-radius: var(--radius);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .item.plain {
        grid-template-columns: 18px minmax(0, 1fr);
      }
      .item:hover {
        background: var(--hover);
      }
      .item[aria-selected="true"] {
        background: var(--accent-soft);
      }
      .fold {
        min-height: 20px;
        width: 18px;
        padding: 0;
        border: 0;
        background: transparent;
      }
      .truth {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        height: 20px;
        white-space: nowrap;
      }
      .truth tw-icon {
        width: 14px;
        height: 14px;
      }
      .words {
        line-height: 1.45;
      }
      .below {
        display: block;
        font-size: var(--text-small);
        color: var(--ink-soft);
        line-height: 1.45;
      }
      .aside {
        opacity: 0.75;
      }
    `,
  ];

  @property({ attribute: false }) step!: Step;
  @state() private open: ReadonlySet<string> = new Set();
  @state() private active = "0";

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("step")) return;
    const isSameTree = changed.get("step")?.words === this.step.words;
    this.open = isSameTree ? new Set([...this.open, ...firstOpen(this.step)]) : firstOpen(this.step);
    if (!isSameTree) this.active = "0";
  }

  protected override render(): unknown {
    const listed = listSteps(this.step, this.open);
    const active = listed.some(({ key }) => key === this.active) ? this.active : "0";
    return html`<div
      role="tree"
      aria-label="推理过程"
      @keydown=${(event: KeyboardEvent) => this.#press(event, listed)}
    >
      ${listed.map((each) => this.#item(each, active))}
    </div>`;
  }

  #item({ key, step, above, level, isOpen, place, siblings }: ListedStep, active: string): unknown {
    const { headline, below } = stepWords(step, above);
    const truth = step.truth === null ? null : truthOf(step.truth);
    // Words without a mark stand where those of their neighbours do; the first of the tree has none.
    const isPlain = truth === null && level === 0;
    const canOpen = step.steps.length > 0;
    return html`<div
      class="item ${step.setAside ? "aside" : ""} ${isPlain ? "plain" : ""}"
      role="treeitem"
      tabindex=${key === active ? 0 : -1}
      style="--level:${level}"
      data-key=${key}
      aria-level=${level + 1}
      aria-posinset=${place}
      aria-setsize=${siblings}
      aria-selected=${key === active}
      aria-expanded=${canOpen ? String(isOpen) : nothing}
      @click=${() => this.#choose(key, step)}
    >
      ${
        canOpen
          ? html`<span
              class="fold"
              @click=${(event: Event) => {
                event.stopPropagation();
                this.#fold(key, !isOpen);
              }}
              ><tw-icon name=${isOpen ? "chevron-down" : "chevron-right"}></tw-icon
            ></span>`
          : html`<span></span>`
      }
      ${
        truth === null
          ? isPlain
            ? nothing
            : html`<span></span>`
          : html`<span class="truth ${truth.tone}"
              ><tw-icon name=${truth.icon satisfies IconName}></tw-icon>${truth.word}</span
            >`
      }
      <span class="words">${headline}${below.map((line) => html`<span class="below">${line}</span>`)}</span>
    </div>`;
  }

  #choose(key: string, step: Step): void {
    this.active = key;
    this.dispatchEvent(new CustomEvent("chosen", { detail: step }));
  }

  #fold(key: string, isOpen: boolean): void {
    const open = new Set(this.open);
    if (isOpen) open.add(key);
    else open.delete(key);
    this.open = open;
  }

  #press(event: KeyboardEvent, listed: readonly ListedStep[]): void {
    const at = Math.max(
      0,
      listed.findIndex(({ key }) => key === this.active),
    );
    const now = listed[at];
    if (now === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const canOpen = now.step.steps.length > 0;
    switch (event.key) {
      case "ArrowDown":
        void this.#go(listed[Math.min(listed.length - 1, at + 1)]!.key);
        break;
      case "ArrowUp":
        void this.#go(listed[Math.max(0, at - 1)]!.key);
        break;
      case "Home":
        void this.#go("0");
        break;
      case "End":
        void this.#go(listed.at(-1)!.key);
        break;
      case "ArrowRight":
        if (canOpen && !now.isOpen) this.#fold(now.key, true);
        else if (canOpen) void this.#go(listed[at + 1]!.key);
        break;
      case "ArrowLeft":
        if (canOpen && now.isOpen) this.#fold(now.key, false);
        else void this.#go(parentOf(now.key));
        break;
      case "Enter":
      case " ":
        this.#choose(now.key, now.step);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  async #go(key: string): Promise<void> {
    this.active = key;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-step-tree": StepTree;
  }
}
