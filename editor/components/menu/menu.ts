import { SignalWatcher } from "@lit-labs/signals";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { commandOf, isEnabled, runCommand } from "../../commands/commands.ts";
import type { Studio } from "../../state/studio.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";

/** A row of a menu is a command; a dash draws a line. */
export type MenuEntry = string;

/** A button that opens a list of commands with their shortcuts. */
@customElement("tw-menu")
export class Menu extends SignalWatcher(LitElement) {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      [role="menu"] {
        position: absolute;
        z-index: 30;
        top: calc(100% + 2px);
        left: 0;
        min-width: 220px;
        max-height: calc(100vh - 60px);
        overflow: auto;
        margin: 0;
        padding: var(--space-1);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
      }
      :host([align="end"]) [role="menu"] {
        left: auto;
        right: 0;
      }
      [role^="menuitem"] {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        border: 0;
        background: transparent;
        text-align: start;
      }
      [role^="menuitem"] .check {
        display: inline-flex;
        flex: none;
        width: 16px;
      }
      kbd {
        padding-inline-start: var(--space-6);
        color: var(--ink-soft);
        font: var(--text-small) var(--font-ui);
      }
      .rule {
        height: 1px;
        margin: var(--space-1) 0;
        background: var(--line);
      }
    `,
  ];

  @property({ attribute: false }) studio!: Studio;
  @property() label = "";
  /** Shown in place of the label where there is little room. */
  @property() icon: IconName | "" = "";
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];
  /** Ids of the commands that stand for what is set now. */
  @property({ attribute: false }) checked: readonly string[] = [];
  @state() private isOpen = false;

  protected override render(): unknown {
    return html`
      <button
        class="quiet"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? "true" : "false"}
        aria-label=${this.label}
        title=${this.icon === "" ? nothing : this.label}
        @click=${() => void this.#toggle(!this.isOpen)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          void this.#toggle(true);
        }}
      >
        ${this.icon === "" ? this.label : html`<tw-icon name=${this.icon}></tw-icon>`}
      </button>
      ${this.isOpen ? this.#list() : nothing}
    `;
  }

  #list(): unknown {
    return html`<div
      role="menu"
      aria-label=${this.label}
      @keydown=${this.#press}
      @focusout=${(event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node) || !this.renderRoot.contains(event.relatedTarget))
          this.isOpen = false;
      }}
    >
      ${this.entries.map((entry) => (entry === "-" ? html`<div class="rule" role="separator"></div>` : this.#row(entry)))}
    </div>`;
  }

  #row(id: string): unknown {
    const command = commandOf(id);
    if (command === null) return nothing;
    const isChecked = this.checked.includes(id);
    return html`<button
      type="button"
      role=${isChecked ? "menuitemradio" : "menuitem"}
      aria-checked=${isChecked ? "true" : nothing}
      tabindex="-1"
      ?disabled=${!isEnabled(command, this.studio)}
      @click=${() => void this.#do(id)}
    >
      ${
        this.checked.length === 0
          ? nothing
          : html`<span class="check">${isChecked ? html`<tw-icon name="check"></tw-icon>` : nothing}</span>`
      }
      <span class="grow">${command.title}</span>
      <kbd>${command.keys?.[0] ?? ""}</kbd>
    </button>`;
  }

  /** Closed first, so that the keyboard stays where the command puts it. */
  async #do(id: string): Promise<void> {
    await this.#toggle(false);
    await runCommand(this.studio, id);
  }

  async #toggle(open: boolean): Promise<void> {
    this.isOpen = open;
    await this.updateComplete;
    if (open) this.#items()[0]?.focus();
    else this.renderRoot.querySelector("button")?.focus();
  }

  #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)")];
  }

  readonly #press = (event: KeyboardEvent): void => {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(":focus"));
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      void this.#toggle(false);
      return;
    }
    const next = items[moves[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-menu": Menu;
  }
}
