import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { folderName, guessedTitle } from "../../state/file-names.ts";
import type { Studio } from "../../state/studio.ts";
import type { Draft } from "../../state/shell-state.ts";
import { draftFrom, newPolicy } from "../../state/workspace-files.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import "./dialog.ts";
import type { Dialog } from "./dialog.ts";

/** A new policy from an official text that is pasted or chosen. */
@customElement("tw-new-policy")
export class NewPolicy extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      tw-dialog {
        --dialog-width: 640px;
      }
      .form {
        display: grid;
        gap: var(--space-3);
      }
      label {
        display: grid;
        gap: var(--space-1);
      }
      textarea {
        width: 100%;
        height: min(220px, 32vh);
        font-family: var(--font-document);
      }
      .names {
        display: grid;
        grid-template-columns: 2fr 1fr;
        gap: var(--space-3);
      }
      p {
        margin: 0;
      }
      .losses {
        padding: var(--space-2) var(--space-3);
        border-left: 4px solid var(--warn);
        background: var(--warn-soft);
      }
      .losses p {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .losses ul {
        margin: 0;
        padding-inline-start: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @state() private text = "";
  /** Null while it follows the text. */
  @state() private folder: string | null = null;
  @state() private version = String(new Date().getFullYear());
  @state() private isWorking = false;
  @query("tw-dialog") private readonly dialog!: Dialog;

  #draft: Draft | null = null;

  protected override willUpdate(): void {
    const draft = this.studio.shell.draft.get();
    if (draft === null || draft === this.#draft) return;
    this.#draft = draft;
    this.text = draft.text;
    this.folder = folderName(guessedTitle(draft.text)) === "" ? draft.name : null;
  }

  protected override render(): unknown {
    const folder = this.folder ?? folderName(guessedTitle(this.text));
    const isEmpty = this.text.trim() === "";
    return html`<tw-dialog heading="新建政策" @closed=${() => this.studio.shell.dialog.set(null)}>
      <div class="form">
        <label
          >公文全文
          <textarea
            autofocus
            placeholder="把公文的全部文字粘贴到这里，正文会原样保留"
            .value=${this.text}
            @input=${(event: Event) => {
              if (event.target instanceof HTMLTextAreaElement) this.text = event.target.value;
            }}
          ></textarea>
        </label>
        <div>
          <button type="button" @click=${this.#choose}>从文件读入（.docx、.txt、.md）</button>
        </div>
        ${this.#losses()}
        <div class="names">
          <label
            >文件夹名称
            <input
              .value=${folder}
              @input=${(event: Event) => {
                if (event.target instanceof HTMLInputElement) this.folder = event.target.value;
              }}
            />
          </label>
          <label
            >版本
            <input
              .value=${this.version}
              @input=${(event: Event) => {
                if (event.target instanceof HTMLInputElement) this.version = event.target.value;
              }}
            />
          </label>
        </div>
        <p class="soft">
          ${
            isEmpty
              ? "先粘贴公文，或者读入 Word 文件、文本文件。.doc、.wps 文件请另存为 .docx。"
              : html`将新建“${folder}/${this.version}.tiaowen”，原文另存一份供核对。`
          }
        </p>
      </div>
      <button slot="actions" type="button" @click=${() => this.dialog.close()}>取消</button>
      <button
        slot="actions"
        class="primary"
        type="button"
        ?disabled=${isEmpty || folder === "" || this.version === "" || this.isWorking}
        @click=${() => void this.#make(folder)}
      >
        ${this.isWorking ? "正在新建…" : "新建"}
      </button>
    </tw-dialog>`;
  }

  /** What of the file that was read is missing here, to be looked at before the policy is made. */
  #losses(): unknown {
    const losses = this.#draft?.losses ?? [];
    return losses.length === 0
      ? nothing
      : html`<div class="losses" role="status">
          <p><tw-icon class="warn" name="warning"></tw-icon>请先对照原件核对“${this.#draft?.name}”：</p>
          <ul>
            ${losses.map((loss) => html`<li>${loss}</li>`)}
          </ul>
        </div>`;
  }

  readonly #choose = (): void => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".docx,.txt,.md" });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file === undefined) return;
      void draftFrom(this.studio, file);
    });
    input.click();
  };

  async #make(folder: string): Promise<void> {
    this.isWorking = true;
    const done = await newPolicy(this.studio, this.text.replaceAll(/\r\n?/g, "\n"), folder, this.version);
    this.isWorking = false;
    if (!done) return;
    this.dialog.close();
    this.studio.mode.set("write");
    this.studio.notify("good", "已新建政策。接下来在各条之后写规则；不必写规则的，用【说明】注明。");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-new-policy": NewPolicy;
  }
}
