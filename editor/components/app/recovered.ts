import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";

/** Tells that unsaved texts were given back after the page had ended, and lets them be given up. */
@customElement("tw-recovered")
export class Recovered extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      .bar {
        background: var(--warn-soft);
        border-left: 4px solid var(--warn);
        color: var(--ink);
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { studio } = this;
    const paths = studio.shell.recovered.get();
    if (paths.length === 0) return nothing;
    const names = paths.map((path) => `“${path}”`).join("、");
    return html`<div class="bar" role="status">
      <tw-icon name="info"></tw-icon>
      <span class="grow" title=${names}>上次未保存的修改已恢复：${names}。</span>
      <button type="button" @click=${() => void this.#look(paths[0]!)}>查看</button>
      <button type="button" @click=${() => void this.#giveUp(paths)}>放弃</button>
      <button
        class="quiet"
        type="button"
        aria-label="关闭提示"
        @click=${() => studio.shell.recovered.set([])}
      >
        <tw-icon name="close"></tw-icon>
      </button>
    </div>`;
  }

  async #look(path: string): Promise<void> {
    this.studio.mode.set("write");
    this.studio.shell.recovered.set([]);
    await this.studio.documents.open(path);
  }

  async #giveUp(paths: readonly string[]): Promise<void> {
    const { studio } = this;
    const texts = paths.flatMap((path) => studio.texts.get().get(path) ?? []);
    studio.shell.recovered.set([]);
    for (const path of paths) await studio.documents.takeStored(path);
    studio.notify("info", "已放弃恢复的修改，改用保存过的文字。", {
      title: "撤销放弃",
      run: () => {
        for (const { path, text } of texts) studio.documents.edit(path, text);
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-recovered": Recovered;
  }
}
