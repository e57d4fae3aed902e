import { html, nothing } from "lit";
import type { OutlineMark } from "./outline.ts";
import type { OutlineRow } from "./outline-rows.ts";
import { STATE_MARKS, WORST_MARKS } from "./outline-states.ts";

/** In pixels, as in the styles. */
export const ROW_HEIGHT = 26;

/** Labels longer than this give way to the width of the pane. */
const LONG = 8;

export interface RowLook {
  readonly isActive: boolean;
  readonly isHere: boolean;
  readonly mark: OutlineMark | null;
  /** Marks stand in place of the states. */
  readonly hasStates: boolean;
}

export const rowTemplate = (row: OutlineRow, at: number, look: RowLook): unknown => {
  const { node, level, position, count, hasChildren, isOpen } = row;
  const worst = node.worst === null ? null : WORST_MARKS[node.worst];
  const state = node.state === null || !look.hasStates ? null : STATE_MARKS[node.state];
  const said = [
    node.label,
    node.words,
    look.mark?.word ?? (state === null ? null : node.state),
    worst?.words,
  ];
  const title = said.filter((part) => part !== null && part !== undefined && part !== "").join("，");
  return html`<div
    id="row-${at}"
    data-at=${at}
    class="row ${node.kind}${look.isActive ? " active" : ""}${look.isHere ? " here" : ""}"
    role="treeitem"
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${count}
    aria-selected=${look.isHere ? "true" : "false"}
    aria-expanded=${hasChildren ? String(isOpen) : nothing}
    title=${title}
    style="top:${at * ROW_HEIGHT}px;padding-left:${4 + (level - 1) * 12}px"
  >
    <span class="fold"
      >${
        hasChildren ? html`<tw-icon name=${isOpen ? "chevron-down" : "chevron-right"}></tw-icon>` : nothing
      }</span
    >
    <span class="label${node.label.length > LONG ? " long" : ""}">${node.label}</span>
    <span class="words">${node.words}</span>
    ${
      worst === null
        ? nothing
        : html`<tw-icon class=${worst.tone} name=${worst.icon}></tw-icon
            ><span class="visually-hidden">${worst.words}</span>`
    }
    ${
      look.mark === null
        ? nothing
        : html`<span class="state"
            ><tw-icon name=${look.mark.icon}></tw-icon
            ><span aria-hidden="true">${look.mark.letter ?? look.mark.word.slice(0, 1)}</span
            ><span class="visually-hidden">${look.mark.word}</span></span
          >`
    }
    ${
      state === null
        ? look.mark === null
          ? html`<span class="state"></span>`
          : nothing
        : html`<span class="state ${state.tone}"
            ><tw-icon name=${state.icon}></tw-icon><span aria-hidden="true">${state.letter}</span
            ><span class="visually-hidden">${node.state}</span></span
          >`
    }
  </div>`;
};
