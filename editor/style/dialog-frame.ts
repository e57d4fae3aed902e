import { css } from "lit";

/** How windows look that float above the page. */
export const dialogFrame = css`
  dialog {
    padding: var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 25%);
  }
`;
