import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { provisionLabel } from "../../state/run/provision-label.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { RunResults } from "../../worker/worker-api.ts";
import "../icon/icon.ts";

/** What narrows the rows, as tags that can be taken away. */
@customElement("tw-filter-tags")
export class FilterTags extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        padding: 2px var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--accent-soft);
      }
      .tags button {
        min-height: 22px;
        font-size: var(--text-small);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const results = this.studio.run.results.get();
    return results === null ? nothing : this.#tags(results);
  }

  #tags(results: RunResults): unknown {
    const { run } = this.studio;
    const { provision, decision, record, region, statuses, contradicting } = run.filter.get();
    const rule = results.decisions.find(({ id }) => id === decision)?.rule;
    const tags = [
      provision === null
        ? null
        : ([
            `由${provisionLabel(this.studio, provision)}决定`,
            () => run.narrow({ provision: null }),
          ] as const),
      rule === undefined ? null : ([`规则：${rule}`, () => run.narrow({ decision: null })] as const),
      record === null
        ? null
        : ([`记录：${record.object} ${record.id}`, () => run.narrow({ record: null })] as const),
      region === null ? null : ([`地区：${region}`, () => run.narrow({ region: null })] as const),
      statuses.length === 0
        ? null
        : ([`结果：${statuses.join("、")}`, () => run.narrow({ statuses: [] })] as const),
      contradicting ? (["措施冲突", () => run.narrow({ contradicting: false })] as const) : null,
    ].filter((tag) => tag !== null);
    if (tags.length === 0) return nothing;
    return html`<div class="tags" role="group" aria-label="正在使用的筛选">
      ${tags.map(
        ([words, remove]) =>
          html`<button aria-label="取消筛选：${words}" @click=${remove}>
            ${words}<tw-icon name="close"></tw-icon>
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-filter-tags": FilterTags;
  }
}
