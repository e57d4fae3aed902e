import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { html as staticHtml, unsafeStatic } from "lit/static-html.js";
import { LOWER_VIEWS, SIDE_VIEWS, type LowerView, type SideView } from "../../state/settings-model.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import type { Tab } from "../tabs/tabs.ts";
import "../tabs/tabs.ts";
import "../icon/icon.ts";
import { loadPart, tellMissing } from "./panels.ts";

const TITLES = {
  problems: ["问题", "warning"],
  run: ["核对", "play"],
  map: ["地图", "map"],
  cases: ["用例", "beaker"],
  analysis: ["分析", "pulse"],
  explain: ["解释", "lightbulb"],
  notes: ["批注", "comment"],
} as const satisfies Readonly<Record<LowerView | SideView, readonly [string, string]>>;

/** The names of the elements are of this table alone. */
const PANELS = {
  problems: unsafeStatic("tw-problems"),
  run: unsafeStatic("tw-run"),
  map: unsafeStatic("tw-map"),
  cases: unsafeStatic("tw-cases"),
  analysis: unsafeStatic("tw-analysis"),
  explain: unsafeStatic("tw-explain"),
  notes: unsafeStatic("tw-notes"),
} as const satisfies Readonly<Record<LowerView | SideView, unknown>>;

const isOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name);

/** Tabs and the views behind them. A view that was looked at is kept, so that its place and its filters are. */
@customElement("tw-pane")
export class Pane extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        background: var(--surface);
      }
      .head {
        display: flex;
        flex: none;
        align-items: center;
        border-bottom: 1px solid var(--line);
      }
      .view {
        flex: 1 1 0;
        min-height: 0;
        overflow: hidden;
      }
      .view > * {
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property() which: "lower" | "side" = "lower";
  #isAsked = false;
  readonly #seen = new Set<LowerView | SideView>();

  protected override render(): unknown {
    const { studio, which } = this;
    const views: readonly (LowerView | SideView)[] = which === "lower" ? LOWER_VIEWS : SIDE_VIEWS;
    const selected = which === "lower" ? studio.lowerView.get() : studio.sideView.get();
    if (!this.#isFolded()) void this.#see(selected);
    this.#isAsked = studio.focusAsked.get() === which;
    return html`
      <div class="head">
        <tw-tabs
          class="grow"
          label=${which === "lower" ? "下方窗格" : "右侧窗格"}
          .tabs=${views.map((view) => this.#tab(view))}
          .selected=${selected}
          @choose=${this.#choose}
        ></tw-tabs>
        ${
          studio.shell.isNarrow.get()
            ? nothing
            : html`<button
                class="quiet"
                type="button"
                aria-label="收起窗格"
                title="收起窗格"
                @click=${this.#fold}
              >
                <tw-icon name="close"></tw-icon>
              </button>`
        }
      </div>
      ${views.map((view) =>
        this.#seen.has(view)
          ? html`<div class="view" role="tabpanel" aria-label=${TITLES[view][0]} ?hidden=${view !== selected}>
              ${staticHtml`<${PANELS[view]} .studio=${studio}></${PANELS[view]}>`}
            </div>`
          : nothing,
      )}
    `;
  }

  protected override updated(): void {
    if (!this.#isAsked || this.#isFolded()) return;
    this.#isAsked = false;
    this.studio.focusAsked.set(null);
    this.renderRoot.querySelector("tw-tabs")?.focusSelected();
  }

  #isFolded(): boolean {
    const layout = this.studio.shell.layout.get();
    return this.which === "lower" ? layout.lowerFolded : layout.sideFolded;
  }

  /** A view stands in the page once its part is there: before, it would not know what it is given. */
  async #see(view: LowerView | SideView): Promise<void> {
    if (!this.studio.isReady.get() || this.#seen.has(view)) return;
    try {
      await loadPart(`${view}/${view}`);
      this.#seen.add(view);
      this.requestUpdate();
    } catch {
      tellMissing(this.studio);
    }
  }

  #tab(view: LowerView | SideView): Tab {
    const [title, icon] = TITLES[view];
    const mark = this.#mark(view);
    return { id: view, title, icon, ...mark };
  }

  /** Numbers that one wants to see without opening the view. */
  #mark(view: LowerView | SideView): Pick<Tab, "mark" | "markWords"> {
    const { findings, cases, notes, analysis } = this.studio;
    if (view === "problems") {
      const found = findings.get()?.findings.filter(({ severity }) => severity !== "info").length ?? 0;
      return found === 0 ? {} : { mark: String(found), markWords: `${found}处错误和警告` };
    }
    if (view === "cases") {
      const rows = cases.report.get()?.rows ?? [];
      const failed = rows.filter(({ passed, knownFailure }) => !passed && !knownFailure).length;
      return failed === 0 ? {} : { mark: `${failed}未通过`, markWords: `${failed}个未通过` };
    }
    if (view === "analysis") {
      const found = analysis.shown.get()?.findings.filter(({ severity }) => severity !== "info").length ?? 0;
      return found === 0 ? {} : { mark: String(found), markWords: `${found}处错误和警告` };
    }
    if (view === "notes") {
      const open = notes.file.get()?.notes.length ?? 0;
      return open === 0 ? {} : { mark: String(open), markWords: `${open}条` };
    }
    return {};
  }

  readonly #choose = ({ detail }: CustomEvent<string>): void => {
    if (isOf(LOWER_VIEWS, detail)) this.studio.lowerView.set(detail);
    if (isOf(SIDE_VIEWS, detail)) this.studio.sideView.set(detail);
  };

  readonly #fold = (): void => {
    this.studio.shell.arrange(this.which === "lower" ? { lowerFolded: true } : { sideFolded: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-pane": Pane;
  }
}
