import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Explanation } from "../../worker/worker-api.ts";
import { entered } from "../run/entered.ts";
import "../icon/icon.ts";
import { placeOfCase, suggestedName } from "./case-place.ts";
import { layoutNow } from "./insert-case.ts";

/** 存为用例: writes the record and its result, or what is tried, into the policy as a 用例, once its name is agreed to. */
@customElement("tw-case-form")
export class CaseForm extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-3) var(--space-4);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      input {
        flex: 1 1 140px;
        min-width: 100px;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) explanation!: Explanation;
  @state() private name: string | null = null;
  @query("input") private readonly input!: HTMLInputElement | null;
  @query("button.begin") private readonly begin!: HTMLButtonElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("explanation")) this.name = null;
  }

  protected override render(): unknown {
    const { name } = this;
    if (name === null) {
      const obstacle = this.#obstacle();
      const isTried = this.studio.run.explain.tried.get().size > 0;
      return html`<button
        class="begin"
        ?disabled=${obstacle !== null}
        title=${obstacle ?? `把这条记录和${isTried ? "试改后" : "现在"}的结果写成用例，以后改动规则时检查`}
        @click=${this.#open}
      >
        <tw-icon name="beaker"></tw-icon>${isTried ? "将试改后的情形存为用例" : "存为用例"}
      </button>`;
    }
    const problem = this.#problem(name);
    return html`<form
      class="row"
      @submit=${(event: Event) => {
        event.preventDefault();
        if (problem === null) void this.#insert(name);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape") this.#close();
      }}
    >
      <label for="name"
        >${this.studio.run.explain.tried.get().size > 0 ? "用例名称（试改后的情形）" : "用例名称"}</label
      >
      <input
        id="name"
        .value=${name}
        aria-invalid=${problem === null ? nothing : "true"}
        @input=${(event: Event) => (this.name = entered(event))}
      />
      <button class="primary" ?disabled=${problem !== null}>插入</button>
      <button type="button" @click=${() => this.#close()}>取消</button>
      ${problem === null ? nothing : html`<span class="bad" role="status">${problem}</span>`}
    </form>`;
  }

  /** Why no 用例 can be made now; null where one can. */
  #obstacle(): string | null {
    const { run } = this.studio;
    if (run.staleness.get() !== null) return "请先重新核对";
    const problem = run.explain.answer.get()?.problems[0];
    return problem === undefined ? null : `请先改正试改的内容：${problem.message}`;
  }

  #problem(name: string): string | null {
    const obstacle = this.#obstacle();
    if (obstacle !== null) return obstacle.endsWith("。") ? obstacle : `${obstacle}。`;
    if (name.trim() === "") return "请填写名称。";
    if (/[【】\n]/.test(name)) return "名称中不能有“【”和“】”。";
    const isTaken = this.studio.findings
      .get()
      ?.layout.some((part) => part.keyword === "用例" && part.name === name.trim());
    return isTaken === true ? "已有同名的用例，请换一个名称。" : null;
  }

  readonly #open = (): void => {
    const taken = this.studio.findings.get()?.layout ?? [];
    const { answer } = this.studio.run.explain;
    this.name = suggestedName(
      (answer.get()?.explanation ?? this.explanation).outcome,
      taken.flatMap((part) => part.name ?? []),
    );
    void this.updateComplete.then(() => this.input?.select());
  };

  #close(): void {
    this.name = null;
    void this.updateComplete.then(() => this.begin?.focus());
  }

  async #insert(name: string): Promise<void> {
    const { studio } = this;
    const { outcome } = this.explanation;
    const target = { object: outcome.object, id: outcome.id, decision: outcome.decision };
    const changes = studio.run.explain.changes();
    const block = await studio.run.session.ask((api) => api.caseOf(target, name.trim(), changes));
    const text = studio.currentText;
    const editor = studio.editor.get();
    if (block === null || text === null || editor === null) {
      studio.notify("bad", "这一结果不能写成用例：用例写不出它用到的全部内容。");
      return;
    }
    const layout = layoutNow(studio);
    if (layout === null) return;
    const offset = placeOfCase(layout, outcome.rule, text.text);
    const newText = `\n\n${block.trim()}`;
    editor.apply(text.path, [{ span: { start: offset, end: offset }, newText }]);
    this.#close();
    studio.reveal({ start: offset + 2, end: offset + newText.length });
    studio.notify("good", `已插入用例“${name.trim()}”。`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-case-form": CaseForm;
  }
}
