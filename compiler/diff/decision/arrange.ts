import { longestRise } from "../edits/longest-rise.ts";
import type { DecisionNode, HeadingNode, UnitNode } from "./nodes.ts";
import { numbersInOrder, orderOf, type UnitNumber } from "./numbers.ts";
import type { AddedHeading, AddedUnit, Orders } from "./orders.ts";

/** A node of the new text, in its place: one of the text in force, or a new one. */
export type Arranged =
  | {
      readonly kind: "unit";
      readonly node: UnitNode | null;
      readonly added: AddedUnit | null;
      readonly number: UnitNumber;
    }
  | { readonly kind: "heading"; readonly node: HeadingNode | null; readonly added: AddedHeading | null }
  | { readonly kind: "element"; readonly node: DecisionNode };

/** Puts what stays and what is new in the order of the new numbers. Headings stay where they stood. */
export const arrange = (nodes: readonly DecisionNode[], orders: Orders): Arranged[] => {
  const staying = nodes.filter((node) => !orders.deleted.has(node));
  const units = staying.filter((node) => node.kind === "unit");
  const numbers = newNumbers(units, orders);
  const fixed = inOrder(units, numbers, orders);
  const loose: Loose[] = [
    ...orders.added.map(({ number, chapter, text }) => ({
      number,
      chapter,
      item: { kind: "unit", node: null, added: { number, chapter, text }, number } as const,
    })),
    ...units
      .filter((unit) => !fixed.has(unit))
      .map((unit) => ({
        number: numbers.get(unit)!,
        chapter: orders.given.get(unit)?.chapter ?? null,
        item: { kind: "unit", node: unit, added: null, number: numbers.get(unit)! } as const,
      })),
  ].toSorted((one, other) => orderOf(one.number, other.number));
  const base = staying.filter((node) => node.kind !== "unit" || fixed.has(node));
  const behind = placeLoose(base, numbers, loose);
  const arranged: Arranged[] = [...(behind.get(-1) ?? [])];
  for (const [index, node] of base.entries()) {
    if (node.kind === "unit") arranged.push({ kind: "unit", node, added: null, number: numbers.get(node)! });
    else if (node.kind === "heading") arranged.push({ kind: "heading", node, added: null });
    else arranged.push({ kind: "element", node });
    for (const item of behind.get(index) ?? []) arranged.push(item);
  }
  return withHeadings(arranged, orders.addedHeadings);
};

interface Loose {
  readonly number: UnitNumber;
  readonly chapter: HeadingNode | null;
  readonly item: Arranged;
}

const newNumbers = (units: readonly UnitNode[], orders: Orders): ReadonlyMap<UnitNode, UnitNumber> => {
  const numbered = units.map((unit) => ({ own: unit.number, given: orders.given.get(unit)?.number ?? null }));
  const numbers = orders.adjustsNumbers
    ? numbersInOrder(
        numbered,
        orders.added.map(({ number }) => number),
      )
    : numbered.map(({ own, given }) => given ?? own);
  return new Map(units.map((unit, index) => [unit, numbers[index]!]));
};

/** Units that can stay where they are: the longest row of rising numbers; what goes to a 章 never stays. */
const inOrder = (
  units: readonly UnitNode[],
  numbers: ReadonlyMap<UnitNode, UnitNumber>,
  orders: Orders,
): ReadonlySet<UnitNode> => {
  const candidates = units.filter((unit) => (orders.given.get(unit)?.chapter ?? null) === null);
  return new Set(longestRise(candidates, (one, other) => orderOf(numbers.get(one)!, numbers.get(other)!)));
};

/** Behind which node of the base each loose unit goes: the one with the number before it, or its 章. */
const placeLoose = (
  base: readonly DecisionNode[],
  numbers: ReadonlyMap<UnitNode, UnitNumber>,
  loose: readonly Loose[],
): ReadonlyMap<number, Arranged[]> => {
  const places = new Map(base.map((node, index) => [node, index]));
  const behind = new Map<number, Arranged[]>();
  const firstUnit = base.findIndex(({ kind }) => kind === "unit");
  const lastHeading = base.findLastIndex(({ kind }) => kind === "heading");
  const front = firstUnit >= 0 ? firstUnit - 1 : lastHeading >= 0 ? lastHeading : base.length - 1;
  let last = NOT_YET;
  let next = 0;
  for (const { number, chapter, item } of loose) {
    for (; next < base.length; next += 1) {
      const node = base[next]!;
      if (node.kind !== "unit") continue;
      if (orderOf(numbers.get(node)!, number) > 0) break;
      last = Math.max(last, next);
    }
    if (chapter !== null) last = Math.max(last, places.get(chapter) ?? NOT_YET);
    if (last === NOT_YET) last = front;
    const anchor = last;
    behind.set(anchor, [...(behind.get(anchor) ?? []), item]);
  }
  return behind;
};

/** Nothing stands in front of the first loose unit. */
const NOT_YET = -2;

/** New headings directly in front of the 条 that they name. */
const withHeadings = (arranged: readonly Arranged[], headings: readonly AddedHeading[]): Arranged[] => {
  const waiting = new Map<string, AddedHeading[]>();
  const keyOf = ({ number, insertion }: UnitNumber): string => `${number}-${insertion}`;
  for (const heading of headings) {
    const key = keyOf(heading.before);
    waiting.set(key, [...(waiting.get(key) ?? []), heading]);
  }
  return arranged.flatMap((item): Arranged[] => {
    if (item.kind !== "unit") return [item];
    const here = waiting.get(keyOf(item.number)) ?? [];
    return [...here.map((added) => ({ kind: "heading", node: null, added }) as const), item];
  });
};
