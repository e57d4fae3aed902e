import { readingsFor, notThat, standing } from "../../../compiler/analyse/checks/conditions.ts";
import { readingsOfItem, type ItemList, type ListItem } from "../../../compiler/analyse/checks/item-list.ts";
import { listsIn } from "../../../compiler/analyse/checks/item-lists.ts";
import { sameValue } from "../../../compiler/evaluate/index.ts";
import type { Classification, Condition, MeasureRule, Program } from "../../../compiler/model/ir.ts";
import type { Relation } from "../../../compiler/diff/behaviour/relation.ts";
import { relationOf } from "../../../compiler/diff/behaviour/index.ts";
import { Enumerated } from "./enumerated.ts";
import { casesOf, type Division } from "./small-division.ts";

/** What looking at every world tells of the lists of a program. Findings are named by code, rule and items. */
export interface Expected {
  readonly hasGap: boolean;
  /** Pairs of items with different values that can hold together. */
  readonly overlaps: ReadonlySet<string>;
  readonly masked: ReadonlySet<string>;
  readonly neverTrue: ReadonlySet<string>;
  /** Only when asked for: each item is struck, and the rest is run on every world. */
  readonly redundant: () => ReadonlySet<string>;
  readonly conflict: boolean;
}

export const classificationOf = ({ decisions }: Program): Classification =>
  decisions.find((each) => each.kind === "classification")!;

export const measureOf = ({ decisions }: Program, id: string): MeasureRule =>
  decisions.find((each): each is MeasureRule => each.kind === "measure" && each.id === id)!;

export const expectedOf = (program: Program, all: Enumerated): Expected => {
  const rule = classificationOf(program);
  const lists = listsIn({ program, probe: { program } });
  return {
    hasGap: rule.otherwise === null && all.results(rule).some(({ status }) => status === "未认定"),
    overlaps: overlapsOf(program, rule, all),
    masked: new Set(
      rule.items.filter((item) => isMasked(program, rule, item, all)).map(({ origin }) => origin.item!),
    ),
    neverTrue: new Set(
      lists.flatMap((list) => {
        const dead = list.items.filter((item) => isDead(program, list, item, all));
        // An exception none of whose items can apply is told as one that never does.
        const isTold = list.exception === null || dead.length < list.items.length;
        return isTold ? dead.map((item) => keyOf(list, item)) : [];
      }),
    ),
    redundant: () => new Set(lists.flatMap((list) => redundantOf(program, list, all))),
    conflict: all.exists([
      standing(program, measureOf(program, "措施甲")),
      standing(program, measureOf(program, "措施乙")),
    ]),
  };
};

export const keyOf = ({ rule }: Pick<ItemList, "rule">, { origin }: Pick<ListItem, "origin">): string =>
  `${rule.name} ${origin.item}`;

const overlapsOf = (program: Program, { items }: Classification, all: Enumerated): ReadonlySet<string> =>
  new Set(
    items.flatMap((first, index) =>
      items.slice(index + 1).flatMap((second) => {
        const readings = readingsFor(program, [first.condition, second.condition]);
        const overlaps =
          readings !== null &&
          !sameValue(first.value, second.value) &&
          all.exists([first.condition, second.condition], readings);
        return overlaps ? [`${first.origin.item}${second.origin.item}`] : [];
      }),
    ),
  );

const isMasked = (program: Program, { items }: Classification, item: ListItem, all: Enumerated): boolean => {
  const readings = readingsFor(program, [item.condition])!;
  const others = items
    .filter(({ value }) => !sameValue(value, item.value!))
    .map(({ condition }) => condition);
  return (
    others.length > 0 &&
    all.exists([item.condition], readings) &&
    !all.exists([item.condition, ...others.map(notThat)], readings)
  );
};

const isAlive = (program: Program, list: ItemList, item: ListItem, all: Enumerated): boolean | null => {
  const readings = readingsOfItem(program, list, item);
  return readings && all.exists([...list.around, item.condition], readings);
};

/** Also where the words are read otherwise. */
const isDead = (program: Program, list: ItemList, item: ListItem, all: Enumerated): boolean =>
  isAlive(program, list, item, all) === false &&
  !all.exists([...list.around, item.condition], new Map([["等情况", 2]]));

/** From the end, each judged beside those that stay. */
const redundantOf = (program: Program, list: ItemList, all: Enumerated): readonly string[] => {
  const found: string[] = [];
  let kept = list.items;
  for (const item of list.items.toReversed()) {
    const rest = kept.filter((each) => each !== item);
    const beside = item.value === null ? rest : rest.filter(({ value }) => sameValue(value!, item.value!));
    const readings = readingsOfItem(program, list, item);
    if (beside.length === 0 || readings === null || isAlive(program, list, item, all) !== true) continue;
    const others = beside.map(({ condition }) => condition);
    if (tipsTheScale(list, item, others, readings, all)) continue;
    const [before, after] = [kept, rest].map((items) => {
      const decision = list.keeping(items);
      const known = program.decisions.filter((each) => each.id !== decision.id);
      const decisions = [...known, decision];
      return new Enumerated({ ...program, decisions }, all.worlds).results(decision, readings);
    });
    if (JSON.stringify(before) !== JSON.stringify(after)) continue;
    kept = rest;
    found.push(keyOf(list, item));
  }
  return found;
};

/** In some world it depends on the item alone, counted one by one. */
const tipsTheScale = (
  { mode, least, around }: ItemList,
  { condition }: ListItem,
  others: readonly Condition[],
  readings: ReadonlyMap<string, number>,
  all: Enumerated,
): boolean => {
  if (mode === "all") return all.exists([...around, ...others, notThat(condition)], readings);
  const needed = mode === "atLeast" ? least - 1 : 0;
  return subsets(others, needed).some((those) =>
    all.exists(
      [...around, condition, ...others.map((each) => (those.includes(each) ? each : notThat(each)))],
      readings,
    ),
  );
};

const subsets = (of: readonly Condition[], count: number): readonly (readonly Condition[])[] => {
  const [first, ...rest] = of;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...subsets(rest, count - 1).map((each) => [first, ...each]), ...subsets(rest, count)];
};

/** Whether two columns really divide the rules, with unlike outcomes, and some world is in a case that no rule has. */
export const hasRuleGap = (division: Division | null, all: Enumerated): boolean => {
  if (division === null) return false;
  const { columns, rules } = division;
  const isOpen = columns.some(readsParameter);
  const cases = casesOf(columns);
  const taken = rules.map(({ name }) => "甲乙丙丁".indexOf(name.slice(-1)));
  const divides = [2, 1].every((bit) => new Set(taken.map((index) => index & bit)).size === 2);
  const outcomes = new Set(rules.map(({ orders }) => orders[0]!.modality.force));
  if (isOpen || !divides || outcomes.size < 2) return false;
  const none = rules.map(({ base }) => notThat(base));
  return cases.some((each) => all.exists([...each, ...none]));
};

/** A standard that is yes or no is no fact of a record. */
const readsParameter = (condition: Condition): boolean =>
  condition.kind === "holds" && condition.term.kind === "parameter";

/** How 措施甲 of two programs stand to each other: what all worlds show together. */
export const expectedVerdict = (left: Program, right: Program, all: Enumerated): string => {
  const pair = { left: measureOf(left, "措施甲"), right: measureOf(right, "措施甲") };
  const relation = relationOf(pair, { left, right });
  const before = all.results(pair.left);
  const after = new Enumerated(right, all.worlds).results(pair.right);
  const seen = new Set<Relation>(before.map((one, index) => relation(one, after[index]!)));
  if (seen.has("stricter") && seen.has("looser")) return "incomparable";
  if (seen.has("stricter")) return "stricter";
  if (seen.has("looser")) return "looser";
  return seen.has("other") || seen.has("named") ? "incomparable" : "equivalent";
};
