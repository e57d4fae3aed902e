import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { RunResults, Status } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { inGroups } from "./figures.ts";
import { statusMark, statusStyles } from "./status-mark.ts";
import { countsInWords, presentCounts, sumCounts, toneCounts, type StatusCounts } from "./statuses.ts";

/** How many results of each kind there are, in all and by rule; a press narrows the rows to them. */
@customElement("tw-rule-bars")
export class RuleBars extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    statusStyles,
    css`
      :host {
        display: block;
      }
      .close {
        display: none;
      }
      :host(.open) .close {
        display: inline-flex;
        margin: var(--space-1) var(--space-2);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: var(--space-1);
        border-bottom: 1px solid var(--line);
      }
      .notice {
        margin: 0;
        padding: 2px var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--warn-soft);
        font-size: var(--text-small);
      }
      .chips button {
        min-height: 22px;
        padding: 0 6px;
        font-size: var(--text-small);
      }
      .chips button[aria-pressed="true"] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .rule {
        display: block;
        width: 100%;
        padding: 3px var(--space-2) var(--space-1);
        border: 0;
        border-bottom: 1px solid var(--line);
        border-radius: 0;
        background: transparent;
        text-align: start;
      }
      .rule[aria-pressed="true"] {
        background: var(--accent-soft);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      .name {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .name span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .stack {
        display: flex;
        height: 8px;
        margin-block: 2px;
        border: 1px solid var(--line-strong);
        background: var(--surface);
      }
      .part {
        min-width: 2px;
        border-inline-end: 1px solid var(--surface);
      }
      .part.bad {
        background: repeating-linear-gradient(45deg, var(--bad) 0 3px, var(--bad-soft) 3px 5px);
      }
      .part.strong {
        background: var(--accent);
      }
      .part.warn {
        background: repeating-linear-gradient(-45deg, var(--warn) 0 2px, var(--warn-soft) 2px 5px);
      }
      .part.good {
        background: repeating-linear-gradient(90deg, var(--good) 0 4px, var(--good-soft) 4px 5px);
      }
      .part.muted {
        background: var(--muted-soft);
      }
      .counts {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        font-size: var(--text-small);
        line-height: 1.35;
        color: var(--ink-soft);
        white-space: normal;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const results = this.studio.run.results.get();
    if (results === null) return nothing;
    const total = sumCounts(results.decisions.map(({ counts }) => counts));
    return html`
      <button class="close" @click=${() => this.dispatchEvent(new CustomEvent("close"))}>
        <tw-icon name="table"></tw-icon>回到结果
      </button>
      ${
        results.notice === null && !results.trial
          ? nothing
          : html`<p class="notice">${results.notice ?? "政策尚未施行，结果为试算。"}</p>`
      }
      <p class="visually-hidden" role="status">${countsInWords(total)}</p>
      <div class="chips" role="group" aria-label="按结果筛选">
        ${presentCounts(total).map(([status, count]) => this.#chip(status, count))}
        ${results.conflicts.length === 0 ? nothing : this.#conflicts(results.conflicts.length)}
      </div>
      <ul aria-label="各规则的结果">
        ${results.decisions.map((decision) => html`<li>${this.#rule(decision)}</li>`)}
      </ul>
    `;
  }

  #chip(status: Status, count: number): unknown {
    const { run } = this.studio;
    const { statuses } = run.filter.get();
    const isOn = statuses.includes(status);
    return html`<button
      aria-pressed=${isOn}
      @click=${() =>
        run.narrow({ statuses: isOn ? statuses.filter((other) => other !== status) : [...statuses, status] })}
    >
      ${statusMark(status)} ${inGroups(count)}
    </button>`;
  }

  #conflicts(count: number): unknown {
    const { run } = this.studio;
    const isOn = run.filter.get().contradicting;
    return html`<button
      aria-pressed=${isOn}
      title="同一记录上，一项规则要求采取的措施另一项规则不允许。按下后只看这些结果。"
      @click=${() => run.narrow({ contradicting: !isOn })}
    >
      <span class="status bad"><tw-icon name="error"></tw-icon>措施冲突</span> ${inGroups(count)}
    </button>`;
  }

  #rule({ id, rule, label, counts }: RunResults["decisions"][number]): unknown {
    const { run } = this.studio;
    const isOn = run.filter.get().decision === id;
    const words = countsInWords(counts);
    return html`<button
      class="rule"
      aria-pressed=${isOn}
      title="${rule}${label === null ? "" : `（${label}）`}：${words}"
      @click=${() => run.narrow({ decision: isOn ? null : id })}
    >
      <span class="name"><span>${rule}</span><span class="soft">${inGroups(sum(counts))}</span></span>
      ${stack(counts)}
      <span class="counts">${words === "" ? "没有适用的记录" : words}</span>
    </button>`;
  }
}

const sum = (counts: StatusCounts): number =>
  presentCounts(counts).reduce((all, [, count]) => all + count, 0);

/** Parts as wide as their share; each meaning has a pattern of its own, and the words stand below. */
const stack = (counts: StatusCounts): unknown =>
  html`<span class="stack" aria-hidden="true"
    >${toneCounts(counts).map(
      ([tone, count]) => html`<span class="part ${tone}" style="flex:${count} 1 0"></span>`,
    )}</span
  >`;

declare global {
  interface HTMLElementTagNameMap {
    "tw-rule-bars": RuleBars;
  }
}
