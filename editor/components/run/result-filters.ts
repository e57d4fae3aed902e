import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { provisionLabel } from "../../state/run/provision-label.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { RunResults } from "../../worker/worker-api.ts";
import { entered } from "./entered.ts";
import "../icon/icon.ts";
import { inGroups } from "./figures.ts";

/** How long the hand must rest before the rows are asked for, in milliseconds. */
const REST = 120;

/** Words, region and grouping of the rows; what narrows them stands here as tags that can be taken away. */
@customElement("tw-result-filters")
export class ResultFilters extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      input {
        flex: 1 1 90px;
        min-width: 70px;
        max-width: 220px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        white-space: nowrap;
      }
      select {
        max-width: 110px;
        padding: 0 2px;
      }
      .count {
        margin-inline-start: auto;
        white-space: nowrap;
      }
      @container (max-width: 640px) {
        .full {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** Words that are still being typed; null once they narrow the rows. */
  #typed: string | null = null;

  protected override render(): unknown {
    const { run, place } = this.studio;
    const results = run.results.get();
    if (results === null) return nothing;
    const filter = run.filter.get();
    const shown = run.view.get()?.rows.length ?? 0;
    const all = results.decision.length;
    const { provision } = place.get();
    return html`
      <div class="line" role="group" aria-label="筛选结果">
        <input
          type="search"
          aria-label="查找结果"
          placeholder="查找编号、名称、规则"
          .value=${live(this.#typed ?? filter.text)}
          @input=${this.#type}
        />
        <label
          ><select
            aria-label="分组"
            .value=${live(run.order.get().group)}
            @change=${(event: Event) => run.arrange({ group: GROUPS.find(([group]) => group === entered(event))?.[0] ?? "none" })}
          >
            ${GROUPS.map(
              ([group, name]) =>
                html`<option value=${group} ?selected=${run.order.get().group === group}>${name}</option>`,
            )}
          </select></label
        >
        ${this.#regions(results, filter.region)}
        ${
          provision === null || provision === filter.provision
            ? nothing
            : html`<button
                title="只看由光标所在条文（${provisionLabel(this.studio, provision)}）决定的结果"
                aria-label="只看由${provisionLabel(this.studio, provision)}决定的结果"
                @click=${() => run.narrow({ provision })}
              >
                <tw-icon name="law"></tw-icon><span class="full">由这一条文决定</span>
              </button>`
        }
        <span class="count soft" role="status"
          >${shown === all ? `共${inGroups(all)}项` : `${inGroups(shown)} / ${inGroups(all)}项`}</span
        >
      </div>
    `;
  }

  #regions(results: RunResults, region: string | null): unknown {
    const regions = regionsOf(results);
    if (regions.length < 2) return nothing;
    return html`<label
      ><select
        aria-label="地区"
        .value=${live(region ?? "")}
        @change=${(event: Event) => {
          const value = entered(event);
          this.studio.run.narrow({ region: value === "" ? null : value });
        }}
      >
        <option value="" ?selected=${region === null}>全部地区</option>
        ${regions.map((each) => html`<option value=${each} ?selected=${each === region}>${each}</option>`)}
      </select></label
    >`;
  }

  readonly #type = (event: Event): void => {
    const text = entered(event);
    this.#typed = text;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#typed = null;
      this.studio.run.narrow({ text });
    }, REST);
  };
}

const GROUPS = [
  ["rule", "按规则"],
  ["region", "按地区"],
  ["status", "按结果"],
  ["none", "不分组"],
] as const;

const known = new WeakMap<RunResults, readonly string[]>();

/** Regions of the records, sought once for each run. */
const regionsOf = (results: RunResults): readonly string[] => {
  const found = known.get(results) ?? distinctRegions(results);
  known.set(results, found);
  return found;
};

const distinctRegions = ({ records }: RunResults): readonly string[] => {
  const regions = new Set<string>();
  for (const { region } of records) if (region !== null) regions.add(region);
  return [...regions];
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-result-filters": ResultFilters;
  }
}
