import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { COMPARE_TABS, type CompareTab } from "../../state/comparison-state.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ComparisonView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import "../tabs/tabs.ts";
import type { Tab } from "../tabs/tabs.ts";
import "./behaviour.ts";
import "./compare-bar.ts";
import "./compare-summary.ts";
import "./export-choice.ts";
import "./impact.ts";
import "./provisions.ts";
import "./rule-changes.ts";

/** Two documents side by side: words, rules, effect, and whom the difference reaches. */
@customElement("tw-compare")
export class Compare extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      .page {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--surface);
      }
      .head {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-2);
        padding-right: var(--space-2);
        border-bottom: 1px solid var(--line);
      }
      .panel {
        flex: 1 1 0;
        min-height: 0;
        overflow: hidden;
      }
      .panel > * {
        height: 100%;
      }
      @media (max-height: 560px) {
        .page {
          overflow-y: auto;
        }
        .panel {
          flex: 1 0 300px;
        }
      }
      .start {
        max-width: 520px;
        margin: 0 auto;
        gap: var(--space-3);
        justify-items: center;
      }
      .start p {
        margin: 0;
        text-align: start;
      }
      .problem {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--bad-soft);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { comparison } = this.studio;
    const view = comparison.comparison.get();
    const problem = comparison.problem.get();
    if (this.studio.isReady.get()) queueMicrotask(() => comparison.wake());
    return html`<div class="page">
      <tw-compare-bar .studio=${this.studio}></tw-compare-bar>
      ${
        problem === null
          ? nothing
          : html`<div class="problem" role="alert">
              <tw-icon class="bad" name="error"></tw-icon>${problem}
            </div>`
      }
      ${view === null ? this.#start() : this.#found(view)}
    </div>`;
  }

  #start(): unknown {
    const { comparison } = this.studio;
    const isBusy = comparison.progress.get() !== null;
    return html`<div class="panel">
      <div class="empty start">
        <h2>比较两份文件</h2>
        <p>
          可以比较同一份文件的两个版本，也可以比较两个地方的政策；没有写规则的公文文字（.txt）也可以比较。
        </p>
        <p>
          比较以后可以看到：条文逐条对照；规则有哪些差别，是收紧还是放宽；效果是否相同，不同的附有最小例证；对登记数据中的哪些记录有影响。结果可以导出为
          Word 对照表。
        </p>
        <button
          class="primary"
          type="button"
          ?disabled=${isBusy || comparison.left.get() === null || comparison.left.get() === comparison.right.get()}
          @click=${() => void comparison.compare()}
        >
          <tw-icon name="diff"></tw-icon>${isBusy ? "正在比较" : "比较上面选定的两份文件"}
        </button>
      </div>
    </div>`;
  }

  #found(view: ComparisonView): unknown {
    const { comparison } = this.studio;
    const tab = comparison.tab.get();
    return html`
      <tw-compare-summary .studio=${this.studio} .view=${view}></tw-compare-summary>
      <div class="head">
        <tw-tabs
          class="grow"
          label="比较结果"
          .tabs=${tabsOf(view)}
          .selected=${tab}
          @choose=${({ detail }: CustomEvent<string>) => {
            const chosen = COMPARE_TABS.find((each) => each === detail);
            if (chosen !== undefined) comparison.tab.set(chosen);
          }}
        ></tw-tabs>
        <tw-export-comparison .studio=${this.studio}></tw-export-comparison>
      </div>
      <div class="panel" role="tabpanel" aria-label=${TITLES[tab]}>${this.#panel(tab, view)}</div>
    `;
  }

  #panel(tab: CompareTab, view: ComparisonView): unknown {
    switch (tab) {
      case "text":
        return html`<tw-compared-provisions .studio=${this.studio} .view=${view}
          ><slot name="diff" slot="diff"></slot
        ></tw-compared-provisions>`;
      case "rules":
        return html`<tw-rule-changes .studio=${this.studio} .view=${view}></tw-rule-changes>`;
      case "behaviour":
        return html`<tw-compared-behaviour .studio=${this.studio} .view=${view}></tw-compared-behaviour>`;
      case "impact":
        return html`<tw-compared-impact .studio=${this.studio} .view=${view}></tw-compared-impact>`;
    }
  }
}

const TITLES = {
  text: "条文",
  rules: "规则",
  behaviour: "效果",
  impact: "影响",
} as const satisfies Readonly<Record<CompareTab, string>>;

const tabsOf = ({ rows, rules, behaviour, impact }: ComparisonView): readonly Tab[] => {
  const texts = rows.filter(({ isChanged, kind }) => isChanged && kind !== "heading").length;
  const effects = behaviour.filter(({ verdict }) => verdict !== "equivalent").length;
  const reached = impact === null ? 0 : impact.sections.length;
  return [
    { id: "text", title: TITLES.text, icon: "diff", mark: `${texts}`, markWords: `${texts}处有变化` },
    {
      id: "rules",
      title: TITLES.rules,
      icon: "symbol",
      mark: `${rules.length}`,
      markWords: `${rules.length}项`,
    },
    {
      id: "behaviour",
      title: TITLES.behaviour,
      icon: "law",
      mark: `${effects}`,
      markWords: `${effects}项不同`,
    },
    {
      id: "impact",
      title: TITLES.impact,
      icon: "database",
      ...(impact === null ? {} : { mark: `${reached}`, markWords: `${reached}项规则的结果有改变` }),
    },
  ];
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-compare": Compare;
  }
}
