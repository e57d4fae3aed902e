import type { Item } from "../../../language/index.ts";
import type { Change } from "../model.ts";
import { nodesIn, replace, type Place } from "../place.ts";

/** A list without one of its items. */
export const itemChanges = (place: Place): readonly Change[] =>
  listsIn(place).flatMap((items) =>
    items.length < 2 ? [] : items.map((_, index) => without(place, items, index)),
  );

const listsIn = (place: Place): readonly (readonly Item[])[] => {
  const { block } = place;
  const first =
    block.kind === "classification"
      ? [block.items]
      : block.kind === "rule" || block.kind === "exception"
        ? block.sentences.map(({ items }) => items)
        : [];
  return [...first, ...nodesIn(place, "item").map(({ items }) => items)];
};

const without = ({ text }: Place, items: readonly Item[], index: number): Change => {
  const { span } = items[index]!;
  const next = items[index + 1];
  if (next !== undefined) return { operator: "item", span, ways: [replace(span.start, next.span.start, "")] };
  // The item before it becomes the last one, and ends as this one does.
  const before = items[index - 1]!;
  const end = text.slice(span.start, span.end).at(-1) ?? "";
  const from = text[before.span.end - 1] === "；" ? before.span.end - 1 : before.span.end;
  return { operator: "item", span, ways: [replace(from, span.end, /[。；]/u.test(end) ? end : "")] };
};
