import type { Comparison, Place, ProvisionChange } from "../../model/change.ts";
import type { FurnitureGroup } from "./furniture-rows.ts";
import { grouped } from "./grouped.ts";
import { cellTag, emptyCellWords } from "./marks.ts";
import { cutRuns, furnitureRuns, paragraphsOf, sharedRuns, wholeRun } from "./table-runs.ts";
import type { Run, Side } from "./table-runs.ts";

/** One side of a row. */
export interface TableCell {
  /** Where it went or came from, or why the cell is empty. */
  readonly tag: string | null;
  /** Joined, the text of the provision; of several, one after the other. */
  readonly runs: readonly Run[];
  /** The same as it is printed: each 款, 项 a paragraph. */
  readonly paragraphs: readonly (readonly Run[])[];
}

/** The provision of one side; of a split or merged one all parts, each once and with its own number. */
export const provisionCell = (
  comparison: Comparison,
  group: readonly ProvisionChange[],
  side: Side,
  wrapped: ReadonlySet<number>,
): TableCell => {
  const present = group.flatMap((change) => {
    const place = change[side];
    return place === null ? [] : [{ place, change }];
  });
  const byStart = grouped(present, ({ place }) => `${place.span.start}`);
  if (byStart.size === 0) return emptyCell(comparison.relation, side);
  const texts = [...byStart.values()].map((partners) => ({
    start: partners[0]!.place.span.start,
    runs: sharedRuns(partners.map(({ place, change }) => runsOf(comparison[side].text, place, change, side))),
  }));
  return {
    tag: cellTag(comparison.relation, group, side),
    runs: texts.flatMap(({ runs }, at) =>
      at === 0 ? runs : [{ text: "\n", mark: "kept" as const }, ...runs],
    ),
    paragraphs: texts.flatMap(({ runs, start }) => paragraphsOf(runs, start, wrapped)),
  };
};

export const emptyCell = (relation: Comparison["relation"], side: Side): TableCell => ({
  tag: emptyCellWords(relation, side),
  runs: [],
  paragraphs: [],
});

const runsOf = (text: string, place: Place, change: ProvisionChange, side: Side): readonly Run[] =>
  change.kind === "added" || change.kind === "deleted"
    ? wholeRun(text.slice(place.span.start, place.span.end), change.kind === "added" ? "added" : "deleted")
    : cutRuns(text, place.span, change.edits, side);

export const furnitureCell = (lines: FurnitureGroup["lines"], side: Side): TableCell => {
  const runs = lines
    .map((line) => furnitureRuns(line, side))
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [{ text: "\n", mark: "kept" as const }, ...line]));
  return { tag: null, runs, paragraphs: paragraphsOf(runs) };
};
