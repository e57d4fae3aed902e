import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import { ICONS, type IconName } from "./icons.ts";

/** A picture beside words; it says nothing by itself, so readers of the screen do not meet it. */
@customElement("tw-icon")
export class Icon extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
      fill: currentcolor;
    }
  `;

  @property() name: IconName = "file";

  override connectedCallback(): void {
    super.connectedCallback();
    this.ariaHidden = "true";
  }

  protected override render(): unknown {
    // The pictures come with the page; no text of a user is among them.
    return html`${unsafeSVG(ICONS[this.name])}`;
  }
}
