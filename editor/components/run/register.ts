import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { ColumnMapping, LoadedRegister } from "../../worker/worker-api.ts";
import "../icon/icon.ts";
import { chooseDataFiles } from "./choose-files.ts";
import { inGroups } from "./figures.ts";
import "./mapping.ts";

/** 登记数据: where they are opened, how their columns are read, and what was found in them. */
@customElement("tw-register")
export class Register extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        overflow: auto;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2);
      }
      .sheet {
        padding: var(--space-2) var(--space-3) var(--space-3);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      .head .grow {
        flex: 1 1 100%;
      }
      ul {
        margin: 0 0 var(--space-2);
        padding-inline-start: var(--space-4);
      }
      .empty p {
        margin: 0;
        max-width: 46em;
      }
      .empty strong {
        font-size: var(--text-large);
        font-weight: 600;
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { run } = this.studio;
    const preview = run.preview.get();
    if (preview === null) return this.#empty();
    const register = run.register.get();
    if (register !== null && run.page.get() === "results") return this.#ready(register);
    return html`<div class="sheet">
      <div class="head">
        <span class="grow"
          >${
            register === null
              ? "请核对各列对应的字段。把握低的，请看样例后改正；不需要的列选“不读取”。"
              : `已读取${recordsInWords(register)}。`
          }</span
        >
        <button class="primary" @click=${() => run.intake.confirm(run.mappings.get())}>
          ${register === null ? "确认并读取" : "按下面的对应关系重新读取"}
        </button>
        <button @click=${this.#open}>
          <tw-icon name="folder"></tw-icon>${run.source.get() === "own" ? "再打开文件" : "打开其他文件"}
        </button>
        <button @click=${() => run.intake.discard()}>不用这些数据</button>
      </div>
      ${
        register === null || register.notes.length === 0
          ? nothing
          : html`<h2>读取时发现</h2>
              <ul>
                ${register.notes.slice(0, 50).map((note) => html`<li>${note}</li>`)}
                ${register.notes.length > 50 ? html`<li>另有${register.notes.length - 50}条说明没有列出。</li>` : nothing}
              </ul>`
      }
      <tw-mapping
        .preview=${preview}
        .mappings=${run.mappings.get()}
        @changed=${(event: CustomEvent<readonly ColumnMapping[]>) => run.mappings.set(event.detail)}
      ></tw-mapping>
    </div>`;
  }

  #empty(): unknown {
    const { run } = this.studio;
    return html`<div class="empty">
      <strong>核对登记数据</strong>
      <p>
        打开机构、地区等的登记表，每类一个文件，首行是字段名称。可以是 CSV、Excel 或者
        JSON，也可以把文件拖到这里。数据只在本机处理。
      </p>
      <div class="buttons">
        <button class=${run.intake.hasBundled ? "" : "primary"} @click=${this.#open}>
          <tw-icon name="folder"></tw-icon>打开登记数据
        </button>
        ${
          run.intake.hasBundled
            ? html`<button class="primary" @click=${() => run.intake.openBundled()}>
                <tw-icon name="database"></tw-icon>使用随附数据
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #ready(register: LoadedRegister): unknown {
    const { run } = this.studio;
    return html`<div class="empty">
      <strong>登记数据已读取</strong>
      <p>${recordsInWords(register)}。${register.synthetic ? "这些是合成数据，不是真实情况。" : ""}</p>
      <div class="buttons">
        <button class="primary" @click=${() => run.runRules()}><tw-icon name="play"></tw-icon>核对</button>
        <button @click=${() => run.page.set("register")}>查看各列的对应关系</button>
      </div>
    </div>`;
  }

  readonly #open = async (): Promise<void> => {
    await this.studio.run.intake.openFiles(await chooseDataFiles());
  };
}

const recordsInWords = ({ records }: LoadedRegister): string =>
  records.length === 0
    ? "0条记录"
    : records.map(({ object, count }) => `${object}${inGroups(count)}条`).join("、");

declare global {
  interface HTMLElementTagNameMap {
    "tw-register": Register;
  }
}
