import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { freePath } from "../../state/file-names.ts";
import type { Studio } from "../../state/studio.ts";
import { decodeText } from "../../state/text-codec.ts";
import { StoreFailure } from "../../storage/store.ts";
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
  #looked = 0;

  protected override render(): unknown {
    const { studio } = this;
    const paths = studio.shell.recovered.get();
    if (paths.length === 0) return nothing;
    const names = paths.map((path) => `“${path}”`).join("、");
    return html`<div class="bar" role="status">
      <tw-icon name="info"></tw-icon>
      <span class="grow" title=${names}>上次未保存的修改已恢复：${names}。</span>
      <button type="button" @click=${() => void this.#look(paths)}>查看</button>
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

  /** The saved text beside the recovered one; with several files each press shows the next. */
  async #look(paths: readonly string[]): Promise<void> {
    const { studio } = this;
    const path = paths[this.#looked % paths.length]!;
    this.#looked += 1;
    await studio.show(path);
    const saved = await savedText(studio, path);
    if (saved === null) {
      studio.mode.set("write");
      return;
    }
    const taken = new Set(studio.paths.get());
    const beside = freePath(path.replace(/\.tiaowen$/, "（已保存的）.tiaowen"), taken);
    await studio.documents.hold(beside, saved, "");
    studio.comparison.left.set(beside);
    studio.comparison.right.set(path);
    studio.mode.set("compare");
    void studio.comparison.compare();
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

/** Null where the file was never saved, or is gone. */
const savedText = async (studio: Studio, path: string): Promise<string | null> => {
  try {
    return decodeText((await studio.documents.store.read(path)).bytes);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return null;
  }
};

declare global {
  interface HTMLElementTagNameMap {
    "tw-recovered": Recovered;
  }
}
