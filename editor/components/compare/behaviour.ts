import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { solverOffer } from "../../state/comparison/solver-offer.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { BehaviourView, ComparisonView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import { listStyle } from "./list-style.ts";
import "./place-card.ts";
import "./witness.ts";
import { sideHead } from "./side-head.ts";
import { moveInList } from "./controls.ts";

const VERDICTS = {
  stricter: { icon: "arrow-up", tone: "bad" },
  looser: { icon: "arrow-down", tone: "good" },
  incomparable: { icon: "swap", tone: "warn" },
  undecided: { icon: "question", tone: "warn" },
  equivalent: { icon: "check", tone: "soft" },
} as const satisfies Readonly<
  Record<BehaviourView["verdict"], { readonly icon: IconName; readonly tone: string }>
>;

/** What the rules decide: a verdict for each pair with its proof, and the cases that show a difference. */
@customElement("tw-compared-behaviour")
export class ComparedBehaviour extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    listStyle,
    css`
      .item {
        display: grid;
        grid-template-columns: 118px minmax(0, 1fr);
        gap: 0 var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;
  @state() private open: ReadonlySet<number> | null = null;
  /** Pairs of which all cases are shown. */
  @state() private whole: ReadonlySet<number> = new Set();

  protected override render(): unknown {
    const { behaviour } = this.view;
    if (behaviour.length === 0) {
      return html`<div class="empty">
        <span>没有比较规则的效果：两份文件都写有可以执行的规则时才能比较，原因见上面的说明。</span>
      </div>`;
    }
    const numbered = behaviour.map((change, at) => ({ change, at }));
    const unequal = numbered.filter(({ change }) => change.verdict !== "equivalent");
    const equal = numbered.filter(({ change }) => change.verdict === "equivalent");
    return html`${this.#offer()}
      <ol
        class="list"
        aria-label="规则效果"
        @keydown=${(event: KeyboardEvent) => moveInList(event, this.renderRoot)}
      >
        ${unequal.length === 0 ? html`<li class="detail">全部规则的效果都相同，已证明。</li>` : nothing}
        ${[...unequal, ...equal].map(({ change, at }) => this.#item(change, at))}
      </ol>`;
  }

  /** What stayed open may be decided by the second solver, for which the page has to be opened anew. */
  #offer(): unknown {
    const { comparison } = this.studio;
    const open = this.view.behaviour.filter(({ verdict }) => verdict === "undecided").length;
    if (open === 0) return nothing;
    const offer = solverOffer();
    if (offer === "none" || (offer === "ready" && comparison.asked.get()?.second === true)) return nothing;
    return html`<div class="tools">
      <tw-icon class="warn" name="question"></tw-icon>
      <span class="grow">有${open}项未能判定，可以再用第二求解程序判定，但较慢。</span>
      ${
        offer === "reopen"
          ? html`<button
              type="button"
              title="第二求解程序要在重新打开的页面中才能使用；已输入的文字不会丢失"
              @click=${() => comparison.reopen()}
            >
              重新打开页面以启用
            </button>`
          : html`<button
              type="button"
              @click=${() => {
                comparison.useSecond(true);
                void comparison.compare();
              }}
            >
              再次判定
            </button>`
      }
    </div>`;
  }

  #item(change: BehaviourView, at: number): unknown {
    const isOpen = this.open?.has(at) === true;
    const { icon, tone } = VERDICTS[change.verdict];
    return html`<li>
      <button
        class="item"
        type="button"
        aria-expanded=${isOpen ? "true" : "false"}
        @click=${() => {
          const open = new Set(this.open);
          if (!open.delete(at)) open.add(at);
          this.open = open;
        }}
      >
        <span class="mark ${tone}"><tw-icon name=${icon}></tw-icon>${change.word}</span>
        <span
          >${change.about}<span class="soft">　${change.places}</span>${
            change.witnesses.length === 0
              ? nothing
              : html`<span class="soft">　例证${change.witnesses.length}个</span>`
          }</span
        >
      </button>
      ${isOpen ? this.#detail(change, at) : nothing}
    </li>`;
  }

  #detail(change: BehaviourView, at: number): unknown {
    const { view } = this;
    const isWhole = this.whole.has(at);
    const shown = isWhole ? change.witnesses : change.witnesses.slice(0, change.shown);
    const hidden = change.witnesses.length - shown.length;
    return html`<div class="detail">
      <p><strong>${change.line}。</strong>${change.ground === null ? nothing : change.ground}</p>
      ${shown.map(
        (witness, index) =>
          html`<tw-witness
            .studio=${this.studio}
            .view=${view}
            .change=${change}
            .witness=${witness}
            .number=${change.witnesses.length === 1 ? 0 : index + 1}
          ></tw-witness>`,
      )}
      ${
        hidden === 0
          ? nothing
          : html`<p>
              <button type="button" @click=${() => (this.whole = new Set([...this.whole, at]))}>
                显示其余${hidden}个例证
              </button>
            </p>`
      }
      <div class="two">
        <tw-place-card
          .studio=${this.studio}
          side="left"
          head=${sideHead(view.left)}
          .place=${change.left}
        ></tw-place-card>
        <tw-place-card
          .studio=${this.studio}
          side="right"
          head=${sideHead(view.right)}
          .place=${change.right}
        ></tw-place-card>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-compared-behaviour": ComparedBehaviour;
  }
}
