import type { Span } from "../../../language/index.ts";
import type { Comparison, Place, ProvisionChange } from "../../model/change.ts";
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
  const indexes = { left: indexesByName(headings, "left"), right: indexesByName(headings, "right") };
  const table: TableRow[] = [];
  let open: readonly Heading[] = [];
  let next = 0;
  const passHeadings = (limit: number, chain: ReadonlySet<number>): void => {
    for (; next < limit; next += 1) {
      const heading = headings[next]!;
      if (chain.has(next) || shownBefore.has(next) || !(all || isAffected(heading))) continue;
      table.push(knownHeading(comparison, heading));
      open = [];
    }
  };
  const shownBefore = new Set<number>();
  for (const { change, row } of rows) {
    const chain = chainOf(change, indexes);
    const known = chain.flatMap((heading) => (heading.kind === "known" ? [heading.index] : []));
    passHeadings(Math.max(-1, ...known) + 1, new Set(known));
    for (const [at, heading] of chain.entries()) {
      if (open[at]?.key === heading.key) continue;
      open = open.slice(0, at);
      if (heading.kind === "known") shownBefore.add(heading.index);
      table.push(
        heading.kind === "known" ? knownHeading(comparison, headings[heading.index]!) : namedHeading(heading),
      );
      open = [...open, heading];
    }
    open = chain;
    table.push(row);
  }
  passHeadings(headings.length, new Set());
  return table;
};

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

const nameOf = ({ label, title }: Place): string => (title === null ? label : `${label} ${title}`);

const keyOf = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll(/\s/gu, "")).join("\n");

const indexesByName = (headings: readonly ProvisionChange[], side: Side): ReadonlyMap<string, number> =>
  new Map(
    headings.flatMap((heading, index) => {
      const place = heading[side];
      return place === null ? [] : [[keyOf([...place.under, nameOf(place)]), index] as const];
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

const knownHeading = (comparison: Comparison, heading: ProvisionChange): HeadingRow => {
  const [left, right] = [headingRuns(comparison, heading, "left"), headingRuns(comparison, heading, "right")];
  return {
    kind: "heading",
    depth: (heading.right ?? heading.left)?.under.length ?? 0,
    left,
    right,
    same: readsAlike(left) === readsAlike(right),
  };
};

const headingRuns = (comparison: Comparison, heading: ProvisionChange, side: Side): readonly Run[] | null => {
  const place = heading[side];
  if (place === null) return null;
  const { text } = comparison[side];
  const line = headingLine(text, place);
  if (heading.kind === "added") return wholeRun(text.slice(line.start, line.end), "added");
  if (heading.kind === "deleted") return wholeRun(text.slice(line.start, line.end), "deleted");
  return cutRuns(text, line, heading.edits, side);
};

/** A heading reaches to the end of its line; what stands under it belongs to other rows. */
const headingLine = (text: string, { span }: Place): Span => {
  const lineEnd = text.indexOf("\n", span.start);
  return { start: span.start, end: lineEnd < 0 ? span.end : Math.min(span.end, lineEnd) };
};

const namedHeading = (heading: Extract<Heading, { kind: "named" }>): HeadingRow => {
  const left = heading.left === null ? null : wholeRun(heading.left, "kept");
  const right = heading.right === null ? null : wholeRun(heading.right, "kept");
  return { kind: "heading", depth: heading.depth, left, right, same: readsAlike(left) === readsAlike(right) };
};

const readsAlike = (runs: readonly Run[] | null): string | null =>
  runs === null
    ? null
    : runs
        .map(({ text }) => text)
        .join("")
        .replaceAll(/\s/gu, "");
