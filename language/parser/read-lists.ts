import type { Item, ListHead } from "../ast.ts";
import * as build from "../build-ast/sentences.ts";
import type { BlockReading } from "./block-context.ts";
import { reportLeftOut } from "./left-out.ts";
import type { Branch } from "./units.ts";

/** Items under a sentence or item, and what is amiss between a list head and its items. */
export const readItems = (reading: BlockReading, branches: readonly Branch[]): readonly Item[] => {
  const items = branches.map((branch) => readItem(reading, branch));
  const wrong = items.findIndex(({ marker, number }, index) => marker !== "" && number !== index + 1);
  if (wrong >= 0) {
    const { marker, markerSpan } = items[wrong]!;
    reading.report("item-numbers", markerSpan, { expected: wrong + 1, marker });
  }
  return items;
};

const readItem = (reading: BlockReading, { unit, items }: Branch): Item => {
  const children = readItems(reading, items);
  const segments = reading.parse((grammar) => grammar.item(), unit) ?? [];
  const item = build.item(segments, unit, children);
  reportLeftOut(reading, segments, "item");
  checkList(reading, item.head, children, unit.end);
  return item;
};

/** A head needs items and items need a head; a broken sentence has been reported already. */
export const checkList = (
  reading: BlockReading,
  head: ListHead | null,
  items: readonly Item[],
  end: number,
): void => {
  if (head !== null && items.length === 0) {
    reading.report("list-without-items", head.span, { words: head.words });
  } else if (head === null && items.length > 0) {
    const first = items[0]!;
    reading.report(
      "items-without-list",
      first.markerSpan.end > first.markerSpan.start ? first.markerSpan : { start: end, end },
      {},
    );
  }
};
