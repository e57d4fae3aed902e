import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { previewOf, type Piece, type PreviewPlace } from "../../state/analysis/suggestion-preview.ts";
import type { Analysed, Trial } from "../../state/analysis-state.ts";
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
      /* All of it is new: the words are read, not compared. */
      .whole ins {
        font-weight: inherit;
        text-decoration: none;
      }
      .adopted {
        border-color: var(--good);
      }
      .done {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: var(--space-1);
      }
      p {
        margin: var(--space-1) 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) card!: AnalysisCard;

  #seen: Trial | undefined;
  /** What became of the suggestions, so that the keyboard stays with the one it was on. */
  #adopted: AnalysisSuggestion | null = null;

  protected override updated(): void {
    const { analysis } = this.studio;
    const trial = analysis.trials.get().get(this.card);
    const wasAwaited = this.#seen === "trying";
    this.#seen = trial;
    // What was asked for comes into sight as soon as it is there.
    if (wasAwaited && Array.isArray(trial)) this.scrollIntoView({ block: "nearest" });
    const adopted = this.#adoptedHere();
    const changed = adopted ?? this.#adopted;
    const isSame = adopted === this.#adopted;
    this.#adopted = adopted;
    // The button that was pressed is gone; who is at work elsewhere stays there.
    const isLeft = document.activeElement === document.body || this.matches(":focus-within");
    if (isSame || changed === null || !Array.isArray(trial) || !isLeft) return;
    this.renderRoot.querySelectorAll<HTMLElement>(".suggestion button")[trial.indexOf(changed)]?.focus();
  }

  protected override render(): unknown {
    const { analysis } = this.studio;
    const trial = analysis.trials.get().get(this.card);
    if (trial === undefined) return nothing;
    if (trial === "trying") return html`<p role="status">正在逐一试改……</p>`;
    if (trial.length === 0) return html`<p role="status">没有试出可以直接采用的改法，请按说明修改规则。</p>`;
    return html`
      <p class="soft" role="status">${this.#state()}</p>
      ${trial.map((suggestion) => this.#suggestion(suggestion))}
    `;
  }

  #state(): string {
    const { analysis } = this.studio;
    if (this.#adoptedHere() !== null) {
      return analysis.isOn.get() || analysis.isRunning.get()
        ? "已采用，正在重新分析。"
        : "已采用。已停用自动分析，请点“重新分析”。";
    }
    return analysis.isStale.get()
      ? "文字已有修改，重新分析以后才能采用。"
      : "以下改法都已试改并重新分析，这一处不再出现。采用哪一种由起草人决定。";
  }

  #adoptedHere(): AnalysisSuggestion | null {
    const adopted = this.studio.analysis.adopted.get();
    return adopted?.card === this.card ? adopted.suggestion : null;
  }

  #suggestion(suggestion: AnalysisSuggestion): unknown {
    const { analysis, current } = this.studio;
    const { file, edits, title } = suggestion;
    const made = analysis.made.get();
    const text = made === null ? undefined : textOf(made, file);
    const isAdopted = suggestion === this.#adoptedHere();
    const isOther = file !== current.get();
    return html`<div class=${isAdopted ? "suggestion adopted" : "suggestion"}>
      <div class="title">
        <span class="grow">${title}${isOther ? `（${file.split("/").at(-1)!}）` : nothing}</span>
        ${
          isAdopted
            ? html`<span class="done good"><tw-icon name="check"></tw-icon>已采用</span>
                <button type="button" aria-label="撤销：${title}" @click=${() => analysis.takeBack()}>
                  <tw-icon name="discard"></tw-icon>撤销
                </button>`
            : html`<button
                type="button"
                ?disabled=${analysis.isStale.get()}
                aria-label="采用：${title}"
                @click=${() => adopt(this.studio, this.card, suggestion)}
              >
                <tw-icon name="check"></tw-icon>采用
              </button>`
        }
      </div>
      ${text === undefined ? nothing : previewOf(text, edits).map((place) => this.#place(place))}
    </div>`;
  }

  #place({ before, after }: PreviewPlace): unknown {
    const isStale = this.studio.analysis.isStale.get();
    return html`<dl>
      ${
        before.length === 0
          ? html`<dt>新增</dt>
              <dd class="whole">${after.map(added)}</dd>`
          : html`<dt>${isStale ? "原来" : "现在"}</dt>
              <dd>${before.map(removed)}</dd>
              <dt>改为</dt>
              <dd>${after.length === 0 ? "（删去）" : after.map(added)}</dd>`
      }
    </dl>`;
  }
}

/** The words that were analysed: the places of an edit are theirs, whatever was written since. */
const textOf = ({ texts }: Analysed, file: string): string | undefined =>
  [texts, ...texts.vocabularies].find(({ path }) => path === file)?.text;

const removed = ({ text, isChanged }: Piece): unknown => (isChanged ? html`<del>${text}</del>` : text);
const added = ({ text, isChanged }: Piece): unknown => (isChanged ? html`<ins>${text}</ins>` : text);

declare global {
  interface HTMLElementTagNameMap {
    "tw-suggestions": Suggestions;
  }
}
