import { LitElement, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import type { ProtectionDialog } from "./protection-dialog.ts";
import type { RenameDialog } from "./rename-dialog.ts";
import type { SnippetDialog } from "./snippet-dialog.ts";
import "./protection-dialog.ts";
import "./rename-dialog.ts";
import "./snippet-dialog.ts";

/** The editor. It stands in the page itself and in no shadow tree, because the editor's styles do. */
@customElement("tw-editor")
export class Editor extends LitElement {
  @property({ attribute: false }) studio!: Studio;
  @query(".tw-host") private readonly host!: HTMLElement;
  @query("tw-protection-dialog") private readonly protection!: ProtectionDialog;
  @query("tw-rename-dialog") private readonly rename!: RenameDialog;
  @query("tw-snippet-dialog") private readonly snippet!: SnippetDialog;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    return html`
      <div class="tw-host"></div>
      <tw-protection-dialog></tw-protection-dialog>
      <tw-rename-dialog></tw-rename-dialog>
      <tw-snippet-dialog></tw-snippet-dialog>
    `;
  }

  protected override firstUpdated(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    const { createEditor } = await import("../../monaco/create-editor.ts");
    createEditor(this.host, this.studio, {
      askProtection: () => this.protection.ask(),
      askName: (name, check) => this.rename.ask(name, check),
      askSnippet: (snippets) => this.snippet.ask(snippets),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-editor": Editor;
  }
}
