import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Reach } from "../../worker/worker-api.ts";
import { inMetres } from "../run/figures.ts";
import { recordTitle } from "../run/result-text.ts";
import "../icon/icon.ts";

/** In words what the circles of the map say: how far a rule reaches and who stands within. */
@customElement("tw-reach-list")
export class ReachList extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-2);
      }
      p {
        margin: 0;
      }
      ul {
        margin: var(--space-1) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        padding: 1px 0;
      }
    `,
  ];

  @property({ attribute: false }) reach!: Reach;
  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { centre, circles, neighbours } = this.reach;
    const decided = neighbours.filter((neighbour) => neighbour.decided);
    return html`
      <h2>${recordTitle(centre)}</h2>
      ${circles.map(
        ({ words, metric }) =>
          html`<p class="soft">
            ${words}${metric === "walking" ? "，圆圈只表示大致范围，实际按步行距离认定" : ""}
          </p>`,
      )}
      ${
        neighbours.length === 0
          ? html`<p>范围内没有其他记录。</p>`
          : html`<p>范围内${neighbours.length}个，其中${decided.length}个决定了这一结果：</p>`
      }
      <ul>
        ${decided.map(
          ({ point, straightMetres, walkingMetres }) =>
            html`<li>
              <span>${recordTitle(point)}</span>
              <span class="soft"
                >${
                  walkingMetres === null
                    ? `直线${inMetres(straightMetres)}，没有步行距离`
                    : `步行${inMetres(walkingMetres)}`
                }</span
              >
            </li>`,
        )}
      </ul>
      ${circles.length === 0 ? html`<p class="soft">规则中的距离还没有确定，不能画出范围。</p>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-reach-list": ReachList;
  }
}
