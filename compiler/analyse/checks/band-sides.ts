import type { Condition, Decision, MeasureRule, Origin, Program } from "../../model/ir.ts";
import { printDecided } from "../../evaluate/index.ts";
import { standing } from "./conditions.ts";
import { itemOf } from "./finding.ts";
import type { ItemList } from "./item-list.ts";

/** One band: an item of a list, or a rule among others of its article. */
export interface Side {
  readonly rule: Decision;
  readonly origin: Origin;
  /** Where the band is written. */
  readonly condition: Condition;
  /** What else has to hold for the band to be asked. */
  readonly around: readonly Condition[];
  /** True where what the band says comes about. */
  readonly reached: Condition;
  /** 规则条件（一）“…” of the rule; null where the band is the rule. */
  readonly item: string | null;
  /** The class that it gives, or what it orders; null where it is one of 情形之一, of which several may hold. */
  readonly says: string | null;
}

export const sidesOfList = ({ rule, mode, items, around }: ItemList): readonly Side[] =>
  mode !== "class" && mode !== "any"
    ? []
    : items.map(({ condition, origin, value }): Side => ({
        rule,
        origin,
        condition,
        around,
        reached: condition,
        item: itemOf(condition, origin),
        says: value === null || rule.kind !== "classification" ? null : printDecided(value, rule),
      }));

export const sideOfRule = (program: Program, rule: MeasureRule): Side => ({
  rule,
  origin: rule.origin,
  condition: rule.base,
  around: [rule.subject],
  reached: standing(program, rule),
  item: null,
  says: ordersOf(rule),
});

/** Measures about one kind of record under one provision, and those that order or forbid one thing wherever they stand. */
export const asNeighbours = (rules: readonly Decision[]): readonly (readonly MeasureRule[])[] => {
  const groups = new Map<string, MeasureRule[]>();
  const put = (rule: MeasureRule, ...parts: readonly (string | null)[]): void => {
    const key = JSON.stringify([rule.object, ...parts]);
    const group = groups.get(key) ?? [];
    group.push(rule);
    groups.set(key, group);
  };
  for (const rule of rules) {
    if (rule.kind !== "measure") continue;
    if (rule.origin.provision !== null) put(rule, rule.origin.file, rule.origin.provision);
    for (const measure of new Set(rule.orders.map((order) => order.measure))) put(rule, measure);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

const ordersOf = ({ orders }: MeasureRule): string =>
  orders
    .map(({ modality, measure }) => `${modality.word}${measure}`)
    .toSorted()
    .join("、");
