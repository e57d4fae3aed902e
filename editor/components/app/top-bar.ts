import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { runCommand } from "../../commands/commands.ts";
import { policyName, shortName } from "../../state/policy-name.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import "../menu/menu.ts";
import { FILE_MENU, HELP_MENU, VIEW_MENU, WORK_MENU } from "./menus.ts";

/** Name, policy, stage, day and what is asked for most often. */
@customElement("tw-top-bar")
export class TopBar extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }
      .bar {
        flex-wrap: nowrap;
      }
      .name {
        flex: none;
        margin: 0;
        font: 600 var(--text-large) / 1.5 var(--font-document);
        letter-spacing: 0.1em;
      }
      .policy {
        flex: 0 1 320px;
        min-width: 90px;
        text-overflow: ellipsis;
      }
      .tags {
        display: flex;
        flex: none;
        gap: var(--space-1);
      }
      .modes {
        display: flex;
        flex: none;
      }
      .modes button:first-child {
        border-radius: var(--radius) 0 0 var(--radius);
      }
      .modes button:last-child {
        margin-left: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }
      label {
        display: flex;
        flex: none;
        align-items: center;
        gap: var(--space-1);
      }
      .state {
        min-width: 4em;
        flex: none;
      }
      input[type="date"] {
        width: 128px;
      }
      /* Nothing that is pressed goes out of sight; words go where a picture says the same. */
      @media (max-width: 1100px) {
        .wide .name,
        .wide .stage,
        .wide .modes tw-icon,
        .wide .find {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    return this.studio.shell.isNarrow.get() ? this.#narrow() : this.#wide();
  }

  #wide(): unknown {
    return html`<header class="bar wide">
      <h1 class="name">条文</h1>
      ${this.#menus()} ${this.#switcher()} ${this.#tags()}
      <span class="grow"></span>
      ${this.#modes()} ${this.#day()} ${this.#save(true)} ${this.#find(true)}
    </header>`;
  }

  /** Two rows: what is used in the first; in the second, the way between the parts stands, which the window draws. */
  #narrow(): unknown {
    return html`<header class="bar">
      <h1 class="visually-hidden">条文</h1>
      <tw-menu
        icon="menu"
        label="菜单"
        .studio=${this.studio}
        .entries=${[...FILE_MENU, "-", ...VIEW_MENU, "-", ...WORK_MENU, "-", ...HELP_MENU]}
      ></tw-menu>
      ${this.#switcher()} ${this.#tags()}
      <span class="grow"></span>
      ${this.#day()} ${this.#save(false)} ${this.#find(false)}
    </header>`;
  }

  #menus(): unknown {
    const { shell } = this.studio;
    const theme = `theme-${shell.themeChoice.get()}`;
    return html`
      <tw-menu label="文件" .studio=${this.studio} .entries=${FILE_MENU}></tw-menu>
      <tw-menu label="查看" .studio=${this.studio} .entries=${VIEW_MENU} .checked=${[theme]}></tw-menu>
      <tw-menu label="核对" .studio=${this.studio} .entries=${WORK_MENU}></tw-menu>
      <tw-menu label="帮助" .studio=${this.studio} .entries=${HELP_MENU}></tw-menu>
    `;
  }

  #switcher(): unknown {
    const { studio } = this;
    const current = studio.current.get();
    const files = [...studio.texts.get().values()]
      .filter(({ path }) => path.endsWith(".tiaowen"))
      .sort((left, right) => (left.path < right.path ? -1 : 1))
      .map(({ path, text, isDirty }) => ({ path, name: policyName(text), isDirty }));
    const option = ({ path, name, isDirty }: (typeof files)[number]): unknown =>
      html`<option value=${path} ?selected=${path === current} title=${path}>
        ${shortName(path, name)}${isDirty ? "（未保存）" : ""}
      </option>`;
    const policies = files.filter(({ name }) => !name.isVocabulary);
    const vocabularies = files.filter(({ name }) => name.isVocabulary);
    return html`<select
      class="policy"
      aria-label="打开的文件"
      title=${files.find(({ path }) => path === current)?.name.name ?? current ?? ""}
      ?disabled=${files.length === 0}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) void studio.documents.open(event.target.value);
      }}
    >
      ${files.length === 0 ? html`<option>没有打开的文件</option>` : nothing}
      ${policies.length === 0 ? nothing : html`<optgroup label="政策">${policies.map(option)}</optgroup>`}
      ${
        vocabularies.length === 0
          ? nothing
          : html`<optgroup label="词汇">${vocabularies.map(option)}</optgroup>`
      }
    </select>`;
  }

  #tags(): unknown {
    const policy = this.studio.details.get()?.policy ?? null;
    const isSynthetic = this.studio.run.register.get()?.synthetic === true;
    return html`<span class="tags">
      ${
        policy?.stage === null || policy?.stage === undefined || this.studio.shell.isNarrow.get()
          ? nothing
          : html`<span class="tag soft stage" title="文件所处阶段">${policy.stage}</span>`
      }
      ${
        policy?.trial === true
          ? html`<span class="tag warn" title="文件尚未正式施行，全部结果按试算处理">试算</span>`
          : nothing
      }
      ${
        isSynthetic
          ? html`<span class="tag warn" title="登记数据是为演示合成的，不是真实机构">合成数据</span>`
          : nothing
      }
    </span>`;
  }

  #modes(): unknown {
    const mode = this.studio.mode.get();
    return html`<div class="modes" role="group" aria-label="工作方式">
      <button
        type="button"
        aria-pressed=${mode === "write" ? "true" : "false"}
        @click=${() => this.studio.mode.set("write")}
      >
        <tw-icon name="edit"></tw-icon>编写
      </button>
      <button
        type="button"
        aria-pressed=${mode === "compare" ? "true" : "false"}
        @click=${() => this.studio.mode.set("compare")}
      >
        <tw-icon name="diff"></tw-icon>比较
      </button>
    </div>`;
  }

  #day(): unknown {
    return html`<label title="按这一天施行的规则和参数核对"
      ><span class="soft">基准日</span
      ><input
        type="date"
        required
        .value=${this.studio.day.get()}
        @change=${(event: Event) => {
          const input = event.target;
          if (!(input instanceof HTMLInputElement)) return;
          if (input.value === "") input.value = this.studio.day.get();
          else this.studio.day.set(input.value);
        }}
    /></label>`;
  }

  #save(withWords: boolean): unknown {
    const { studio } = this;
    const text = studio.currentText;
    const isChanged = text !== null && studio.changedOnDisk.get().has(text.path);
    const isDirty = text?.isDirty === true;
    const words = isChanged ? "磁盘上的文件已改变" : isDirty ? "未保存" : "已保存";
    return html`<button
        type="button"
        title=${`保存（Ctrl+S）　${words}`}
        ?disabled=${text === null || (!isDirty && !isChanged)}
        @click=${() => void runCommand(studio, "save")}
      >
        <tw-icon name="save"></tw-icon>${
          withWords
            ? "保存"
            : html`<span aria-hidden="true">${isDirty || isChanged ? "未存" : "已存"}</span
                ><span class="visually-hidden">保存，${words}</span>`
        }
      </button>
      ${
        withWords && text !== null
          ? html`<span class="state ${isChanged ? "bad" : isDirty ? "warn" : "soft"}" role="status"
              >${words}</span
            >`
          : nothing
      }`;
  }

  #find(withWords: boolean): unknown {
    return html`<button
      type="button"
      aria-label="查找命令"
      title="查找命令（Ctrl+K）"
      @click=${() => void runCommand(this.studio, "palette")}
    >
      <tw-icon name="search"></tw-icon>${withWords ? html`<span class="find">查找命令</span>` : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-top-bar": TopBar;
  }
}
