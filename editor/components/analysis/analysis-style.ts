import { css } from "lit";

export const analysisStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    background: var(--surface);
    container-type: inline-size;
  }
  .bar {
    flex: none;
    flex-wrap: wrap;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .state {
    color: var(--ink-soft);
  }
  .notes {
    flex: none;
    margin: 0;
    padding: var(--space-1) var(--space-2) var(--space-1) var(--space-6);
    border-bottom: 1px solid var(--line);
    background: var(--muted-soft);
  }
  .left {
    flex: none;
    max-height: 40%;
    overflow: auto;
    padding: 2px var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .left ul {
    margin: var(--space-1) 0;
    padding-left: var(--space-4);
  }
  .parts {
    display: grid;
    flex: 1 1 0;
    grid-template-columns: minmax(240px, 42%) minmax(0, 1fr);
    min-height: 0;
  }
  .parts > tw-finding-list {
    border-right: 1px solid var(--line);
  }
  .detail {
    min-height: 0;
    overflow: auto;
  }
  .settled {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
  }
  .empty {
    flex: 1 1 0;
    min-height: 0;
    overflow: auto;
  }
  .back {
    display: none;
    padding: var(--space-2) var(--space-2) 0;
  }
  @container (max-width: 640px) {
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
    .parts > tw-finding-list {
      border-right: 0;
    }
    .parts:not([data-open]) > .detail,
    .parts[data-open] > tw-finding-list {
      display: none;
    }
    .back {
      display: block;
    }
    /* The bar stays in one line. */
    .bar > button tw-icon {
      display: none;
    }
  }
  @container (max-width: 520px) {
    .bar,
    .filters {
      gap: var(--space-1);
    }
    .filters button {
      padding: 0 var(--space-1);
    }
    /* Pictures for the buttons beside the filters, and what is told below them. */
    .bar > button tw-icon {
      display: inline-flex;
    }
    .bar > button .words {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .state {
      order: 1;
      flex-basis: 60%;
    }
    /* The list is not in sight, nor is it filtered. */
    .bar:has(~ .parts[data-open]) .filters {
      display: none;
    }
    .bar:has(~ .parts[data-open]) .state {
      order: 0;
    }
  }
`;
