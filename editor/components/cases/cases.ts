import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { CaseRow, CasesReport } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { caseState, countsInWords } from "./case-words.ts";
import "./rule-coverage.ts";

/** 用例 and 性质 as a table, with what was expected and what was found. */
@customElement("tw-cases")
export class Cases extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--surface);
      }
      .scroll {
        flex: 1 1 0;
        overflow: auto;
      }
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: collapse;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--ground);
        text-align: left;
        font-weight: 600;
      }
      th,
      td {
        height: var(--row);
        padding: 2px var(--space-2);
        border-bottom: 1px solid var(--line);
        vertical-align: top;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        white-space: nowrap;
      }
      .name {
        padding: 0;
        min-height: 0;
        border: 0;
        background: none;
        color: var(--accent);
        text-align: left;
        white-space: normal;
      }
      .expectation {
        margin: 0;
      }
      .result {
        width: 92px;
      }
      .title {
        width: 30%;
      }
      .place {
        width: 112px;
      }
      td .accept {
        margin: var(--space-1) 0;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private onlyFailed = false;

  protected override render(): unknown {
    const { cases, current } = this.studio;
    const problems = cases.problems.get();
    const report = cases.path.get() === current.get() ? cases.report.get() : null;
    if (report === null && problems.length > 0) {
      return html`<div class="empty">
        <p>规则有错误，用例暂时不能运行。</p>
        <p>${problems[0]}</p>
        <p><button @click=${this.#showProblems}>查看问题</button></p>
      </div>`;
    }
    if (report === null) {
      return html`<div class="empty">
        <p>${cases.isRunning.get() ? "正在运行用例……" : "打开政策后，在这里查看用例的结果。"}</p>
      </div>`;
    }
    if (report.rows.length === 0) {
      return html`<div class="empty">
        <p>本政策还没有用例。</p>
        <p>用例写明一种情形和应得的结果，每次修改后自动运行，规则改错了会立即发现。</p>
        <p>
          <button class="primary" @click=${this.#insert}><tw-icon name="add"></tw-icon>插入用例</button>
        </p>
      </div>`;
    }
    return html`${this.#bar(report, problems.length > 0)}
      <div class="scroll" tabindex="0" role="region" aria-label="用例">
        ${this.#table(report)} ${this.#coverage(report)}
      </div>`;
  }

  #bar(report: CasesReport, isStale: boolean): unknown {
    return html`<div class="bar">
      <span class="grow" role="status">
        ${isStale ? "规则有错误，以下为修改之前的结果。" : countsInWords(report)}
      </span>
      ${this.#ruleTag()}
      <button
        aria-pressed=${this.onlyFailed ? "true" : "false"}
        @click=${() => {
          this.onlyFailed = !this.onlyFailed;
        }}
      >
        <tw-icon name="filter"></tw-icon>只看未通过
      </button>
      <button @click=${this.#insert}><tw-icon name="add"></tw-icon>插入用例</button>
      <button ?disabled=${this.studio.cases.isRunning.get()} @click=${() => void this.studio.cases.run()}>
        <tw-icon name="play"></tw-icon>重新运行
      </button>
    </div>`;
  }

  #ruleTag(): unknown {
    const { rule } = this.studio.cases;
    const name = rule.get();
    return name === null
      ? nothing
      : html`<button title="显示全部用例" @click=${() => rule.set(null)}>
          规则：${name}<tw-icon name="close"></tw-icon>
        </button>`;
  }

  #table({ rows }: CasesReport): unknown {
    const rule = this.studio.cases.rule.get();
    const wanted = rule === null ? null : casesOf(this.studio, rule);
    const shown = rows.filter(
      ({ passed, name }) => (!this.onlyFailed || !passed) && (wanted === null || wanted.has(name)),
    );
    if (shown.length === 0) {
      return html`<p class="empty">
        ${rule === null ? "全部通过，没有需要处理的用例。" : `规则“${rule}”没有${this.onlyFailed ? "未通过的" : ""}用例。`}
      </p>`;
    }
    return html`<table>
      <thead>
        <tr>
          <th scope="col" class="result">结果</th>
          <th scope="col" class="title">名称</th>
          <th scope="col" class="place">条文</th>
          <th scope="col">预期与实际</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          shown,
          ({ span }) => span.start,
          (row) => this.#row(row),
        )}
      </tbody>
    </table>`;
  }

  #row(row: CaseRow): unknown {
    const { icon, word, tone } = caseState(row);
    return html`<tr>
      <td>
        <span class="state ${tone}"><tw-icon .name=${icon}></tw-icon>${word}</span>
      </td>
      <td>
        <button class="name" title="转到“${row.name}”" @click=${() => this.studio.reveal(row.span, true)}>
          ${row.kind} ${row.name}
        </button>
      </td>
      <td>${row.label ?? ""}</td>
      <td>
        ${row.problem === null ? nothing : html`<p class="expectation bad">${row.problem}</p>`}
        ${row.expectations.map(
          ({ about, expected, actual, met, message }) =>
            html`<p class="expectation">
              ${about}：${met ? actual : html`预期${expected}，<strong class="bad">实际${actual}</strong>`}
              ${message === null || message.endsWith(`预期为${expected}，实际为${actual}。`) ? nothing : html`<span class="soft">${message}</span>`}
            </p>`,
        )}
        ${
          row.passed || row.kind === "性质"
            ? nothing
            : html`<button
                  class="accept"
                  title="将实际结果写为预期。请先确认实际结果符合条文本意。"
                  @click=${() => void this.studio.cases.accept(row)}
                >
                  以实际结果为预期
                </button>
                <button
                  class="accept"
                  title="保留这个用例，在它后面按实际结果另写一个。"
                  @click=${() => void this.studio.cases.accept(row, "new")}
                >
                  另写为新用例
                </button>`
        }
      </td>
    </tr>`;
  }

  #coverage(report: CasesReport): unknown {
    return report.byRule.length === 0
      ? nothing
      : html`<tw-rule-coverage .studio=${this.studio} .report=${report}></tw-rule-coverage>`;
  }

  readonly #insert = (): void => {
    const snippet = this.studio.tables.get()?.snippets.find(({ title }) => title.includes("用例"));
    if (snippet === undefined) return;
    this.studio.mode.set("write");
    this.studio.editor.get()?.insertSnippet(snippet.body);
  };

  readonly #showProblems = (): void => {
    this.studio.lowerView.set("problems");
  };
}

/** Names of the 用例 that expect something of a rule. */
const casesOf = (studio: Studio, rule: string): ReadonlySet<string> =>
  new Set(studio.details.get()?.lenses.find((lens) => lens.rule === rule)?.cases);

declare global {
  interface HTMLElementTagNameMap {
    "tw-cases": Cases;
  }
}
