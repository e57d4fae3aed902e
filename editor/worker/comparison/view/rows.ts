import type { Comparison, ProvisionChange } from "../../../../compiler/model/change.ts";
import {
  comparisonTable,
  type HeadingRow,
  type TextRow,
} from "../../../../compiler/report/comparison/table-rows.ts";
import { paragraphsOf } from "../../../../compiler/report/comparison/table-runs.ts";
import { provisionWord } from "../../../../compiler/report/comparison/words.ts";
import type { Span } from "../../../../language/index.ts";
import type { ComparedCell, ComparedRow, TextRun } from "../view-model.ts";
import type { RowsByPath, Side } from "./places.ts";

export interface ComparedRows {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  readonly byPath: RowsByPath;
}

/** Every provision once, with its partner beside it, as the table of the reports has them. */
export const comparedRows = (comparison: Comparison): ComparedRows => {
  const table = comparisonTable(comparison, { all: true });
  const byPath = { left: new Map<string, string>(), right: new Map<string, string>() };
  const rows = table.rows.map((row, at): ComparedRow => {
    const id = `row:${at}`;
    if (row.kind === "heading") return headingRow(row, id);
    for (const side of ["left", "right"] as const) {
      for (const change of row.changes) {
        const path = change[side]?.path;
        if (path !== undefined && !byPath[side].has(path)) byPath[side].set(path, id);
      }
    }
    return textRow(row, id, comparison.relation);
  });
  return { title: table.title, rows, byPath };
};

const headingRow = ({ depth, left, right, same, absent }: HeadingRow, id: string): ComparedRow => {
  const cell = (runs: readonly TextRun[] | null): ComparedCell => ({
    tag: runs === null ? absent : null,
    paragraphs: runs === null ? [] : paragraphsOf(runs),
    span: null,
  });
  return {
    id,
    kind: "heading",
    depth,
    label: textOf(right ?? left ?? []),
    change: null,
    word: "",
    isChanged: !same,
    left: cell(left),
    right: cell(right),
    notes: [],
  };
};

const textRow = (row: TextRow, id: string, relation: Comparison["relation"]): ComparedRow => {
  const [change] = row.changes;
  const cell = (side: Side): ComparedCell => ({
    tag: row[side].tag,
    paragraphs: row[side].paragraphs,
    span: spanOf(row.changes, side),
  });
  return {
    id,
    kind: row.kind,
    depth: 0,
    label: change === undefined ? (row.notes[0]?.text ?? "") : labelOf(row.changes),
    change: change?.kind ?? null,
    word: change === undefined ? "" : provisionWord(change.kind, relation),
    // Two documents have heads and signatures of their own; that tells nobody anything.
    isChanged: row.affected && (row.kind === "provision" || relation === "versions"),
    left: cell("left"),
    right: cell("right"),
    // That nothing but the number changed is told by the word already.
    notes: row.notes
      .filter(
        ({ kind }) => kind !== "form" || (change?.kind !== "unchanged" && change?.kind !== "renumbered"),
      )
      .map(({ text, direction, telling }) => ({ text, direction, isTelling: telling })),
  };
};

/** 第十二条; 第十二条（原第十条） where the number is another one; all parts of what was split. */
const labelOf = (changes: readonly ProvisionChange[]): string => {
  const labels = (side: Side): string =>
    [...new Set(changes.flatMap((change) => change[side]?.label ?? []))].join("、");
  const [left, right] = [labels("left"), labels("right")];
  if (left === "" || right === "" || left === right) return right === "" ? left : right;
  return `${left}→${right}`;
};

/** From the first part to the last. */
const spanOf = (changes: readonly ProvisionChange[], side: Side): Span | null => {
  const spans = changes.flatMap((change) => change[side]?.span ?? []);
  return spans.length === 0
    ? null
    : {
        start: Math.min(...spans.map(({ start }) => start)),
        end: Math.max(...spans.map(({ end }) => end)),
      };
};

export const textOf = (runs: readonly TextRun[]): string =>
  runs
    .map(({ text }) => text)
    .join("")
    .replaceAll(/\s+/gu, " ")
    .trim();
