import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { BehaviourView, ComparisonView, WitnessView } from "../../worker/worker-api.ts";
import { insertCase } from "../explain/insert-case.ts";
import "../icon/icon.ts";
import { listStyle } from "./list-style.ts";
import { sideHead } from "./side-head.ts";

type Side = "left" | "right";

/** The smallest case on which both sides differ: its facts, both results with their reasons, and the 用例 of it. */
@customElement("tw-witness")
export class Witness extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    listStyle,
    css`
      :host {
        display: block;
        height: auto;
        margin-bottom: var(--space-3);
      }
      .result {
        font-weight: 600;
      }
      blockquote {
        margin: var(--space-1) 0 0;
        padding-left: var(--space-2);
        border-left: 2px solid var(--line-strong);
        font-family: var(--font-document);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;
  @property({ attribute: false }) change!: BehaviourView;
  @property({ attribute: false }) witness!: WitnessView;
  @property({ type: Number }) number = 0;

  protected override render(): unknown {
    const { witness, view } = this;
    const title = this.number === 0 ? "最小例证" : `例证${this.number}`;
    return html`<table>
      <caption>
        <strong>${title}</strong
        >　${witness.about}
        ${witness.shows === null ? nothing : html`<span class="soft">　${witness.shows}</span>`}
      </caption>
      <tbody>
        <tr>
          <th scope="row" style="width:64px">事实</th>
          <td colspan="2">
            ${
              witness.facts.length === 0
                ? "不需要其他事实"
                : html`<ul>
                    ${witness.facts.map((fact) => html`<li>${fact}</li>`)}
                  </ul>`
            }
          </td>
        </tr>
        <tr>
          <td></td>
          <th scope="col">${sideHead(view.left)}</th>
          <th scope="col">${sideHead(view.right)}</th>
        </tr>
        <tr>
          <th scope="row">结果</th>
          <td>${this.#result("left")}</td>
          <td>${this.#result("right")}</td>
        </tr>
        <tr>
          <th scope="row">用例</th>
          <td>${this.#case("left")}</td>
          <td>${this.#case("right")}</td>
        </tr>
      </tbody>
    </table>`;
  }

  #result(side: Side): unknown {
    const { result, reasons, citations } = this.witness[side];
    return html`
      <div class="result">${result}</div>
      ${
        reasons.length === 0
          ? nothing
          : html`<ul>
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
      }
      ${citations.map((line) => html`<blockquote>${line}</blockquote>`)}
    `;
  }

  #case(side: Side): unknown {
    const { caseText } = this.witness[side];
    const { comparison } = this.studio;
    const place = this.change[side];
    if (caseText === null) return html`<span class="soft">没有对应的规则，不能写成用例</span>`;
    return html`<div class="ways">
      <button type="button" @click=${() => void this.#copy(caseText)}>
        <tw-icon name="copy"></tw-icon>复制用例
      </button>
      ${
        place === null || !comparison.isWritable(side)
          ? nothing
          : html`<button
              type="button"
              title="把用例插入到这一份政策的规则后面"
              @click=${() => void this.#insert(side, place.rule, caseText)}
            >
              <tw-icon name="add"></tw-icon>插入用例
            </button>`
      }
    </div>`;
  }

  /** Puts the 用例 behind the rule as it stands now, whatever was written since the comparison. */
  async #insert(side: Side, rule: string, block: string): Promise<void> {
    const { studio } = this;
    if (!(await studio.comparison.openSide(side))) return;
    insertCase(studio, rule, block);
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.studio.notify("good", "已复制用例，可以粘贴到政策中。");
    } catch {
      this.studio.notify("bad", "浏览器不允许复制。请改用“插入用例”。");
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-witness": Witness;
  }
}
