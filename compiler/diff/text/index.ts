import { span, type OfficialDocument, type Span } from "../../../language/index.ts";
import type { Comparison } from "../../model/change.ts";
import { inOrder } from "../mirror-order.ts";
import { alignProvisions } from "./align.ts";
import { compareFurniture } from "./furniture-changes.ts";
import { alignHeadings } from "./headings.ts";
import { keptAround, keptBetween, patchOf, type Kept } from "./patch.ts";
import { headingRows, provisionRows, type Aligned } from "./rows.ts";
import type { FurnitureUnit, TextUnits } from "./unit.ts";
import { unitsOf } from "./units.ts";

export { applyPatch } from "./apply-patch.ts";

/** What comparing the words alone finds; no rules are needed for it. */
export type TextComparison = Pick<Comparison, "provisions" | "headings" | "furniture" | "patch" | "relation">;

/**
 * Compares two official texts: provisions are paired by what they say, not by their numbers, then the words inside.
 * With the sides exchanged the result is the same, exchanged.
 */
export const compareTexts = (left: OfficialDocument, right: OfficialDocument): TextComparison => {
  const leftUnits = unitsOf(left);
  const rightUnits = unitsOf(right);
  const alignment = alignProvisions(leftUnits, rightUnits);
  const headings = alignHeadings(leftUnits, rightUnits, alignment.pairing);
  const aligned: Aligned = { left: leftUnits, right: rightUnits, alignment, headings };
  const rows = provisionRows(aligned);
  const titles = headingRows(aligned);
  const furniture = compareFurniture(leftUnits, rightUnits);
  const kept: Kept[] = [];
  const gaps = { left: outerSpans(leftUnits), right: outerSpans(rightUnits) };
  for (const { change, edits } of [...rows, ...titles]) {
    if (change.left === null || change.right === null) continue;
    kept.push(...keptBetween(change.left.span, change.right.span, edits));
    kept.push(...keptOutside(left, right, gaps, change.left.span, change.right.span));
  }
  for (const [own, partner] of furniture.pairing.right.entries()) {
    const [one, other] = [leftUnits.furniture[own]!, rightUnits.furniture[partner]];
    if (other === undefined || !standsAlone(one, gaps.left) || !standsAlone(other, gaps.right)) continue;
    kept.push(...keptAround(left.source.text, right.source.text, one.span, other.span));
    kept.push(...keptOutside(left, right, gaps, one.span, other.span));
  }
  return {
    provisions: inOrder(rows.map(({ change }) => change)),
    headings: inOrder(titles.map(({ change }) => change)),
    furniture: furniture.changes,
    patch: patchOf(left.source.text, right.source.text, kept),
    relation: alignment.relation,
  };
};

/** For each tile by the start of what stands in it: the blank characters in front and behind. */
type Outer = ReadonlyMap<number, { readonly before: Span; readonly after: Span }>;

const outerSpans = ({ tiles }: TextUnits): Outer =>
  new Map(
    tiles.map(({ span: whole, inner }) => [
      inner.start,
      { before: span(whole.start, inner.start), after: span(inner.end, whole.end) },
    ]),
  );

const standsAlone = ({ span: own }: FurnitureUnit, outer: Outer): boolean => outer.has(own.start);

const keptOutside = (
  left: OfficialDocument,
  right: OfficialDocument,
  gaps: { readonly left: Outer; readonly right: Outer },
  one: Span,
  other: Span,
): readonly Kept[] => {
  const [own, there] = [gaps.left.get(one.start), gaps.right.get(other.start)];
  if (own === undefined || there === undefined) return [];
  return [
    ...keptAround(left.source.text, right.source.text, own.before, there.before),
    ...keptAround(left.source.text, right.source.text, own.after, there.after),
  ];
};
