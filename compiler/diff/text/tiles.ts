import { span, type OfficialDocument, type Span } from "../../../language/index.ts";
import type { Tile } from "./unit.ts";

/**
 * One tile for each provision, heading and furniture line, in the order of the text. A tile begins with the line that
 * its unit begins with, so that blank lines belong to what stands above them.
 */
export const tilesOf = (
  document: OfficialDocument,
  units: readonly { readonly span: Span }[],
): { readonly tiles: readonly Tile[]; readonly enclosed: readonly Span[] } => {
  const { text } = document.source;
  const furniture = joinedTitles(document);
  const inOrder = [
    ...units.map((unit) => ({ inner: unit.span, isFurniture: false })),
    ...furniture.map((inner) => ({ inner, isFurniture: true })),
  ].toSorted((one, other) => one.inner.start - other.inner.start || other.inner.end - one.inner.end);
  const inners: Span[] = [];
  const enclosed: Span[] = [];
  let reached = 0;
  for (const { inner, isFurniture } of inOrder) {
    if (isFurniture && inner.start < reached) enclosed.push(inner);
    else {
      inners.push(span(Math.max(inner.start, reached), Math.max(inner.end, reached)));
      reached = Math.max(reached, inner.end);
    }
  }
  const starts = inners.map((inner, index) =>
    index === 0 ? 0 : Math.max(text.lastIndexOf("\n", inner.start - 1) + 1, inners[index - 1]!.end),
  );
  const tiles = inners.map((inner, index) => ({
    span: span(starts[index]!, starts[index + 1] ?? text.length),
    inner,
  }));
  return { tiles, enclosed };
};

/** A title that takes several lines is one title. */
export const joinedTitles = (document: OfficialDocument): readonly Span[] => {
  const joined: { role: string; span: Span }[] = [];
  for (const { role, span: own } of document.furniture) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : document.source.text.slice(last.span.end, own.start);
    if (
      last !== undefined &&
      role === "title" &&
      last.role === role &&
      /^[ \t\r\u3000]*\n[ \t\u3000]*$/.test(between)
    )
      last.span = span(last.span.start, own.end);
    else joined.push({ role, span: own });
  }
  return joined.map(({ span: own }) => own);
};
