import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Finding, Severity } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { applyFirstFix } from "./first-fix.ts";
import { SEVERITIES, sortedFindings } from "./severities.ts";

/** More rows than a person reads at once; the rest comes when asked for. */
const ROWS = 200;

/** Everything that was found in the open policy, by place, with a way to mend it. */
@customElement("tw-problems")
export class Problems extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        background: var(--surface);
      }
      .bar {
        flex-wrap: wrap;
      }
      .rows {
        flex: 1 1 0;
        min-height: 0;
        overflow: auto;
      }
      .row {
        display: grid;
        /* Room for the cure in every row, so that the places stand below each other. */
        grid-template-columns: 56px minmax(0, 1fr) 104px 64px;
        align-items: start;
        gap: 0 var(--space-2);
        padding: 3px var(--space-2);
        border-bottom: 1px solid var(--line);
      }
      .row:hover {
        background: var(--hover);
      }
      .kind {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }
      .message {
        overflow-wrap: anywhere;
        min-height: 0;
        padding: 0;
        border: none;
        background: none;
        justify-content: flex-start;
        text-align: start;
        white-space: normal;
      }
      .message:hover:not(:disabled) {
        background: none;
        text-decoration: underline;
      }
      .place {
        overflow-wrap: anywhere;
        font-size: var(--text-small);
      }
      .fix {
        min-height: 22px;
      }
      @media (max-width: 700px) {
        .row {
          grid-template-columns: 56px minmax(0, 1fr) auto;
        }
        .place {
          grid-column: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private without: ReadonlySet<Severity> = new Set();
  @state() private most = ROWS;
  /** The row that the Tab key reaches. */
  @state() private active = 0;

  protected override render(): unknown {
    const found = this.studio.findings.get();
    if (found === null)
      return html`<div class="empty" role="status">
        ${this.studio.current.get() === null ? "打开一个政策文件后，这里列出需要改正的地方。" : "正在检查……"}
      </div>`;
    const all = sortedFindings(found.findings);
    const shown = all.filter(({ severity }) => !this.without.has(severity));
    const rows = shown.slice(0, this.most);
    const active = Math.min(this.active, Math.max(0, rows.length - 1));
    return html`
      <div class="bar" role="group" aria-label="按轻重筛选">
        ${SEVERITIES.map(({ severity, word, icon, tone }) => {
          const count = all.filter((finding) => finding.severity === severity).length;
          return html`<button
            type="button"
            aria-pressed=${this.without.has(severity) ? "false" : "true"}
            @click=${() => this.#toggle(severity)}
          >
            <tw-icon class=${tone} name=${icon}></tw-icon>${word} ${count}
          </button>`;
        })}
      </div>
      ${
        rows.length === 0
          ? this.#empty(all.length)
          : html`<div class="rows" role="list" aria-label="问题" @keydown=${this.#onKey}>
              ${rows.map((finding, at) => this.#row(finding, at, at === active))}
              ${
                shown.length > rows.length
                  ? html`<div class="row">
                      <span></span
                      ><button type="button" @click=${() => (this.most += ROWS)}>
                        再显示${Math.min(ROWS, shown.length - rows.length)}条
                      </button>
                    </div>`
                  : nothing
              }
              ${
                found.left > 0
                  ? html`<p class="row soft">另有${found.left}条没有列出，改正上面的以后再看。</p>`
                  : nothing
              }
            </div>`
      }
    `;
  }

  #row(finding: Finding, at: number, isActive: boolean): unknown {
    const { word, icon, tone } = SEVERITIES.find(({ severity }) => severity === finding.severity)!;
    return html`<div class="row" role="listitem">
      <span class="kind ${tone}"><tw-icon name=${icon}></tw-icon>${word}</span>
      <button
        type="button"
        class="message"
        data-row=${at}
        tabindex=${isActive ? "0" : "-1"}
        @focus=${() => (this.active = at)}
        @click=${() => void this.#jump(finding)}
      >
        ${finding.message}
      </button>
      <span class="place soft">${this.#placeOf(finding)}</span>
      ${
        finding.hasFix
          ? html`<button
              type="button"
              class="fix"
              tabindex=${isActive ? "0" : "-1"}
              aria-label="改正：${finding.message}"
              @click=${() => void applyFirstFix(this.studio, finding)}
            >
              <tw-icon name="lightbulb"></tw-icon>改正
            </button>`
          : nothing
      }
    </div>`;
  }

  #empty(count: number): unknown {
    return count === 0
      ? html`<div class="empty" role="status">
          <span class="good kind"><tw-icon name="check"></tw-icon>没有发现问题</span>
          <span>每次修改后都会重新检查，规则中的错误和有歧义的写法会列在这里。</span>
        </div>`
      : html`<div class="empty" role="status">
          <span>${count}条问题都被筛选隐藏了。</span>
          <span><button type="button" @click=${() => (this.without = new Set())}>全部显示</button></span>
        </div>`;
  }

  #placeOf({ file, label, span }: Finding): string {
    const text = this.studio.texts.get().get(file)?.text ?? "";
    const line = text === "" ? null : lineOf(text, span.start);
    const where = label ?? (line === null ? "" : `第${line}行`);
    return file === this.studio.current.get() ? where : `${file.split("/").at(-1)!} ${where}`;
  }

  async #jump(finding: Finding): Promise<void> {
    await this.studio.show(finding.file);
    this.studio.reveal(finding.span, true);
  }

  #toggle(severity: Severity): void {
    const hidden = new Set(this.without);
    if (!hidden.delete(severity)) hidden.add(severity);
    this.without = hidden;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const messages = this.renderRoot.querySelectorAll<HTMLElement>(".message");
    const last = messages.length - 1;
    const to = {
      ArrowDown: Math.min(last, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.active = to;
    messages[to]?.focus();
  };
}

const lineOf = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-problems": Problems;
  }
}
