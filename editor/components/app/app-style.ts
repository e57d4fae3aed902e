import { css } from "lit";

export const appStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
  }
  .place {
    flex: 1 1 0;
    min-height: 0;
    overflow: hidden;
  }
  .narrow-tabs {
    flex: none;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  nav[slot],
  .text {
    position: relative;
    height: 100%;
    background: var(--surface);
  }
  main.place > tw-compare,
  main.place > tw-help {
    display: block;
    height: 100%;
  }
  tw-status,
  tw-recovered,
  tw-top-bar {
    flex: none;
  }
  ::slotted(tw-editor),
  ::slotted(tw-diff) {
    display: block;
    height: 100%;
  }
`;
