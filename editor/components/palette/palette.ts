import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { asksForProvision, findCommands, findProvisions, fit } from "../../commands/search.ts";
import { COMMANDS, isEnabled, runCommand } from "../../commands/commands.ts";
import { policyName, shortName } from "../../state/policy-name.ts";
import type { Studio } from "../../state/studio.ts";
import { dialogFrame } from "../../style/dialog-frame.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";

/** More than one reads. */
const MOST = 80;

interface Row {
  readonly icon: IconName;
  readonly title: string;
  readonly aside: string;
  readonly run: () => void;
}

/** Finds commands, provisions and files by a few letters. */
@customElement("tw-palette")
export class Palette extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    dialogFrame,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
        max-height: min(440px, calc(100vh - 60px));
        margin: 40px auto auto;
        padding: 0;
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: transparent;
      }
      input {
        flex: none;
        margin: var(--space-2);
        min-height: 32px;
        font-size: var(--text-large);
      }
      [role="listbox"] {
        flex: 1 1 auto;
        min-height: 0;
        overflow: auto;
        margin: 0;
        padding: 0 var(--space-1) var(--space-1);
      }
      [role="option"] {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--row);
        padding: 0 var(--space-2);
        border-radius: var(--radius);
        cursor: pointer;
      }
      [role="option"][aria-selected="true"] {
        background: var(--accent-soft);
        outline: 1px solid var(--accent);
        outline-offset: -1px;
      }
      .title {
        flex: 1 1 auto;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .aside {
        flex: 0 1 auto;
        max-width: 45%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      p {
        flex: none;
        margin: 0;
        padding: var(--space-1) var(--space-3) var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private words = "";
  @state() private active = 0;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input") private readonly input!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.words = this.studio.shell.palette.get() ?? "";
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.input.focus();
    this.input.setSelectionRange(this.words.length, this.words.length);
  }

  protected override render(): unknown {
    const rows = this.#rows();
    const active = Math.min(this.active, rows.length - 1);
    return html`<dialog
      aria-label="查找命令"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#close();
      }}
      @close=${() => {
        // Comes late: by then a key may have opened the next palette.
        if (this.isConnected) this.#close();
      }}
      @click=${(event: Event) => {
        if (event.target === this.dialog) this.#close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label="查找命令、条款或者文件"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant=${rows.length === 0 ? nothing : `found-${active}`}
        placeholder="命令、拼音首字母，或者第几条"
        spellcheck="false"
        autocomplete="off"
        .value=${this.words}
        @input=${() => {
          this.words = this.input.value;
          this.active = 0;
        }}
        @keydown=${(event: KeyboardEvent) => this.#press(event, rows, active)}
      />
      <div role="listbox" id="found" aria-label="找到的内容">
        ${rows.map((row, at) => this.#row(row, at, at === active))}
      </div>
      <p role="status">
        ${rows.length > 0 ? "↑↓ 选择　Enter 执行　Esc 关闭　@ 或者数字转到条款" : notFound(this.words)}
      </p>
    </dialog>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #row({ icon, title, aside, run }: Row, at: number, isActive: boolean): unknown {
    return html`<div
      role="option"
      id="found-${at}"
      aria-selected=${isActive ? "true" : "false"}
      @click=${() => this.#do(run)}
      @pointermove=${() => {
        if (this.active !== at) this.active = at;
      }}
    >
      <tw-icon name=${icon}></tw-icon><span class="title">${title}</span><span class="aside">${aside}</span>
    </div>`;
  }

  #rows(): readonly Row[] {
    const { studio, words } = this;
    const provisions = asksForProvision(words) ? this.#provisions() : [];
    if (words.trim().startsWith("@")) return provisions;
    const commands = findCommands(
      COMMANDS.filter((command) => command.id !== "palette" && isEnabled(command, studio)),
      words,
      studio.shell.recentCommands.get(),
    ).map(({ id, title, group, keys, editorKeys }): Row => ({
      icon: "play",
      title,
      aside: keys?.[0] ?? editorKeys ?? group,
      run: () => void runCommand(studio, id),
    }));
    return [...provisions, ...commands, ...this.#files()].slice(0, MOST);
  }

  #provisions(): readonly Row[] {
    const { studio } = this;
    return findProvisions(studio.details.get()?.outline ?? [], this.words, MOST).map(({ node, label }) => ({
      icon: node.kind === "block" ? "symbol" : "law",
      title: `转到${label}`,
      aside: node.words,
      run: () => studio.reveal(node.span, true),
    }));
  }

  #files(): readonly Row[] {
    const { studio, words } = this;
    if (words.trim() === "") return [];
    return [...studio.texts.get().values()].flatMap(({ path, text }): readonly Row[] => {
      const name = policyName(text);
      const title = shortName(path, name);
      if (fit(words, title, "", [path, name.name ?? ""]) === null) return [];
      return [
        { icon: "file", title: `打开${title}`, aside: path, run: () => void studio.documents.open(path) },
      ];
    });
  }

  #press(event: KeyboardEvent, rows: readonly Row[], active: number): void {
    if (event.isComposing || event.keyCode === 229) return;
    const page = 8;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1 >= rows.length ? 0 : active + 1,
      ArrowUp: active <= 0 ? rows.length - 1 : active - 1,
      PageDown: Math.min(rows.length - 1, active + page),
      PageUp: Math.max(0, active - page),
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.active = to;
    } else if (event.key === "Enter") {
      event.preventDefault();
      const row = rows[active];
      if (row !== undefined) this.#do(row.run);
    }
  }

  /** Closed first, so that the keyboard is back where it was before the command moves it. */
  #do(run: () => void): void {
    this.#close();
    run();
  }

  #close(): void {
    this.dialog.close();
    this.studio.shell.palette.set(null);
  }
}

const notFound = (words: string): string =>
  asksForProvision(words)
    ? "没有找到这个条款或者规则。请写条款，例如 16 或者 第十六条；也可以在 @ 之后写规则名称或者条文中的几个字。"
    : "没有找到。可以换几个字，或者只输入拼音首字母；要转到条款，请写 16 或者 第十六条。";

declare global {
  interface HTMLElementTagNameMap {
    "tw-palette": Palette;
  }
}
