import type { Comparison, RulePlace } from "../../../../compiler/model/change.ts";
import { placeWords } from "../../../../compiler/report/comparison/section-words.ts";
import type { ComparedRow, RulePlaceView } from "../view-model.ts";

export type Side = "left" | "right";

/** The same place as the page shows it, with the row of its provision. */
export type PlaceReader = (place: RulePlace | null, side: Side) => RulePlaceView | null;

/** Rows by the paths of the provisions that they hold. */
export type RowsByPath = Readonly<Record<Side, ReadonlyMap<string, ComparedRow["id"]>>>;

export const placeReader =
  (rows: RowsByPath): PlaceReader =>
  (place, side) =>
    place === null
      ? null
      : {
          label: placeWords(place),
          rule: place.rule,
          words: place.words,
          span: place.span,
          row: rowOf(rows[side], place.path),
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

/** Both places with the words that tell them. */
export const bothPlaces = (
  read: PlaceReader,
  { left, right }: Pick<Comparison["behaviour"][number], "left" | "right">,
): { readonly left: RulePlaceView | null; readonly right: RulePlaceView | null } => ({
  left: read(left, "left"),
  right: read(right, "right"),
});
