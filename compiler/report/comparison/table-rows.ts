import type { Comparison, Place, ProvisionChange, TextEdit } from "../../model/change.ts";
import { furnitureGroups } from "./furniture-rows.ts";
import type { FurnitureGroup } from "./furniture-rows.ts";
import { grouped } from "./grouped.ts";
import { emptyCell, furnitureCell, provisionCell } from "./table-cells.ts";
import type { TableCell } from "./table-cells.ts";
import { headingRows } from "./table-headings.ts";
import { wrappedLines } from "./table-lines.ts";
import { notesOfProvisions } from "./table-notes.ts";
import type { TableNote } from "./table-notes.ts";
import { isMinor } from "./table-runs.ts";
import type { Run, Side } from "./table-runs.ts";
import { sideWords } from "./words.ts";

export type { TableCell };

/** One model of the 修改对照表 for the page and for Word: both print the same rows. */
export interface ComparisonTable {
  readonly title: string;
  readonly heads: { readonly left: string; readonly right: string; readonly notes: string };
  /** Widths of the columns in parts of a hundred. */
  readonly shares: readonly [number, number, number];
  readonly rows: readonly TableRow[];
  /** Provisions that only got another number and have no row: 第五十一条至第五十三条改为第五十条至第五十二条. */
  readonly renumbered: readonly string[];
}

export type TableRow = HeadingRow | TextRow;

export interface HeadingRow {
  readonly kind: "heading";
  /** 0 for the outermost. */
  readonly depth: number;
  /** Null where a side has no such heading. */
  readonly left: readonly Run[] | null;
  readonly right: readonly Run[] | null;
  /** Both sides read alike: one cell over the whole width says it. */
  readonly same: boolean;
  /** Stands in the cell of the side that has no such heading. */
  readonly absent: string;
}

export interface TextRow {
  readonly kind: "furniture" | "provision";
  readonly left: TableCell;
  readonly right: TableCell;
  readonly notes: readonly TableNote[];
  /** What the row tells; none for furniture. */
  readonly changes: readonly ProvisionChange[];
  /** Its words changed, or its rules or results did. */
  readonly affected: boolean;
}

export interface TableOptions {
  /** Unchanged provisions too. */
  readonly all: boolean;
  readonly title?: string | undefined;
}

export const comparisonTable = (comparison: Comparison, { all, title }: TableOptions): ComparisonTable => {
  const notes = notesOfProvisions(comparison);
  const groups = groupPartners(comparison.provisions);
  const shown = groups.filter((group) => all || group.some((change) => isAffected(change, notes)));
  const wrapped = { left: wrappedLines(comparison.left), right: wrappedLines(comparison.right) };
  const rows = shown.map((group) => ({
    change: group[0]!,
    row: provisionRow(comparison, group, notes, wrapped),
  }));
  const rest = new Set(shown.flat());
  const hasNotes = rows.some(({ row }) => row.notes.some(({ kind }) => kind !== "form"));
  return {
    title: title ?? tableTitle(comparison),
    heads: { ...sideWords(comparison), notes: "说明" },
    shares: hasNotes ? [37.5, 37.5, 25] : [45, 45, 10],
    rows: [
      // Two documents have heads and signatures of their own; that tells nobody anything.
      ...(all || comparison.relation === "versions" ? furnitureGroups(comparison) : []).map((group) =>
        furnitureRow(comparison, group),
      ),
      ...headingRows(comparison, rows, all),
    ],
    renumbered: renumberedInWords(comparison.provisions.filter((change) => !rest.has(change))),
  };
};

const tableTitle = ({ relation, left, right }: Comparison): string =>
  relation === "versions"
    ? `${inTitleMarks(right.name)}修改对照表`
    : `${inTitleMarks(left.name)}与${inTitleMarks(right.name)}对照表`;

const inTitleMarks = (name: string): string => (/[《》]/u.test(name) ? name : `《${name}》`);

/** Rows of one split provision, or of one merged one, make one row, where its first part stands. */
const groupPartners = (provisions: readonly ProvisionChange[]): readonly (readonly ProvisionChange[])[] => [
  ...grouped(provisions, (change, at) => partnerKey(change) ?? `${at}`).values(),
];

const partnerKey = ({ kind, left, right }: ProvisionChange): string | null => {
  if (kind === "split" && left !== null) return `split ${left.path}`;
  if (kind === "merged" && right !== null) return `merged ${right.path}`;
  return null;
};

/** Whose words changed, or whose rules or results did; another number alone is told below the table. */
const isAffected = (
  change: ProvisionChange,
  notes: ReadonlyMap<ProvisionChange, readonly TableNote[]>,
): boolean => {
  switch (change.kind) {
    case "changed":
    case "added":
    case "deleted":
    case "moved":
    case "split":
    case "merged":
      return true;
    case "unchanged":
    case "renumbered":
      return (
        change.edits.some((edit) => !isMinor(edit) || edit.class === "reference") ||
        (notes.get(change) ?? []).some(({ telling }) => telling)
      );
  }
};

const provisionRow = (
  comparison: Comparison,
  group: readonly ProvisionChange[],
  notes: ReadonlyMap<ProvisionChange, readonly TableNote[]>,
  wrapped: Readonly<Record<Side, ReadonlySet<number>>>,
): TextRow => {
  const own = group.flatMap((change) => notes.get(change) ?? []);
  return {
    kind: "provision",
    left: provisionCell(comparison, group, "left", wrapped.left),
    right: provisionCell(comparison, group, "right", wrapped.right),
    notes: own.length > 0 ? own : formNotes(group),
    changes: group,
    affected: group.some((change) => isAffected(change, notes)),
  };
};

const formNotes = ([change]: readonly ProvisionChange[]): readonly TableNote[] => {
  if (change?.kind === "renumbered")
    return [{ kind: "form", text: "仅序号变动", direction: null, telling: false }];
  if (change?.kind === "unchanged" && change.edits.length === 0) {
    return [{ kind: "form", text: "未变", direction: null, telling: false }];
  }
  if (change?.kind === "changed" && change.edits.every(isMinor) && change.edits.some(isBreak)) {
    return [{ kind: "form", text: "文字未变，分段不同", direction: null, telling: false }];
  }
  return [];
};

const furnitureRow = ({ relation }: Comparison, { kind, word, lines }: FurnitureGroup): TextRow => ({
  kind: "furniture",
  left: kind === "added" ? emptyCell(relation, "left") : furnitureCell(lines, "left"),
  right: kind === "deleted" ? emptyCell(relation, "right") : furnitureCell(lines, "right"),
  notes: [{ kind: "form", text: word, direction: null, telling: false }],
  changes: [],
  affected: true,
});

/** A 款 begins or ends at it. */
const isBreak = ({ before, after }: TextEdit): boolean =>
  (before + after).includes("\n") && (before + after).trim() === "";

/** Neighbours that moved on together are told as one range. */
const renumberedInWords = (provisions: readonly ProvisionChange[]): readonly string[] => {
  const ranges: { first: ProvisionChange; last: ProvisionChange }[] = [];
  for (const change of provisions) {
    if (change.kind !== "renumbered") continue;
    const range = ranges.at(-1);
    if (range !== undefined && follows(range.last, change)) range.last = change;
    else ranges.push({ first: change, last: change });
  }
  return ranges.map(
    ({ first, last }) => `${rangeLabel(first, last, "left")}改为${rangeLabel(first, last, "right")}`,
  );
};

const rangeLabel = (first: ProvisionChange, last: ProvisionChange, side: Side): string => {
  const [start, end] = [first[side]?.label ?? "", last[side]?.label ?? ""];
  return first === last ? start : `${start}至${end}`;
};

const follows = (previous: ProvisionChange, next: ProvisionChange): boolean =>
  isNext(previous.left, next.left) && isNext(previous.right, next.right);

const isNext = (previous: Place | null, next: Place | null): boolean =>
  previous !== null &&
  next !== null &&
  /^\d+$/u.test(previous.path) &&
  Number(next.path) === Number(previous.path) + 1;
