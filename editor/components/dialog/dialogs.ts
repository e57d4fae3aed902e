import { SignalWatcher } from "@lit-labs/signals";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Studio } from "../../state/studio.ts";
import "./changed-on-disk.ts";
import "./failure.ts";
import "./new-policy.ts";
import "./shortcuts.ts";

/** The one window that is open above the page. */
@customElement("tw-dialogs")
export class Dialogs extends SignalWatcher(LitElement) {
  @property({ attribute: false }) studio!: Studio;

  protected override render(): unknown {
    const { studio } = this;
    const open = studio.shell.dialog.get();
    if (open === null) return nothing;
    switch (open.kind) {
      case "shortcuts":
        return html`<tw-shortcuts .studio=${studio}></tw-shortcuts>`;
      case "new-policy":
        return html`<tw-new-policy .studio=${studio}></tw-new-policy>`;
      case "changed-on-disk":
        return html`<tw-changed-on-disk .studio=${studio} .path=${open.path}></tw-changed-on-disk>`;
      case "failure":
        return html`<tw-failure .studio=${studio} .details=${open.details}></tw-failure>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "tw-dialogs": Dialogs;
  }
}
