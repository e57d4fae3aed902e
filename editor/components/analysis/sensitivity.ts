import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { AnalysisCard, MeasuredParameter } from "../../worker/worker-api.ts";
import "../icon/icon.ts";

/** At which values of an open parameter the results of the register change. */
@customElement("tw-sensitivity")
export class Sensitivity extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }
      h3 {
        margin-top: var(--space-3);
      }
      p {
        margin: var(--space-1) 0;
        overflow-wrap: anywhere;
      }
      .table {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 2px var(--space-2);
        border: 1px solid var(--line);
        text-align: left;
        vertical-align: top;
      }
      th {
        background: var(--ground);
        font-weight: 600;
        white-space: nowrap;
      }
      .number {
        text-align: right;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) card!: AnalysisCard;

  protected override render(): unknown {
    const { studio, card } = this;
    const { analysis, run } = studio;
    if (card.parameter === null) return nothing;
    const register = run.register.get();
    const measured = analysis.measured.of(card);
    const answer = measured?.answer ?? null;
    const isMeasuring = answer === "measuring";
    return html`
      <h3>取值对登记数据的影响</h3>
      ${
        register === null
          ? html`<p class="soft">还没有打开登记数据。</p>
              <button type="button" @click=${() => studio.showLower("run", true)}>
                <tw-icon name="database"></tw-icon>打开登记数据
              </button>`
          : html`<p class="soft">
                ${register.synthetic ? "合成数据：" : ""}${register.records
                  .map(({ object, count }) => `${object}${count}条`)
                  .join("、")}。
              </p>
              ${
                answer === null || isMeasuring
                  ? html`<button
                      type="button"
                      ?disabled=${isMeasuring || analysis.isStale.get()}
                      @click=${() => void analysis.measured.measure(card)}
                    >
                      <tw-icon name="play"></tw-icon>按登记数据计算
                    </button>`
                  : nothing
              }
              <div role="status">
                ${
                  answer === null
                    ? nothing
                    : answer === "measuring"
                      ? html`<p>正在逐一试取值……</p>`
                      : answer === "failed"
                        ? html`<p class="warn">没有算出结果。请重新分析以后再试。</p>`
                        : this.#answer(answer)
                }
              </div>`
      }
    `;
  }

  #answer({ message, steps }: MeasuredParameter): unknown {
    return html`<p>${message}</p>
      ${
        steps.length === 0
          ? nothing
          : html`<div class="table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">取值</th>
                    <th scope="col">结果</th>
                    <th scope="col">变化</th>
                  </tr>
                </thead>
                <tbody>
                  ${steps.map(
                    ({ range, results, moved }, index) =>
                      html`<tr>
                        <td>${range}</td>
                        <td>${results.map((result) => html`<div>${result}</div>`)}</td>
                        <td class="number">${index === 0 ? "—" : `${moved}项`}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-sensitivity": Sensitivity;
  }
}
