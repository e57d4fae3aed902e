import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ComparisonView, ImpactChangeView, ImpactSectionView } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { listStyle } from "./list-style.ts";

/** 编号 that are shown at once. */
const SHOWN = 40;

const KINDS = {
  decided: null,
  open: "尚不能确定：有一方的结果为未知或者需裁量",
  nominal: "仅结果名目不同，实际不受影响",
} as const satisfies Readonly<Record<ImpactChangeView["kind"], string | null>>;

/** Which records of the register get another result, by rule. */
@customElement("tw-compared-impact")
export class ComparedImpact extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    listStyle,
    css`
      .list {
        padding: var(--space-3) var(--space-4);
      }
      .list > li {
        padding-bottom: var(--space-4);
        border-bottom: 0;
        contain-intrinsic-size: auto 160px;
      }
      .list p {
        margin: var(--space-1) 0;
      }
      .count {
        width: 72px;
        text-align: end;
      }
      .records {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }
      .records button {
        min-height: 22px;
        padding: 0 6px;
        border-color: var(--line);
        font-size: var(--text-small);
      }
      .from {
        width: 26%;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) view!: ComparisonView;
  @state() private whole: ReadonlySet<string> = new Set();

  protected override render(): unknown {
    const { impact, withoutImpact } = this.view;
    const { comparison } = this.studio;
    if (impact === null) {
      const isWithout = !comparison.withData.get();
      return html`<div class="empty">
        <span>${withoutImpact}</span>
        ${
          isWithout
            ? html`<button
                type="button"
                @click=${() => {
                  comparison.useData(true);
                  void comparison.compare();
                }}
              >
                <tw-icon name="database"></tw-icon>用各自随附数据重新比较
              </button>`
            : nothing
        }
      </div>`;
    }
    return html`
      <div class="tools">${impact.judged}</div>
      <ol class="list" aria-label="对现有记录的影响">
        ${impact.sections.length === 0 ? html`<li>没有记录的结果改变。</li>` : nothing}
        ${impact.sections.map((section) => this.#section(section))}
        ${
          impact.unchanged.length === 0
            ? nothing
            : html`<li class="soft">结果没有改变的规则：${impact.unchanged.join("；")}。</li>`
        }
        ${
          impact.uncounted.length === 0
            ? nothing
            : html`<li class="soft">
                只有一方有、本身不影响结果的指标和排序：${impact.uncounted.join("；")}。
              </li>`
        }
      </ol>
    `;
  }

  #section(section: ImpactSectionView): unknown {
    return html`<li>
      <h3>${section.rule}<span class="soft">　${section.places}</span></h3>
      <p>${section.total}</p>
      <table>
        <thead>
          <tr>
            <th scope="col" class="from">结果由</th>
            <th scope="col" class="from">变为</th>
            <th scope="col" class="count">记录数</th>
            <th scope="col">分布和编号</th>
          </tr>
        </thead>
        <tbody>
          ${section.changes.map((change) => this.#change(section, change))}
        </tbody>
      </table>
    </li>`;
  }

  #change(section: ImpactSectionView, change: ImpactChangeView): unknown {
    const key = [section.rule, change.kind, change.from, change.to].join("\n");
    const isWhole = this.whole.has(key);
    const shown = isWhole ? change.records : change.records.slice(0, SHOWN);
    const kind = KINDS[change.kind];
    return html`<tr>
      <td>${change.from}</td>
      <td>${change.to}${kind === null ? nothing : html`<div class="soft">${kind}</div>`}</td>
      <td class="count">${change.count}${section.unit}</td>
      <td>
        ${change.groups.map((line) => html`<div class="soft">${line}</div>`)}
        <div class="records">
          ${shown.map(
            (id) =>
              html`<button
                type="button"
                title="在核对结果中查看这条记录"
                @click=${() => this.#show(section, id)}
              >
                ${id}
              </button>`,
          )}
          ${
            shown.length === change.records.length
              ? nothing
              : html`<button type="button" @click=${() => (this.whole = new Set([...this.whole, key]))}>
                  其余${change.records.length - shown.length}个编号
                </button>`
          }
        </div>
      </td>
    </tr>`;
  }

  /** Opens the record among the results of the open policy, or offers to judge one of the two first. */
  #show({ object, decisions }: ImpactSectionView, id: string): void {
    const { studio } = this;
    if (this.#find(object, id)) return;
    const side = decisions.right === null ? "left" : "right";
    if (!studio.comparison.isWritable(side)) {
      studio.notify("info", "请先打开其中一份政策，用它的随附数据核对，再查看这条记录。");
      return;
    }
    studio.notify("info", "这条记录还没有在“核对”中核对过。", {
      title: "打开政策并核对",
      run: () => void this.#judge(side, object, id),
    });
  }

  async #judge(side: "left" | "right", object: string, id: string): Promise<void> {
    const { studio } = this;
    if (!(await studio.comparison.openSide(side))) return;
    studio.showLower("run");
    await studio.run.intake.openBundled();
    if (!this.#find(object, id))
      studio.notify("info", `随附数据的核对结果中没有记录“${id}”，它可能只在另一份政策的数据中。`);
  }

  /** Whether the record stands among the results of one of the two policies; then it is shown. */
  #find(object: string, id: string): boolean {
    const { run, comparison } = this.studio;
    const asked = comparison.asked.get();
    const records = run.results.get()?.records ?? [];
    if (asked === null || ![asked.left.path, asked.right.path].includes(run.path ?? "")) return false;
    if (!records.some((record) => record.object === object && record.id === id)) return false;
    this.studio.showLower("run");
    run.page.set("results");
    run.clearFilter();
    run.narrow({ record: { object, id } });
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-compared-impact": ComparedImpact;
  }
}
