import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { FieldCard, RecordCard, WhatIfAnswer } from "../../worker/worker-api.ts";
import { entered } from "../run/entered.ts";
import "../icon/icon.ts";
import { statusMark, statusStyles } from "../run/status-mark.ts";
import { exampleOf, optionsOf } from "./field-input.ts";

/** 试改: the fields of the record, to be tried with other contents; the register itself does not change. */
@customElement("tw-what-if")
export class WhatIfForm extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    statusStyles,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .title {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--row);
      }
      p {
        margin: 0 0 var(--space-1);
      }
      .fields + p {
        margin-top: var(--space-2);
      }
      .answer {
        position: sticky;
        top: var(--head);
        z-index: 1;
        margin-block: var(--space-1);
        padding: var(--space-1) var(--space-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--block);
      }
      .answer p,
      .answer ul {
        margin: 0;
      }
      .answer ul {
        padding-inline-start: var(--space-4);
      }
      .answer .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-2);
      }
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(110px, 45%);
        gap: 2px var(--space-2);
        align-items: center;
      }
      label {
        overflow-wrap: anywhere;
        line-height: 1.3;
      }
      .fields input,
      .fields select {
        width: 100%;
      }
      .fields .is-tried {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .mark {
        color: var(--accent);
        font-size: var(--text-small);
      }
      .problem {
        grid-column: 1 / -1;
        margin: 0;
        font-size: var(--text-small);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { explain } = this.studio.run;
    const card = explain.card.get();
    if (card === null || card.fields.length === 0) return nothing;
    const tried = explain.tried.get();
    const answer = explain.answer.get();
    return html`
      <div class="title">
        <h2 class="grow" id="try">试改</h2>
        ${
          tried.size === 0
            ? nothing
            : html`<button @click=${() => explain.restore()}><tw-icon name="discard"></tw-icon>恢复</button>`
        }
      </div>
      ${
        tried.size === 0
          ? html`<p class="soft">改下面的内容，看结果怎样变化。登记数据不会改动。</p>`
          : this.#answer(answer)
      }
      <div class="fields" role="group" aria-labelledby="try">
        ${card.fields.map(({ field, text }, at) => this.#field(field, text ?? "", tried.get(field.name), at, answer))}
      </div>
      <p class="soft">来源：${sourceOf(card)}</p>
    `;
  }

  #answer(answer: WhatIfAnswer | null): unknown {
    const now = this.studio.run.explain.explanation.get()?.outcome;
    const changed = answer?.explanation?.outcome;
    if (now === undefined) return nothing;
    const isSame = changed !== undefined && changed.status === now.status && changed.value === now.value;
    return html`<div class="answer" role="status">
      <div class="line">
        <span>试改后：</span>
        ${
          changed === undefined
            ? html`<span class="soft">正在判断…</span>`
            : html`${statusMark(changed.status, changed.value)}
                <span class="soft">${isSame ? "（没有变化）" : `（原为${now.value ?? now.status}）`}</span>`
        }
      </div>
      ${isSame || answer?.explanation == null ? nothing : html`<p>${answer.explanation.summary[0] ?? ""}</p>`}
      ${
        answer === null || answer.others.length === 0
          ? nothing
          : html`<p>这条记录的其他结果也会变化：</p>
              <ul>
                ${answer.others.map(
                  ({ rule, from, to }) => html`<li>${this.#ruleName(rule)}：由${from}变为${to}</li>`,
                )}
              </ul>`
      }
    </div>`;
  }

  #ruleName(decision: string): string {
    return this.studio.run.results.get()?.decisions.find(({ id }) => id === decision)?.rule ?? decision;
  }

  #field(
    field: FieldCard,
    original: string,
    tried: string | undefined,
    at: number,
    answer: WhatIfAnswer | null,
  ): unknown {
    const text = tried ?? original;
    const problem = answer?.problems.find((each) => each.field === field.name);
    const options = optionsOf(field, text);
    const change = (event: Event): void => {
      this.studio.run.explain.try(field.name, entered(event));
    };
    const tone = tried === undefined ? "" : "is-tried";
    return html`
      <label for="field-${at}"
        >${field.name}${
          tried === undefined
            ? nothing
            : html` <span class="mark">原为${original === "" ? "未填" : original}</span>`
        }</label
      >
      ${
        options === null
          ? html`<input
              id="field-${at}"
              class=${tone}
              placeholder=${exampleOf(field)}
              title=${field.type}
              aria-invalid=${problem === undefined ? nothing : "true"}
              aria-describedby=${problem === undefined ? nothing : `problem-${at}`}
              .value=${live(text)}
              @input=${change}
            />`
          : html`<select
              id="field-${at}"
              class=${tone}
              title=${field.type}
              .value=${live(text)}
              @change=${change}
            >
              ${options.map(
                ([value, words]) =>
                  html`<option value=${value} ?selected=${value === text}>${words}</option>`,
              )}
            </select>`
      }
      ${
        problem === undefined
          ? nothing
          : html`<p class="problem bad" id="problem-${at}">${problem.message}</p>`
      }
    `;
  }
}

const sourceOf = ({ source, object, id }: RecordCard): string => (source === "" ? `${object} ${id}` : source);

declare global {
  interface HTMLElementTagNameMap {
    "tw-what-if": WhatIfForm;
  }
}
