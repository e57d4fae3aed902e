import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { commandOf, runCommand } from "../../commands/commands.ts";
import { placeLabel } from "../../state/outline-place.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";

const STORE_WORDS = { server: "保存到文件夹", folder: "保存到文件夹", browser: "保存在浏览器内" } as const;

/** The panes around the text, and what folds them. */
const PANES = [
  { command: "fold-outline", folded: "outlineFolded", icon: "layout", words: "目录" },
  { command: "fold-lower", folded: "lowerFolded", icon: "layout-bottom", words: "下方窗格" },
  { command: "fold-side", folded: "sideFolded", icon: "layout-right", words: "右侧窗格" },
] as const;

/** The line below everything: problems, coverage, place, and where the work is kept. */
@customElement("tw-status")
export class Status extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--line);
        background: var(--surface);
        font-size: var(--text-small);
      }
      footer {
        display: flex;
        align-items: center;
        height: 24px;
        overflow: hidden;
        white-space: nowrap;
      }
      button {
        min-height: 24px;
        border: 0;
        border-radius: 0;
        background: transparent;
        font-size: var(--text-small);
      }
      .part {
        padding: 0 var(--space-2);
      }
      .place {
        overflow: hidden;
        text-overflow: ellipsis;
        font-family: var(--font-document);
      }
      .toggle {
        width: 28px;
        padding: 0;
      }
      .store {
        max-width: 45%;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      tw-icon {
        width: 14px;
        height: 14px;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { studio } = this;
    const details = studio.details.get();
    return html`<footer aria-label="状态">
      ${this.#problems()}
      ${
        details === null
          ? nothing
          : html`<button
              type="button"
              aria-pressed=${studio.shell.untreatedOnly.get() ? "true" : "false"}
              title="在目录中只看未处理的条款"
              @click=${() => {
                studio.shell.untreatedOnly.set(!studio.shell.untreatedOnly.get());
                studio.shell.arrange({ outlineFolded: false });
              }}
            >
              <tw-icon name="check"></tw-icon>已处理
              ${details.coverage.treated}/${details.coverage.provisions}
            </button>`
      }
      <span class="part place grow"
        >${details === null ? "" : placeLabel(details.outline, studio.place.get().offset)}</span
      >
      <span class="part soft" role="status">${studio.shell.isBusy.get() ? "正在分析…" : ""}</span>
      <span class="part soft store" title=${studio.workspaceName.get()}>${this.#store()}</span>
      ${studio.shell.isNarrow.get() ? nothing : PANES.map((pane) => this.#toggle(pane))}
    </footer>`;
  }

  #toggle({ command, folded, icon, words }: (typeof PANES)[number]): unknown {
    const isShown = !this.studio.shell.layout.get()[folded];
    return html`<button
      type="button"
      class="toggle"
      aria-pressed=${isShown ? "true" : "false"}
      aria-label=${words}
      title=${`${isShown ? "收起" : "显示"}${words}（${commandOf(command)?.keys?.[0] ?? ""}）`}
      @click=${() => void runCommand(this.studio, command)}
    >
      <tw-icon name=${icon}></tw-icon>
    </button>`;
  }

  #store(): string {
    const { studio } = this;
    if (!studio.isReady.get()) return "正在打开…";
    const words = STORE_WORDS[studio.documents.store.kind];
    return studio.shell.isNarrow.get() ? words : `${studio.workspaceName.get()} · ${words}`;
  }

  #problems(): unknown {
    const findings = this.studio.findings.get();
    if (findings === null)
      return html`<span class="part soft">${this.studio.isReady.get() ? "" : "　"}</span>`;
    const count = (severity: string): number =>
      findings.findings.filter((finding) => finding.severity === severity).length;
    const errors = count("error");
    const warnings = count("warning");
    return html`<button type="button" title="查看问题" @click=${() => this.studio.showLower("problems")}>
      <tw-icon class=${errors > 0 ? "bad" : "soft"} name="error"></tw-icon>错误 ${errors}
      <tw-icon class=${warnings > 0 ? "warn" : "soft"} name="warning"></tw-icon>警告 ${warnings}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-status": Status;
  }
}
