import { css } from "lit";

/** The look of the picture and of what stands above it. */
export const mapStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
    background: var(--surface);
  }
  .view {
    position: absolute;
    inset: 0;
    touch-action: none;
    cursor: grab;
  }
  .view:active {
    cursor: grabbing;
  }
  canvas,
  svg.over {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .buttons {
    position: absolute;
    top: var(--space-2);
    right: var(--space-2);
    display: flex;
    flex-direction: column;
    gap: var(--space-1);
  }
  .buttons button {
    width: var(--row);
    padding: 0;
  }
  .legend {
    position: absolute;
    left: var(--space-2);
    top: var(--space-2);
    margin: 0;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--text-small);
    list-style: none;
    pointer-events: none;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    line-height: 1.4;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  text {
    fill: var(--ink-soft);
    font: 11px var(--font-ui);
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
  }
  .scale {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .north {
    fill: var(--ink);
  }
  .circle {
    fill: var(--accent);
    fill-opacity: 0.08;
    stroke: var(--accent);
    stroke-width: 1.5;
  }
  .circle.walking {
    stroke-dasharray: 6 4;
  }
  .link {
    stroke: var(--ink-soft);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .link.decided {
    stroke: var(--accent);
    stroke-width: 1.5;
    stroke-dasharray: none;
  }
  .ring {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
  }
  text.name {
    fill: var(--ink);
    font-size: 12px;
    font-weight: 600;
  }
  text.metres {
    fill: var(--ink);
  }
  .hint {
    position: absolute;
    padding: 0 6px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--text-small);
    white-space: nowrap;
    pointer-events: none;
  }
`;
