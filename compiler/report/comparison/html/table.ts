import { html } from "../../html/markup.ts";
import type { Markup } from "../../html/markup.ts";
import type { TableNote } from "../table-notes.ts";
import type { TableCell } from "../table-cells.ts";
import type { ComparisonTable, HeadingRow, TableRow, TextRow } from "../table-rows.ts";
import type { Run } from "../table-runs.ts";

/** The 修改对照表; every heading begins a body of its own, so that a reader by ear knows where a row stands. */
export const bothSides = ({ title, heads, shares, rows, renumbered }: ComparisonTable): Markup =>
  html`${
    rows.length === 0
      ? html`<p class="lead">没有需要对照的条文。</p>`
      : html`<table class="both" aria-label="${title}">
          <colgroup>
            ${shares.map((share) => html`<col style="width: ${share}%" />`)}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">${heads.left}</th>
              <th scope="col">${heads.right}</th>
              <th scope="col">${heads.notes}</th>
            </tr>
          </thead>
          ${bodies(rows)}
        </table>`
  }${
    renumbered.length === 0
      ? null
      : html`<p class="lead shift">条文顺序相应调整（文字未变）：${renumbered.join("；")}。</p>`
  }`;

const bodies = (rows: readonly TableRow[]): readonly Markup[] => {
  const groups: TableRow[][] = [];
  for (const row of rows) {
    if (row.kind === "heading" || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(row);
  }
  return groups.map(
    (group) =>
      html`<tbody>
        ${group.map((row) => (row.kind === "heading" ? chapter(row) : textRow(row)))}
      </tbody>`,
  );
};

const chapter = ({ left, right, same, absent }: HeadingRow): Markup =>
  same
    ? html`<tr class="chapter">
        <th scope="rowgroup" colspan="3">${inline(right ?? left ?? [])}</th>
      </tr>`
    : html`<tr class="chapter">
        <th scope="rowgroup">${left === null ? emptyCell(absent) : inline(left)}</th>
        <th scope="rowgroup">${right === null ? emptyCell(absent) : inline(right)}</th>
        <td></td>
      </tr>`;

const textRow = ({ left, right, notes }: TextRow): Markup =>
  html`<tr>
    <td>${cell(left)}</td>
    <td>${cell(right)}</td>
    <td class="note">${notes.map(note)}</td>
  </tr>`;

const cell = ({ tag, paragraphs }: TableCell): Markup => {
  if (paragraphs.length === 0) return emptyCell(tag);
  return html`${tag === null ? null : html`<p class="tag">（${tag}）</p>`}${paragraphs.map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
};

/** Why the cell is empty. */
const emptyCell = (tag: string | null): Markup => html`<p class="only">（${tag}）</p>`;

const inline = (runs: readonly Run[]): readonly Markup[] => runs.map(marked);

const marked = ({ text, mark }: Run): Markup => {
  switch (mark) {
    case "kept":
      return html`${text}`;
    case "deleted":
      return html`<del>${text}</del>`;
    case "added":
      return html`<ins>${text}</ins>`;
    case "minor":
      return html`<span class="minor">${text}</span>`;
  }
};

const note = ({ text }: TableNote): Markup => html`<p>${text}</p>`;
