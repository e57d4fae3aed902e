import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { groupsOf } from "../../state/analysis/finding-groups.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { AnalysisCard, AnalysisView, Severity } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { SEVERITIES } from "../problems/severities.ts";
import { analysisStyle } from "./analysis-style.ts";
import { askedInWords, stateInWords } from "./analysis-words.ts";
import "./finding-detail.ts";
import type { FindingList } from "./finding-list.ts";
import "./finding-list.ts";

/** Gaps, overlaps, contradictions and idle words in the rules of the open policy, with examples and ways to mend them. */
@customElement("tw-analysis")
export class Analysis extends SignalWatcher(LitElement) {
  static override readonly styles = [shared, analysisStyle];

  @property({ attribute: false }) studio!: Studio;
  @state() private without: ReadonlySet<Severity> = new Set();
  /** In a narrow panel the finding takes the place of the list. */
  @state() private isDetailOpen = false;

  #looked: AnalysisCard | null = null;
  /** A suggestion was adopted and not analysed yet: its button goes with the finding. */
  #isAdopting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.studio.analysis.wake();
  }

  protected override render(): unknown {
    const { analysis, current } = this.studio;
    const view = analysis.shown.get();
    if (current.get() === null)
      return html`<div class="empty" role="status">
        打开一个政策文件后，这里列出规则之间的重叠、遗漏和矛盾。
      </div>`;
    if (view === null) return this.#before();
    const shown = view.findings.filter(({ severity }) => !this.without.has(severity));
    return html`
      ${this.#bar(view)} ${this.#notes(view)}
      ${view.findings.length === 0 ? this.#nothing(view) : shown.length === 0 ? this.#hidden(view) : this.#found(shown, view)}
    `;
  }

  /** Another finding is read from its beginning. */
  protected override updated(): void {
    const { adopted, chosen: looked, isSettled } = this.studio.analysis;
    const wasAdopting = this.#isAdopting;
    this.#isAdopting = adopted.get() !== null;
    const chosen = looked.get();
    if (chosen === this.#looked) return;
    this.#looked = chosen;
    this.renderRoot.querySelector(".detail")?.scrollTo({ top: 0 });
    // The button that mended the finding is gone with it: the keyboard goes on in the list.
    if ((isSettled.get() || wasAdopting) && document.activeElement === document.body) void this.#focusList();
  }

  /** Nothing was analysed yet. */
  #before(): unknown {
    const { analysis, findings } = this.studio;
    const found = findings.get();
    if (found !== null && !found.isRunnable) {
      return found.findings.some(({ severity }) => severity === "error")
        ? html`<div class="empty" role="status">
            <span>规则有错误，改正以后才能分析。</span>
            <button type="button" @click=${this.#showProblems}>查看问题</button>
          </div>`
        : html`<div class="empty" role="status">
            <span>本政策还没有规则。</span>
            <span>写出规则以后，这里列出各项规则之间的重叠、遗漏、矛盾和不起作用的字句，并举例说明。</span>
          </div>`;
    }
    if (analysis.hasFailed.get())
      return html`<div class="empty" role="status">
        <span>分析没有完成，已经停止。</span>
        ${this.#again("重新分析")}
      </div>`;
    return analysis.isOn.get() || analysis.isRunning.get()
      ? html`<div class="empty" role="status">正在分析……</div>`
      : html`<div class="empty" role="status">
          <span>已停用自动分析。</span>
          ${this.#again("分析")}
        </div>`;
  }

  #bar(view: AnalysisView): unknown {
    const { analysis } = this.studio;
    const isOn = analysis.isOn.get();
    return html`<div class="bar">
      <div class="filters" role="group" aria-label="按轻重筛选">
        ${SEVERITIES.map(({ severity, word, icon, tone }) => {
          const count = view.findings.filter((card) => card.severity === severity).length;
          return html`<button
            type="button"
            aria-pressed=${this.without.has(severity) ? "false" : "true"}
            @click=${() => this.#toggle(severity)}
          >
            <tw-icon class=${tone} name=${icon}></tw-icon>${word} ${count}
          </button>`;
        })}
      </div>
      <span class="grow state" role="status">${stateInWords(this.studio, view)}</span>
      <button
        type="button"
        aria-pressed=${isOn ? "true" : "false"}
        title="自动分析：规则修改后自动重新分析"
        @click=${() => analysis.isOn.set(!isOn)}
      >
        <tw-icon name="refresh"></tw-icon><span class="words">自动分析</span>
      </button>
      ${this.#again("重新分析")}
    </div>`;
  }

  #again(words: string): unknown {
    const { analysis, findings } = this.studio;
    const isRunnable = findings.get()?.isRunnable ?? false;
    return html`<button
      type="button"
      title=${words}
      ?disabled=${analysis.isRunning.get() || !isRunnable}
      @click=${() => void analysis.run(true)}
    >
      <tw-icon name="play"></tw-icon><span class="words">${words}</span>
    </button>`;
  }

  /** What was not looked at, notes that leave nothing out, and what was looked at before and left. */
  #notes({ notes, left }: AnalysisView): unknown {
    return html`
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="notes" aria-label="关于分析的说明">
              ${notes.map((note) => html`<li>${note}</li>`)}
            </ul>`
      }
      ${
        left.length === 0
          ? nothing
          : html`<details class="left">
              <summary>另有${left.length}处已注明不提示</summary>
              <ul>
                ${left.map(
                  ({ message, reason, label }) =>
                    html`<li>
                      ${label === null ? nothing : `${label}　`}理由：${reason}<br /><span class="soft"
                        >${message}</span
                      >
                    </li>`,
                )}
              </ul>
            </details>`
      }
    `;
  }

  #found(shown: AnalysisView["findings"], { path }: AnalysisView): unknown {
    const { analysis } = this.studio;
    const chosen = analysis.chosen.get();
    const isOpen = this.isDetailOpen && chosen !== null;
    return html`<div class="parts" ?data-open=${isOpen}>
      <tw-finding-list
        .studio=${this.studio}
        .groups=${groupsOf(shown, path)}
        @choose=${() => (this.isDetailOpen = true)}
      ></tw-finding-list>
      <section class="detail" aria-label="所选的问题">
        ${
          chosen === null
            ? html`<div class="empty" role="status">
                ${
                  analysis.isSettled.get()
                    ? this.#settled()
                    : html`<span>选定一处，查看涉及的条款、例子和修改建议。</span>`
                }
              </div>`
            : html`<div class="back">
                  <button type="button" @click=${this.#back}><tw-icon name="list"></tw-icon>返回列表</button>
                </div>
                <tw-finding-detail .studio=${this.studio} .card=${chosen}></tw-finding-detail>`
        }
      </section>
    </div>`;
  }

  /** The finding that was looked at is gone; what was adopted for it may still be taken back. */
  #settled(): unknown {
    const { analysis } = this.studio;
    const adopted = analysis.adopted.get();
    if (adopted === null && analysis.agreed.get() !== null && analysis.isStale.get())
      return html`<span>已撤销采用的改法，重新分析后再列出这一处。</span>`;
    return html`<span class="good settled"><tw-icon name="check"></tw-icon>所选的问题已经没有了</span>
      ${this.#takingBack()}`;
  }

  #takingBack(): unknown {
    const adopted = this.studio.analysis.adopted.get();
    return adopted === null
      ? nothing
      : html`<span>已采用：${adopted.suggestion.title}</span>
          <span
            ><button type="button" @click=${this.#takeBack}>
              <tw-icon name="discard"></tw-icon>撤销采用
            </button></span
          >`;
  }

  /** The button goes with what it takes back: the keyboard goes on in the list. */
  readonly #takeBack = (): void => {
    this.studio.analysis.takeBack();
    void this.#focusList();
  };

  #nothing(view: AnalysisView): unknown {
    return html`<div class="empty" role="status">
      <span class="good settled"><tw-icon name="check"></tw-icon>没有发现问题</span>
      <span>${askedInWords(view)}</span>
      ${this.#takingBack()}
    </div>`;
  }

  #hidden({ findings }: AnalysisView): unknown {
    return html`<div class="empty" role="status">
      <span>${findings.length}处都被筛选隐藏了。</span>
      <button type="button" @click=${() => (this.without = new Set())}>全部显示</button>
    </div>`;
  }

  #toggle(severity: Severity): void {
    const hidden = new Set(this.without);
    if (!hidden.delete(severity)) hidden.add(severity);
    this.without = hidden;
  }

  readonly #back = (): void => {
    this.isDetailOpen = false;
    void this.#focusList();
  };

  async #focusList(): Promise<void> {
    await this.updateComplete;
    const list = this.renderRoot.querySelector<FindingList>("tw-finding-list");
    await list?.updateComplete;
    list?.focusActive();
  }

  readonly #showProblems = (): void => {
    this.studio.lowerView.set("problems");
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-analysis": Analysis;
  }
}
