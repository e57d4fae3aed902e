import { css } from "lit";

/** Controls that look the same everywhere; each part adds only its own layout. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    color: var(--ink);
    font: var(--text) / 1.5 var(--font-ui);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-height: var(--row);
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover:not(:disabled) {
    background: var(--hover);
  }
  button:disabled {
    color: var(--muted);
    border-color: var(--line);
    border-style: var(--disabled-edge);
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent);
    filter: brightness(1.1);
  }
  button.primary:disabled {
    background: var(--muted-soft);
    border-color: var(--line);
    color: var(--muted);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button[aria-pressed="true"],
  button[aria-selected="true"] {
    background: var(--accent-soft);
  }
  input,
  select,
  textarea {
    min-height: var(--row);
    padding: 0 var(--space-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    max-width: 100%;
  }
  input[type="checkbox"],
  input[type="radio"] {
    min-height: 0;
    width: 14px;
    height: 14px;
    margin: 0 var(--space-1) 0 0;
    padding: 0;
    vertical-align: -2px;
    accent-color: var(--accent);
  }
  textarea {
    padding: var(--space-1) var(--space-2);
    resize: vertical;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--text);
    font-weight: 600;
  }
  a {
    color: var(--accent);
  }
  .soft {
    color: var(--ink-soft);
  }
  .good {
    color: var(--good);
  }
  .bad {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
  .document {
    font-family: var(--font-document);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--bar);
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .empty {
    display: grid;
    place-content: center;
    gap: var(--space-2);
    height: 100%;
    padding: var(--space-6);
    text-align: center;
    color: var(--ink-soft);
  }
  .empty > button {
    justify-self: center;
  }
  .tag {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font-size: var(--text-small);
    line-height: 1.5;
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
