import type { Comparison, ProvisionChange } from "../../model/change.ts";
import { inChapters } from "./chapter-order.ts";
import { emptyCellWords } from "./marks.ts";
import type { HeadingRow, TableRow, TextRow } from "./table-rows.ts";
import { cutRuns, wholeRun } from "./table-runs.ts";
import type { Run, Side } from "./table-runs.ts";

interface ProvisionRow {
  /** Tells under which headings the row stands. */
  readonly change: ProvisionChange;
  readonly row: TextRow;
}

/** A heading that a row stands under: one of the comparison, or one that is only known by name. */
type Heading = { readonly key: string; readonly depth: number } & (
  | { readonly kind: "known"; readonly index: number }
  | { readonly kind: "named"; readonly left: string | null; readonly right: string | null }
);

/**
 * Puts the headings between the rows: those that rows stand under, and changed ones with no row below them.
 * A provision that moved stands under its new heading.
 */
export const headingRows = (
  comparison: Comparison,
  rows: readonly ProvisionRow[],
  all: boolean,
): readonly TableRow[] => {
  const { headings } = comparison;
  const indexes = { left: indexesByName(comparison, "left"), right: indexesByName(comparison, "right") };
  const table: TableRow[] = [];
  let open: readonly Heading[] = [];
  let next = 0;
  // Two documents are never divided alike; a heading with nothing below it is only told of versions.
  const isTold = (heading: ProvisionChange): boolean =>
    all || (comparison.relation === "versions" && isAffected(heading));
  const placed = rows.map(({ change, row }) => ({
    row,
    chain: chainOf(change, indexes),
    isOnRight: change.right !== null,
  }));
  const used = new Set(placed.flatMap(({ chain }) => knownIndexes(chain)));
  const passHeadings = (limit: number): void => {
    for (; next < limit; next += 1) {
      const heading = headings[next]!;
      if (used.has(next) || !isTold(heading)) continue;
      table.push(knownHeading(comparison, heading));
      open = [];
    }
  };
  for (const { row, chain } of inChapters(placed)) {
    passHeadings(Math.max(-1, ...knownIndexes(chain)) + 1);
    for (const [at, heading] of chain.entries()) {
      if (open[at]?.key === heading.key) continue;
      open = open.slice(0, at);
      table.push(
        heading.kind === "known"
          ? knownHeading(comparison, headings[heading.index]!)
          : namedHeading(comparison, heading),
      );
      open = [...open, heading];
    }
    open = chain;
    table.push(row);
  }
  passHeadings(headings.length);
  return table;
};

const knownIndexes = (chain: readonly Heading[]): readonly number[] =>
  chain.flatMap((heading) => (heading.kind === "known" ? [heading.index] : []));

const isAffected = ({ kind, edits }: ProvisionChange): boolean => {
  switch (kind) {
    case "changed":
    case "added":
    case "deleted":
    case "split":
    case "merged":
      return true;
    case "unchanged":
    case "renumbered":
    case "moved":
      return edits.some((edit) => edit.class === "words" || edit.class === "punctuation");
  }
};

const keyOf = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll(/\s/gu, "")).join("\n");

/** Provisions name their headings by their lines, without regard to white space. */
const indexesByName = (comparison: Comparison, side: Side): ReadonlyMap<string, number> =>
  new Map(
    comparison.headings.flatMap((heading, index) => {
      const place = heading[side];
      if (place === null) return [];
      const line = comparison[side].text.slice(place.span.start, place.span.end);
      return [[keyOf([...place.under, line]), index] as const];
    }),
  );

const chainOf = (
  { left, right }: ProvisionChange,
  indexes: Readonly<Record<Side, ReadonlyMap<string, number>>>,
): readonly Heading[] => {
  const side: Side = right === null ? "left" : "right";
  const under = (right ?? left)?.under ?? [];
  return under.map((name, depth): Heading => {
    const key = keyOf(under.slice(0, depth + 1));
    const index = indexes[side].get(key);
    if (index !== undefined) return { kind: "known", key: `${index}`, depth, index };
    return {
      kind: "named",
      key,
      depth,
      left: side === "left" ? name : (left?.under[depth] ?? null),
      right: side === "left" ? null : name,
    };
  });
};

const knownHeading = (comparison: Comparison, heading: ProvisionChange): HeadingRow =>
  headingRow(
    comparison,
    (heading.right ?? heading.left)?.under.length ?? 0,
    headingRuns(comparison, heading, "left"),
    headingRuns(comparison, heading, "right"),
  );

const headingRuns = (comparison: Comparison, heading: ProvisionChange, side: Side): readonly Run[] | null => {
  const place = heading[side];
  if (place === null) return null;
  const { text } = comparison[side];
  if (heading.kind === "added" || heading.kind === "deleted") {
    const line = text.slice(place.span.start, place.span.end);
    return wholeRun(line, heading.kind === "added" ? "added" : "deleted");
  }
  return cutRuns(text, place.span, heading.edits, side);
};

const namedHeading = (
  comparison: Comparison,
  { depth, left, right }: Extract<Heading, { kind: "named" }>,
): HeadingRow =>
  headingRow(
    comparison,
    depth,
    left === null ? null : wholeRun(left, "kept"),
    right === null ? null : wholeRun(right, "kept"),
  );

const headingRow = (
  { relation }: Comparison,
  depth: number,
  left: readonly Run[] | null,
  right: readonly Run[] | null,
): HeadingRow => ({
  kind: "heading",
  depth,
  left,
  right,
  same: readsAlike(left) === readsAlike(right),
  absent: emptyCellWords(relation, left === null ? "left" : "right"),
});

const readsAlike = (runs: readonly Run[] | null): string | null =>
  runs === null
    ? null
    : runs
        .map(({ text }) => text)
        .join("")
        .replaceAll(/\s/gu, "");
