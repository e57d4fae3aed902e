import { span, type OfficialDocument, type Span } from "../../../language/index.ts";
import { joinedTitles } from "./tiles.ts";
import type { FurnitureUnit, Tile } from "./unit.ts";
import { plainWords } from "./words.ts";

/** Lines of the publication, and words that belong to nothing else. */
export const furnitureUnits = (
  document: OfficialDocument,
  tiles: readonly Tile[],
): readonly FurnitureUnit[] => {
  const { text } = document.source;
  const roles = new Map(document.furniture.map(({ role, span: own }) => [own.start, role]));
  const unitOf = (own: Span, role: FurnitureUnit["role"]): FurnitureUnit => ({
    role,
    span: own,
    words: plainWords(text.slice(own.start, own.end)),
  });
  const known = joinedTitles(document).map((own) => unitOf(own, roles.get(own.start) ?? "note"));
  const others = tiles.flatMap(({ span: whole, inner }) =>
    [span(whole.start, inner.start), span(inner.end, whole.end)].flatMap((rest) => {
      const words = text.slice(rest.start, rest.end);
      if (!/[\p{L}\p{N}]/u.test(words)) return [];
      const start = rest.start + words.length - words.trimStart().length;
      return [unitOf(span(start, start + words.trim().length), "other")];
    }),
  );
  return [...known, ...others].toSorted((one, other) => one.span.start - other.span.start);
};
