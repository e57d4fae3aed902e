import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Layout, NarrowView } from "../../state/settings-model.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../outline/outline.ts";
import "../split/split.ts";
import "../start/start.ts";
import "../status/status.ts";
import "../tabs/tabs.ts";
import "../toast/toast.ts";
import { appStyle } from "./app-style.ts";
import { loadPart, tellMissing } from "./panels.ts";
import "./pane.ts";
import "./recovered.ts";
import "./top-bar.ts";

const NARROW_TABS: readonly { readonly id: NarrowView; readonly title: string }[] = [
  { id: "outline", title: "目录" },
  { id: "text", title: "条文" },
  { id: "lower", title: "核对" },
  { id: "side", title: "解释" },
];

/** The window: bar, outline, editor, lower and right pane. */
@customElement("tw-app")
export class App extends SignalWatcher(LitElement) {
  static override readonly styles = [shared, appStyle];

  @property({ attribute: false }) studio!: Studio;
  /** Parts that were asked for and are there. */
  readonly #there = new Set<string>();

  protected override render(): unknown {
    const { studio } = this;
    const mode = studio.mode.get();
    if (mode === "compare") this.#has("diff/diff");
    const hasComparison = this.#has("compare/compare", mode === "compare");
    const hasHelp = this.#has("help/help", mode === "help");
    return html`
      <tw-top-bar data-tour="bar" .studio=${studio}></tw-top-bar>
      <tw-recovered .studio=${studio}></tw-recovered>
      ${studio.shell.isNarrow.get() ? this.#narrowTabs() : nothing}
      <main class="place" aria-label="编写" ?hidden=${mode !== "write"}>${this.#writing()}</main>
      ${
        hasComparison
          ? html`<main class="place" aria-label="比较" ?hidden=${mode !== "compare"}>
              <tw-compare .studio=${studio}><slot name="diff" slot="diff"></slot></tw-compare>
            </main>`
          : nothing
      }
      ${
        hasHelp
          ? html`<main class="place" aria-label="帮助" ?hidden=${mode !== "help"}>
              <tw-help .studio=${studio}></tw-help>
            </main>`
          : nothing
      }
      <tw-status .studio=${studio}></tw-status>
      <tw-toast .studio=${studio}></tw-toast>
      ${this.#floating()}
    `;
  }

  #writing(): unknown {
    const { studio } = this;
    const layout = studio.shell.layout.get();
    const narrow = studio.shell.isNarrow.get() ? studio.shell.narrowView.get() : null;
    return html`<tw-split
      label="目录宽度"
      .size=${layout.outlineWidth}
      .least=${150}
      .rest=${360}
      .folded=${layout.outlineFolded}
      .only=${narrow === null ? null : narrow === "outline" ? "start" : "end"}
      @resized=${this.#keep("outlineWidth")}
      @folded=${() => studio.shell.arrange({ outlineFolded: true })}
    >
      <nav slot="start" aria-label="目录" data-tour="outline">
        <tw-outline .studio=${studio}></tw-outline>
      </nav>
      <tw-split
        slot="end"
        side="end"
        label="右侧窗格宽度"
        .size=${layout.sideWidth}
        .least=${220}
        .rest=${320}
        .folded=${layout.sideFolded}
        .only=${narrow === null ? null : narrow === "side" ? "end" : "start"}
        @resized=${this.#keep("sideWidth")}
        @folded=${() => studio.shell.arrange({ sideFolded: true })}
      >
        <tw-split
          slot="start"
          direction="column"
          floats
          side="end"
          label="下方窗格高度"
          .size=${layout.lowerHeight}
          .least=${100}
          .rest=${140}
          .folded=${layout.lowerFolded}
          .only=${narrow === null ? null : narrow === "lower" ? "end" : "start"}
          @resized=${this.#keep("lowerHeight")}
          @folded=${() => studio.shell.arrange({ lowerFolded: true })}
        >
          <section slot="start" class="text" aria-label="条文" data-tour="editor">
            ${
              studio.isReady.get() && studio.current.get() === null
                ? html`<tw-start .studio=${studio}></tw-start>`
                : nothing
            }
            <slot name="editor" ?hidden=${studio.current.get() === null}></slot>
          </section>
          <tw-pane
            slot="end"
            which="lower"
            role="region"
            aria-label="下方窗格"
            data-tour="lower"
            .studio=${studio}
          ></tw-pane>
        </tw-split>
        <tw-pane
          slot="end"
          which="side"
          role="region"
          aria-label="右侧窗格"
          data-tour="side"
          .studio=${studio}
        ></tw-pane>
      </tw-split>
    </tw-split>`;
  }

  #narrowTabs(): unknown {
    const { shell, mode } = this.studio;
    return html`<nav class="narrow-tabs" aria-label="窗格" data-tour="tabs">
      <tw-tabs
        label="窗格"
        .tabs=${NARROW_TABS}
        .selected=${mode.get() === "write" ? shell.narrowView.get() : ""}
        @choose=${(event: CustomEvent<NarrowView>) => {
          mode.set("write");
          shell.narrowView.set(event.detail);
        }}
      ></tw-tabs>
    </nav>`;
  }

  /** What floats above the page is fetched when it is first asked for, the palette behind the editor. */
  #floating(): unknown {
    const { studio } = this;
    const { palette, dialog, tourStep } = studio.shell;
    // What is typed right behind the key that opens it must not go elsewhere while it is fetched.
    const hasPalette = this.#has("palette/palette", palette.get() !== null || studio.editor.get() !== null);
    return html`
      ${palette.get() !== null && hasPalette ? html`<tw-palette .studio=${studio}></tw-palette>` : nothing}
      ${
        dialog.get() !== null && this.#has("dialog/dialogs")
          ? html`<tw-dialogs .studio=${studio}></tw-dialogs>`
          : nothing
      }
      ${
        tourStep.get() !== null && this.#has("tour/tour")
          ? html`<tw-tour .studio=${studio} .root=${this.renderRoot}></tw-tour>`
          : nothing
      }
    `;
  }

  /** Whether the part is there; where it is wanted and is not, it is fetched. */
  #has(part: string, isWanted = true): boolean {
    if (isWanted && !this.#there.has(part)) void this.#fetch(part);
    return this.#there.has(part);
  }

  async #fetch(part: string): Promise<void> {
    try {
      await loadPart(part);
      this.#there.add(part);
      this.requestUpdate();
    } catch {
      tellMissing(this.studio);
    }
  }

  #keep(which: "outlineWidth" | "lowerHeight" | "sideWidth"): (event: CustomEvent<number>) => void {
    return ({ detail }) => {
      const change: Partial<Layout> = { [which]: Math.round(detail) };
      this.studio.shell.arrange(change);
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-app": App;
  }
}
