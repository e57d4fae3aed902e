import { css } from "lit";

export const helpStyle = css`
  .all {
    display: flex;
    height: 100%;
    background: var(--surface);
  }
  nav {
    display: flex;
    flex: 0 0 280px;
    flex-direction: column;
    min-height: 0;
    border-right: 1px solid var(--line);
  }
  nav input {
    flex: 1 1 0;
    min-width: 0;
  }
  .list {
    flex: 1 1 0;
    min-height: 0;
    overflow: auto;
    padding: var(--space-1);
  }
  .list button {
    display: block;
    width: 100%;
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .page[aria-current] {
    background: var(--accent-soft);
    font-weight: 600;
  }
  .section {
    padding-left: var(--space-6);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .hit {
    min-height: 44px;
    white-space: normal;
  }
  .hit span {
    display: block;
    font-size: var(--text-small);
  }
  article {
    flex: 1 1 0;
    min-width: 0;
    overflow: auto;
    padding: var(--space-4) var(--space-6) var(--space-6);
    font-size: var(--text-large);
    line-height: 1.7;
  }
  article > * {
    max-width: 820px;
  }
  h1 {
    margin: 0 0 var(--space-3);
    font-size: 22px;
  }
  article h2 {
    margin: var(--space-6) 0 var(--space-2);
    font-size: var(--text-title);
  }
  article h3 {
    margin: var(--space-4) 0 var(--space-1);
    font-size: var(--text-large);
  }
  code {
    padding: 0 3px;
    background: var(--block);
    font-family: var(--font-code);
    font-size: 0.92em;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--block);
    line-height: 1.6;
  }
  pre code {
    padding: 0;
    background: none;
  }
  table {
    border-collapse: collapse;
    font-size: var(--text);
  }
  article table {
    min-width: 50%;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  kbd {
    font: inherit;
  }
  @media (max-width: 899px) {
    .all {
      flex-direction: column;
    }
    nav {
      flex: 0 0 auto;
      border-right: 0;
      border-bottom: 1px solid var(--line);
    }
    .list {
      flex: none;
      max-height: 90px;
    }
    article {
      padding: var(--space-3);
    }
  }
`;
