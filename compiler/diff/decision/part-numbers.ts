import type { Provision } from "../../../language/index.ts";
import { markerOf, type DecisionText } from "./nodes.ts";
import { markerWith, numbersInOrder } from "./numbers.ts";
import type { PartOrders } from "./orders.ts";
import type { Splice } from "./references.ts";

/** 款 and 项 put in at their numbers; the 项 behind them go up, those behind a deleted one go down. */
export const partSplices = (text: DecisionText, holder: Provision, orders: PartOrders): Splice[] => {
  const level = orders.added.length > 0 ? levelOf(holder, orders) : null;
  const children = holder.children.filter(
    (child) => child.level === (level ?? [...orders.deleted][0]?.level) && child.number !== null,
  );
  const staying = children.filter((child) => !orders.deleted.has(child));
  const added = orders.added.toSorted((one, other) => one.number - other.number);
  const numbers = numbersInOrder(
    staying.map(({ number }) => ({ own: { number: number ?? 1, insertion: null }, given: null })),
    added.map(({ number }) => ({ number, insertion: null })),
  );
  const splices: Splice[] = [];
  for (const [index, child] of staying.entries()) {
    const number = numbers[index]!;
    if (number.number === child.number || child.level === "paragraph") continue;
    const marker = markerOf(child, text.text);
    const written = text.text.slice(marker.start, marker.end);
    splices.push({ start: marker.start, end: marker.end, text: markerWith(written, number) });
  }
  for (const part of added) {
    const before = numbers.findLastIndex(({ number }) => number < part.number);
    const at = before >= 0 ? staying[before]!.span.end : (staying[0]?.span.start ?? holder.span.end);
    splices.push({ start: at, end: at, text: before >= 0 ? `\n${part.text}` : `${part.text}\n` });
  }
  return splices;
};

/** 款 of a 条, else what the holder already has. */
const levelOf = (holder: Provision, orders: PartOrders): Provision["level"] | null =>
  holder.children.find((child) => child.number !== null && !orders.deleted.has(child))?.level ??
  holder.children.find((child) => child.number !== null)?.level ??
  null;
