import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { freePath } from "../../state/file-names.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "./dialog.ts";
import type { Dialog } from "./dialog.ts";

/** Two people have changed one file: whose text is to stay is asked, and neither is lost. */
@customElement("tw-changed-on-disk")
export class ChangedOnDisk extends LitElement {
  static override readonly styles = [
    shared,
    css`
      p {
        margin: 0 0 var(--space-2);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--space-1) var(--space-3);
        margin: 0;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      tw-dialog {
        --dialog-width: 560px;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property({ attribute: false }) path = "";
  @query("tw-dialog") private readonly dialog!: Dialog;

  protected override render(): unknown {
    const other = this.studio.documents.others.get(this.path);
    const isGone = other?.text === null;
    return html`<tw-dialog heading="磁盘上的文件已改变" @closed=${() => this.studio.shell.dialog.set(null)}>
      ${
        isGone
          ? html`<p>“${this.path}”在磁盘上已被删除或者改名，这里的文字还在。要重新保存这个文件吗？</p>`
          : html`<p>“${this.path}”打开以后在别处改过，这里也有未保存的修改。请选择怎样处理：</p>
              <dl>
                <dt>用磁盘上的</dt>
                <dd>读入磁盘上的文字；这里的修改可以用撤销找回。</dd>
                <dt>保留我的</dt>
                <dd>用这里的文字覆盖磁盘上的文件。</dd>
                <dt>比较后再定</dt>
                <dd>把两份文字并排比较，暂不改动任何文件。</dd>
              </dl>`
      }
      <button slot="actions" type="button" autofocus @click=${() => this.dialog.close()}>以后再说</button>
      ${
        isGone
          ? nothing
          : html`<button slot="actions" type="button" @click=${() => void this.#compare()}>比较后再定</button>
              <button slot="actions" type="button" @click=${() => void this.#take()}>用磁盘上的</button>`
      }
      <button slot="actions" class="primary" type="button" @click=${() => void this.#keep()}>
        ${isGone ? "重新保存" : "保留我的（覆盖）"}
      </button>
    </tw-dialog>`;
  }

  async #keep(): Promise<void> {
    this.dialog.close();
    const answer = await this.studio.documents.save(this.path, true);
    if (answer === "saved") this.studio.notify("good", `“${this.path}”已保存。`);
  }

  async #take(): Promise<void> {
    const { studio, path } = this;
    this.dialog.close();
    // What was typed while the file was read is not lost either.
    const mine = await studio.documents.takeStored(path);
    if (mine === null) return;
    studio.notify("info", `“${path}”已换成磁盘上的文字。`, {
      title: "换回我的",
      run: () => studio.documents.edit(path, mine),
    });
  }

  async #compare(): Promise<void> {
    const { studio, path } = this;
    const other = studio.documents.others.get(path);
    if (other === undefined || other.text === null) return;
    this.dialog.close();
    const beside = freePath(path.replace(/\.tiaowen$/, "（磁盘上的）.tiaowen"), new Set(studio.paths.get()));
    await studio.documents.hold(beside, other.text, "");
    studio.comparison.left.set(beside);
    studio.comparison.right.set(path);
    studio.mode.set("compare");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-changed-on-disk": ChangedOnDisk;
  }
}
