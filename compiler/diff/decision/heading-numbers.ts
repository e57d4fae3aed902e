import type { Level } from "../../../language/index.ts";
import type { Arranged } from "./arrange.ts";
import { readUnitLabel, unitLabel } from "./numbers.ts";
import type { Orders } from "./orders.ts";

export interface HeadingNumber {
  readonly label: string;
  readonly number: number | null;
  readonly level: Level;
}

/** Number and label of each heading in the new text; null for what is no heading. */
export const headingNumbers = (
  arranged: readonly Arranged[],
  orders: Orders,
): readonly (HeadingNumber | null)[] => {
  const above: { level: Level; label: string }[] = [];
  const counts = new Map<Level, number>();
  return arranged.map((item) => {
    if (item.kind !== "heading") return null;
    const level = item.node?.provision.level ?? levelOf(item.added?.label ?? "");
    while (above.length > 0 && rankOf(above.at(-1)!.level) >= rankOf(level)) above.pop();
    for (const other of counts.keys()) if (rankOf(other) > rankOf(level)) counts.delete(other);
    const own = item.node?.provision.number ?? null;
    const given =
      item.node === null ? numberIn(item.added?.label ?? "") : (orders.givenHeadings.get(item.node) ?? null);
    const isNumbered = item.node === null ? given !== null : own !== null;
    const counted = (counts.get(level) ?? 0) + 1;
    const number = !isNumbered ? null : (given ?? (orders.adjustsNumbers ? counted : own));
    if (number !== null) counts.set(level, number);
    const name = number === null ? bareName(item) : unitName(number, level);
    const label = `${above.at(-1)?.label ?? ""}${name}`;
    above.push({ level, label });
    return { label, number, level };
  });
};

const RANKS: readonly Level[] = ["book", "part", "chapter", "section"];

const rankOf = (level: Level): number => {
  const rank = RANKS.indexOf(level);
  return rank < 0 ? RANKS.length : rank;
};

const NAMES: Readonly<Partial<Record<Level, string>>> = {
  book: "编",
  part: "分编",
  chapter: "章",
  section: "节",
};

const unitName = (number: number, level: Level): string =>
  unitLabel({ number, insertion: null }, "article").replace("条", NAMES[level] ?? "部分");

const levelOf = (label: string): Level => {
  if (label.endsWith("节")) return "section";
  if (label.endsWith("分编")) return "part";
  return label.endsWith("编") ? "book" : "chapter";
};

const numberIn = (label: string): number | null => {
  const last = /第([^第]+?)(?:编|分编|章|节)$/.exec(label)?.[1];
  return last === undefined ? null : (readUnitLabel(`第${last}条`)?.number ?? null);
};

/** 附则 has no number. */
const bareName = (item: Extract<Arranged, { kind: "heading" }>): string => {
  const label = item.node?.label ?? item.added?.label ?? "";
  return /[^编章节]*$/.exec(label)?.[0] ?? label;
};
