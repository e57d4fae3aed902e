import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { provisionLabel } from "../../state/run/provision-label.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Explanation, ResultTarget } from "../../worker/worker-api.ts";
import { entered } from "../run/entered.ts";
import "../icon/icon.ts";
import { recordTitle } from "../run/result-text.ts";
import { statusMark, statusStyles } from "../run/status-mark.ts";
import "./case-form.ts";
import { contradictions } from "./contradictions.ts";
import { nearestInWords, readingInWords } from "./sentences.ts";
import { showStep } from "./show-step.ts";
import "./step-tree.ts";
import "./what-if.ts";

/** 解释: why a result is what it is, what is missing, what would change it, and what would be if. */
@customElement("tw-explain")
export class Explain extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    statusStyles,
    css`
      :host {
        display: block;
        height: 100%;
        overflow: hidden auto;
        background: var(--surface);
      }
      header {
        position: sticky;
        top: 0;
        z-index: 2;
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-2);
      }
      header .status {
        font-weight: 600;
      }
      .record {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      section {
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      h2 {
        margin-bottom: var(--space-1);
      }
      p,
      ul {
        margin: 0 0 var(--space-1);
        overflow-wrap: anywhere;
      }
      ul {
        padding-inline-start: var(--space-4);
      }
      .old {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: 2px var(--space-3);
        background: var(--warn-soft);
        border-bottom: 1px solid var(--line);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        margin-top: var(--space-1);
      }
      section,
      tw-what-if {
        scroll-margin-top: var(--head);
      }
      select.rules {
        width: 100%;
        margin-top: var(--space-1);
      }
      button.link {
        display: inline;
        min-height: 24px;
        padding: 0;
        border: 0;
        background: transparent;
        color: var(--accent);
        text-decoration: underline;
        white-space: normal;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override firstUpdated(): void {
    this.studio.run.wake();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What sticks below the head has to know how high it is.
    const height = this.renderRoot.querySelector("header")?.clientHeight ?? 0;
    this.style.setProperty("--head", `${height}px`);
  }

  protected override render(): unknown {
    const { run } = this.studio;
    const target = run.target.get();
    const explanation = run.explain.explanation.get();
    if (target === null) return this.#empty();
    if (explanation === null) {
      return run.explain.isLoading.get()
        ? html`<div class="empty" role="status">正在说明…</div>`
        : html`<div class="empty">这一结果已经不在了。请在“核对”中另选一项。</div>`;
    }
    return html`
      ${this.#head(explanation, target)}
      ${
        run.staleness.get() === null
          ? nothing
          : html`<div class="old" role="status">
              <tw-icon class="warn" name="history"></tw-icon><span class="grow">以下是改动之前的结果。</span>
              <button @click=${() => run.runRules(run.ranWith.get()?.only ?? null)}>重新核对</button>
            </div>`
      }
      <section aria-labelledby="why">
        <h2 id="why">${WHY_NOT.has(explanation.outcome.status) ? "为什么不" : "为什么"}</h2>
        ${explanation.summary.map((sentence) => html`<p>${sentence}</p>`)} ${this.#candidates(explanation)}
        ${contradictions(run, target)}
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">推理过程</h2>
        <tw-step-tree
          .step=${explanation.step}
          @chosen=${(event: CustomEvent<Explanation["step"]>) =>
            showStep(this.studio, event.detail, explanation.outcome.citations)}
        ></tw-step-tree>
      </section>
      ${this.#readings(explanation)} ${this.#missing(explanation)}
      <section aria-labelledby="nearest">
        <h2 id="nearest">差多少</h2>
        <p>${nearestInWords(explanation)}</p>
      </section>
      <tw-what-if id="what-if" .studio=${this.studio}></tw-what-if>
      <tw-case-form .studio=${this.studio} .explanation=${explanation}></tw-case-form>
    `;
  }

  #head(explanation: Explanation, target: ResultTarget): unknown {
    const { outcome, step } = explanation;
    const { run } = this.studio;
    const results = run.results.get();
    const record = results?.records.find(({ object, id }) => object === outcome.object && id === outcome.id);
    const decision = results?.decisions.find(({ id }) => id === outcome.decision);
    const others = results?.decisions.filter(({ object }) => object === outcome.object) ?? [];
    const { provision } = outcome;
    return html`<header>
      <div class="line">
        <span class="record">${recordTitle({ id: outcome.id, name: record?.name ?? null })}</span>
        <span class="soft">${outcome.object}</span>
        <button class="link" @click=${() => this.#showRecord(outcome.object, outcome.id)}>全部结果</button>
      </div>
      <div class="line">
        ${statusMark(outcome.status, outcome.value)}
        ${
          outcome.measure !== null && outcome.status === "成立"
            ? html`<span>${outcome.modality ?? ""}${outcome.measure}</span>`
            : nothing
        }
        ${
          provision === null
            ? nothing
            : html`<button
                  class="link"
                  title="在条文中查看"
                  @click=${() => showStep(this.studio, step, outcome.citations)}
                >
                  依据${decision?.label ?? provisionLabel(this.studio, provision)}
                </button>
                <button
                  class="link"
                  @click=${() => {
                    this.studio.showLower("run");
                    run.showDecidedBy(provision);
                  }}
                >
                  由这一条决定的结果
                </button>`
        }
      </div>
      <select
        class="rules"
        aria-label="规则"
        @change=${(event: Event) => run.target.set({ ...target, decision: entered(event) })}
      >
        ${others.map(
          ({ id, rule }) => html`<option value=${id} ?selected=${id === outcome.decision}>${rule}</option>`,
        )}
      </select>
      <nav aria-label="解释的各部分">
        ${PARTS.map(
          ([part, words]) =>
            html`<button class="link" @click=${() => this.#goTo(part)}>
              ${words}${part === "missing" && explanation.missing.length > 0 ? `（${explanation.missing.length}）` : ""}
            </button>`,
        )}
      </nav>
    </header>`;
  }

  #goTo(part: string): void {
    const heading = this.renderRoot.querySelector(`#${part}`);
    (heading?.closest("section") ?? heading)?.scrollIntoView({ block: "start" });
  }

  /** The rows of this record only. */
  #showRecord(object: string, id: string): void {
    const { run } = this.studio;
    this.studio.showLower("run");
    run.page.set("results");
    run.showRecord(object, id);
  }

  #candidates({ outcome }: Explanation): unknown {
    return outcome.candidates.length === 0
      ? nothing
      : html`<p>
          ${outcome.status === "冲突" ? "同时符合" : "还可能是"}：${outcome.candidates.join("、")}。
        </p>`;
  }

  #readings({ outcome }: Explanation): unknown {
    return outcome.readings.length === 0
      ? nothing
      : html`<section aria-labelledby="readings">
          <h2 id="readings">理解</h2>
          ${outcome.readings.map((reading) => html`<p>${readingInWords(reading)}</p>`)}
        </section>`;
  }

  #missing({ missing }: Explanation): unknown {
    return html`<section aria-labelledby="missing">
      <h2 id="missing">还缺什么</h2>
      ${
        missing.length === 0
          ? html`<p>不缺事实，也没有待定事项。</p>`
          : html`<ul>
              ${missing.map(({ request }) => html`<li>${request}</li>`)}
            </ul>`
      }
    </section>`;
  }

  #empty(): unknown {
    const { run } = this.studio;
    return html`<div class="empty">
      <span>这里说明一项结果：为什么、还缺什么、差多少，也可以试改记录看结果怎样变化。</span>
      ${
        run.results.get() === null
          ? html`<span>请先核对登记数据，再选一项结果。</span>
              <div>
                <button class="primary" @click=${() => this.studio.showLower("run")}>
                  <tw-icon name="play"></tw-icon>转到核对
                </button>
              </div>`
          : html`<span>请在“核对”的结果中选一项，或者在地图上选一个点。</span>`
      }
    </div>`;
  }
}

/** What can be gone to without scrolling through the steps, with the ids. */
const PARTS = [
  ["why", "为什么"],
  ["missing", "还缺什么"],
  ["nearest", "差多少"],
  ["what-if", "试改"],
] as const;

const WHY_NOT: ReadonlySet<string> = new Set(["不成立", "不符合", "未认定"]);

declare global {
  interface HTMLElementTagNameMap {
    "tw-explain": Explain;
  }
}
