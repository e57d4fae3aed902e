import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { dialogFrame } from "../../style/dialog-frame.ts";
import { shared } from "../../style/shared.ts";
import "../icon/icon.ts";

/**
 * A window of its own above the page: title, content, buttons in the slot `actions`. It keeps the keyboard inside, closes
 * with Escape, gives the focus back, and tells `closed`. It is open as long as it is in the page.
 */
@customElement("tw-dialog")
export class Dialog extends LitElement {
  static override readonly styles = [
    shared,
    dialogFrame,
    css`
      dialog {
        width: min(var(--dialog-width, 480px), calc(100vw - 24px));
        max-height: calc(100vh - 32px);
        padding: 0;
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }
      .head {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--line);
      }
      h2 {
        font-size: var(--text-large);
      }
      .content {
        flex: 1 1 auto;
        min-height: 0;
        overflow: auto;
        padding: var(--space-3) var(--space-4);
      }
      .foot {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property() heading = "";
  /** There is more to read than fits, and nothing in it to press: the keyboard scrolls it. */
  @property({ type: Boolean, attribute: "read" }) isRead = false;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  #isTold = false;

  close(): void {
    this.dialog.close();
    this.#tell();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    // What the window is filled with says where the keyboard begins; otherwise it is the first button.
    const first =
      this.querySelector<HTMLElement>("[autofocus]") ?? this.querySelector<HTMLElement>("[slot=actions]");
    first?.focus();
  }

  protected override render(): unknown {
    return html`<dialog
      aria-label=${this.heading}
      @cancel=${(event: Event) => {
        // A file field inside gives up under the same name.
        if (event.target !== this.dialog) return;
        event.preventDefault();
        this.close();
      }}
      @close=${() => this.#tell()}
    >
      <div class="head">
        <h2>${this.heading}</h2>
        <button
          class="quiet"
          type="button"
          aria-label="关闭"
          title="关闭（Esc）"
          @click=${() => this.close()}
        >
          <tw-icon name="close"></tw-icon>
        </button>
      </div>
      <div class="content" tabindex=${this.isRead ? 0 : nothing}><slot></slot></div>
      <div class="foot"><slot name="actions"></slot></div>
    </dialog>`;
  }

  /** At once and only once: what the browser tells comes later, when a key may have opened something else. */
  #tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.dispatchEvent(new CustomEvent("closed"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-dialog": Dialog;
  }
}
