import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { previewOf, type Piece, type PreviewPlace } from "../../state/analysis/suggestion-preview.ts";
import type { Trial } from "../../state/analysis-state.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { AnalysisCard, AnalysisSuggestion } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { adopt } from "./finding-actions.ts";

/** Edits that were tried and mend a finding, with the words before and after. */
@customElement("tw-suggestions")
export class Suggestions extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .suggestion {
        margin: var(--space-2) 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .title {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2);
        border-bottom: 1px solid var(--line);
        background: var(--ground);
        border-radius: var(--radius) var(--radius) 0 0;
      }
      .title span {
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-1) var(--space-2);
        margin: 0;
        padding: var(--space-1) var(--space-2);
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      del {
        color: var(--bad);
      }
      ins {
        color: var(--good);
        font-weight: 600;
      }
      p {
        margin: var(--space-1) 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) card!: AnalysisCard;

  #seen: Trial | undefined;

  /** What was asked for comes into sight as soon as it is there. */
  protected override updated(): void {
    const trial = this.studio.analysis.trials.get().get(this.card);
    const wasAwaited = this.#seen === "trying";
    this.#seen = trial;
    if (wasAwaited && Array.isArray(trial)) this.scrollIntoView({ block: "nearest" });
  }

  protected override render(): unknown {
    const { analysis } = this.studio;
    const trial = analysis.trials.get().get(this.card);
    if (trial === undefined) return nothing;
    if (trial === "trying") return html`<p role="status">正在逐一试改……</p>`;
    if (trial.length === 0) return html`<p role="status">没有试出可以直接采用的改法，请按说明修改规则。</p>`;
    const isStale = analysis.isStale.get();
    return html`
      <p class="soft" role="status">以下改法都已试改并重新分析，这一处不再出现。采用哪一种由起草人决定。</p>
      ${trial.map((suggestion) => this.#suggestion(suggestion, isStale))}
    `;
  }

  #suggestion(suggestion: AnalysisSuggestion, isStale: boolean): unknown {
    const text = this.studio.texts.get().get(suggestion.file)?.text;
    const isOther = suggestion.file !== this.studio.current.get();
    return html`<div class="suggestion">
      <div class="title">
        <span class="grow"
          >${suggestion.title}${isOther ? `（${suggestion.file.split("/").at(-1)!}）` : nothing}</span
        >
        <button
          type="button"
          ?disabled=${isStale}
          aria-label="采用：${suggestion.title}"
          @click=${() => adopt(this.studio, suggestion)}
        >
          <tw-icon name="check"></tw-icon>采用
        </button>
      </div>
      ${
        text === undefined || isStale
          ? nothing
          : previewOf(text, suggestion.edits).map((place) => this.#place(place))
      }
    </div>`;
  }

  #place({ before, after }: PreviewPlace): unknown {
    return html`<dl>
      ${
        before.length === 0
          ? html`<dt>新增</dt>
              <dd>${after.map(added)}</dd>`
          : html`<dt>现在</dt>
              <dd>${before.map(removed)}</dd>
              <dt>改为</dt>
              <dd>${after.length === 0 ? "（删去）" : after.map(added)}</dd>`
      }
    </dl>`;
  }
}

const removed = ({ text, isChanged }: Piece): unknown => (isChanged ? html`<del>${text}</del>` : text);
const added = ({ text, isChanged }: Piece): unknown => (isChanged ? html`<ins>${text}</ins>` : text);

declare global {
  interface HTMLElementTagNameMap {
    "tw-suggestions": Suggestions;
  }
}
