import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { CasesReport } from "../../worker/worker-api.ts";
import "../icon/icon.ts";

/** Which rules, items and exceptions no 用例 reaches yet. */
@customElement("tw-rule-coverage")
export class RuleCoverage extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-3) var(--space-2);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
        gap: 2px var(--space-4);
        margin: var(--space-2) 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 72px max-content;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--row);
      }
      li .soft {
        min-width: 11em;
        white-space: nowrap;
      }
      .bar-track {
        height: 8px;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        overflow: hidden;
      }
      .bar-fill {
        height: 100%;
        background: var(--accent);
      }
      .rule {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      li.place {
        display: block;
      }
      .missing button {
        white-space: normal;
        text-align: left;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) report!: CasesReport;

  protected override render(): unknown {
    const missing = this.report.coverage.filter(({ reached }) => !reached);
    return html`<h3>用例覆盖的规则</h3>
      <ul>
        ${this.report.byRule.map(
          ({ rule, passed, total, reached, items }) =>
            html`<li>
              <span class="rule" title=${rule}>${rule}</span>
              <span class="bar-track" aria-hidden="true"
                ><span
                  class="bar-fill"
                  style="display:block;width:${items === 0 ? 100 : (100 * reached) / items}%"
                ></span
              ></span>
              <span class="soft">用例${passed}/${total}　覆盖${reached}/${items}</span>
            </li>`,
        )}
      </ul>
      ${
        missing.length === 0
          ? nothing
          : html`<h3>还没有用例的部分</h3>
              <ul class="missing">
                ${missing.map(
                  ({ words, span }) =>
                    html`<button class="quiet" @click=${() => this.studio.reveal(span, true)}>
                      <tw-icon name="circle-slash"></tw-icon>${words}
                    </button>`,
                )}
              </ul>`
      }`;
  }
}
