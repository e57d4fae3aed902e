import { css } from "lit";

/** Lists of things that unfold, and tables inside them. */
export const listStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    container-type: inline-size;
  }
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1);
    padding: 2px var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .list {
    flex: 1 1 0;
    min-height: 0;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .list > li {
    border-bottom: 1px solid var(--line);
    content-visibility: auto;
    contain-intrinsic-size: auto 40px;
  }
  .item {
    width: 100%;
    min-height: 32px;
    padding: var(--space-1) var(--space-2);
    align-items: baseline;
    justify-content: start;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
    white-space: normal;
  }
  .item[aria-expanded="true"] {
    background: var(--accent-soft);
  }
  .item tw-icon,
  .mark tw-icon {
    width: 14px;
    height: 14px;
    margin-right: 4px;
    vertical-align: -2px;
  }
  .mark {
    white-space: nowrap;
  }
  .values {
    margin-left: var(--space-2);
    white-space: normal;
  }
  del {
    color: var(--bad);
  }
  ins {
    color: var(--good);
    font-weight: 600;
  }
  .detail {
    padding: var(--space-2) var(--space-4) var(--space-4);
  }
  .detail p {
    margin: 0 0 var(--space-2);
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  caption {
    padding: var(--space-1) 0;
    text-align: start;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    background: var(--ground);
    font-weight: 600;
  }
  td ul {
    margin: 0;
    padding-left: 1.2em;
  }
  @container (max-width: 560px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
