import { css } from "lit";

export const outlineStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-width: 0;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--space-1);
    padding: 2px var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .head input {
    flex: 1 1 0;
    min-width: 40px;
  }
  [role="tree"] {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
  }
  .all {
    position: relative;
    min-width: 100%;
  }
  .row {
    position: absolute;
    left: 0;
    right: 0;
    display: flex;
    align-items: center;
    gap: var(--space-1);
    height: 26px;
    padding-right: var(--space-2);
    cursor: pointer;
    white-space: nowrap;
  }
  .row:hover {
    background: var(--hover);
  }
  .row.here {
    background: var(--accent-soft);
  }
  [role="tree"]:focus-visible {
    outline-width: 1px;
  }
  [role="tree"]:focus-visible .row.active {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .fold {
    display: inline-flex;
    flex: none;
    width: 16px;
  }
  .label {
    flex: none;
    font-family: var(--font-document);
  }
  .block .label {
    color: var(--ink-soft);
    font-family: var(--font-ui);
    font-size: var(--text-small);
  }
  .words {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--ink-soft);
    font-family: var(--font-document);
    font-size: var(--text-small);
  }
  .label.long {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .state {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 2px;
    width: 34px;
    font-size: var(--text-small);
  }
  tw-icon {
    width: 14px;
    height: 14px;
  }
  dl {
    display: grid;
    flex: none;
    grid-template-columns: auto 1fr;
    gap: 2px var(--space-2);
    margin: 0;
    max-height: 45%;
    overflow: auto;
    padding: var(--space-2);
    border-top: 1px solid var(--line);
    font-size: var(--text-small);
  }
  dt {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  dd {
    margin: 0;
    color: var(--ink-soft);
  }
`;
