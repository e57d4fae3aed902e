import type { Comparison, RulePlace } from "../../../../compiler/model/change.ts";
import type { Segments, Span } from "../../../../language/index.ts";
import { placeWords } from "../../../../compiler/report/comparison/section-words.ts";
import type { ComparedRow, RulePlaceView } from "../view-model.ts";

export type Side = "left" | "right";

/** The same place as the page shows it, with the row of its provision and where a 用例 of it can be put. */
export type PlaceReader = (place: RulePlace | null, side: Side) => RulePlaceView | null;

/** Rows by the paths of the provisions that they hold. */
export type RowsByPath = Readonly<Record<Side, ReadonlyMap<string, ComparedRow["id"]>>>;

export const placeReader = (rows: RowsByPath, segments: Readonly<Record<Side, Segments>>): PlaceReader => {
  return (place, side) =>
    place === null
      ? null
      : {
          label: placeWords(place),
          rule: place.rule,
          words: place.words,
          span: place.span,
          insertAt: endOfGroup(segments[side], place.span),
          row: rowOf(rows[side], place.path),
        };
};

/** The provision itself, or the nearest one above it: 16.1.3, 16.1, 16. */
const rowOf = (rows: ReadonlyMap<string, string>, path: string | null): string | null => {
  for (
    let at = path;
    at !== null && at !== "";
    at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : null
  ) {
    const row = rows.get(at);
    if (row !== undefined) return row;
  }
  return null;
};

/** After the last block of the group in which the rule stands, so that its exceptions stay with it. */
const endOfGroup = ({ source, blocks }: Segments, { start, end }: Span): number => {
  let at = blocks.findIndex(({ span }) => span.start <= start && start < span.end);
  if (at === -1) return end;
  const isFollowed = (): boolean => {
    const next = blocks[at + 1];
    return next !== undefined && source.text.slice(blocks[at]!.span.end, next.span.start).trim() === "";
  };
  while (isFollowed()) at += 1;
  const group = blocks[at]!.span;
  return group.start + source.text.slice(group.start, group.end).trimEnd().length;
};

/** Both places with the words that tell them. */
export const bothPlaces = (
  read: PlaceReader,
  { left, right }: Pick<Comparison["behaviour"][number], "left" | "right">,
): { readonly left: RulePlaceView | null; readonly right: RulePlaceView | null } => ({
  left: read(left, "left"),
  right: read(right, "right"),
});
