import { bandsIn, BORDER_WORD, type Band } from "./bands.ts";
import { passagesWith, standingIn, type Passage } from "./passages.ts";
import { MOST_FINDINGS, type TextUnderReview } from "./text-lint.ts";

export interface PlacedBand {
  readonly band: Band;
  readonly passage: Passage;
}

/** Bands of one quantity that follow one another, in one sentence or in the items of one list. */
export type BandRow = readonly PlacedBand[];

export const bandRows = (text: TextUnderReview): readonly BandRow[] => {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const inclusion = inclusionIn(text.document.source.text);
  const rows: PlacedBand[][] = [];
  for (const passage of passagesWith(text, BORDER_WORD)) {
    for (const band of bandsIn(passage.text, inclusion).slice(0, MOST_FINDINGS)) {
      const placed = { band, passage };
      const row = rows.at(-1);
      if (row !== undefined && areNeighbours(text, row.at(-1)!, placed)) row.push(placed);
      else rows.push([placed]);
    }
  }
  cache.set(text, rows);
  return rows;
};

const cache = new WeakMap<TextUnderReview, readonly BandRow[]>();

/** In one sentence, or each at the beginning of an item of one list; of one quantity. */
const areNeighbours = (text: TextUnderReview, left: PlacedBand, right: PlacedBand): boolean => {
  if (left.passage === right.passage) {
    const between = left.passage.text.slice(left.band.end, right.band.start - right.band.subject.length);
    if (between.length > 120 || between.includes("。")) return false;
    return right.band.subject === "" || right.band.subject === left.band.subject;
  }
  return (
    right.passage.order === left.passage.order + 1 &&
    left.band.leads &&
    right.band.leads &&
    left.band.subject === right.band.subject &&
    articleOf(text, left) === articleOf(text, right)
  );
};

const articleOf = (text: TextUnderReview, { passage }: PlacedBand): string | undefined =>
  standingIn(text, passage.pieces[0]!).provision?.split(".")[0];

/** “以上”包括本数，“以下”不包括本数: the document may say so itself. 20人以上（不含本数） speaks of one place. */
const inclusionIn = (source: string): { readonly above: boolean; readonly below: boolean } => ({
  above: !/以上[”"」]?[^。；，、（(]{0,8}不(?:含|包括|包含)本数/.test(source),
  below: !/以下[”"」]?[^。；，、（(]{0,8}不(?:含|包括|包含)本数/.test(source),
});
