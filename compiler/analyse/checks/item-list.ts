import type {
  Classification,
  Condition,
  Decision,
  ExceptionClause,
  Origin,
  Program,
} from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { allOf, conjuncts, readingsFor } from "./conditions.ts";

/** The items （一）（二）… of a rule that are put together in one way. */
export interface ItemList {
  readonly rule: Decision;
  /** The 【例外】 that the list stands in: `rule` then only carries its condition. Null in a rule. */
  readonly exception: ExceptionClause | null;
  /** `class`: each item gives a value of its own. */
  readonly mode: "class" | "any" | "all" | "atLeast";
  /** How many have to hold: all, one, or 至少N项. */
  readonly least: number;
  readonly items: readonly ListItem[];
  /** What else has to hold for the list to be asked. */
  readonly around: readonly Condition[];
  /** The rule with only these of the items. */
  readonly keeping: (kept: readonly ListItem[]) => Decision;
}

export interface ListItem {
  readonly condition: Condition;
  readonly origin: Origin;
  /** What an 认定 gives; null elsewhere. */
  readonly value: Value | null;
}

/** Readings under which the list is asked and the item stands in it; null where they contradict each other. */
export const readingsOfItem = (
  program: Program,
  { around }: ItemList,
  { condition, origin }: ListItem,
): ReadonlyMap<string, number> | null =>
  readingsFor(program, [allOf(origin, around.flatMap(conjuncts)), condition]);

/** The lists of a decision, outside in. */
export const listsOf = (rule: Decision): readonly ItemList[] => {
  switch (rule.kind) {
    case "classification":
      return [
        classList(rule),
        ...rule.items.flatMap((item, index) =>
          nested(rule, item.condition, [rule.subject], (condition) => ({
            ...rule,
            items: rule.items.with(index, { ...item, condition }),
          })),
        ),
      ];
    case "measure":
      return nested(rule, rule.base, [rule.subject], (base) => ({ ...rule, base }));
    case "requirement":
      return [
        ...nested(rule, rule.applicability, [rule.subject], (applicability) => ({ ...rule, applicability })),
        ...nested(rule, rule.requirement, [rule.subject, rule.applicability], (requirement) => ({
          ...rule,
          requirement,
        })),
      ];
    case "definition":
      return nested(rule, rule.condition, [], (condition) => ({ ...rule, condition }));
    case "indicator":
    case "ranking":
      return [];
  }
};

const classList = (rule: Classification): ItemList => ({
  rule,
  exception: null,
  mode: "class",
  least: 1,
  items: rule.items,
  around: [rule.subject],
  keeping: (kept) => ({
    ...rule,
    items: kept.flatMap(({ condition, origin, value }) =>
      value === null ? [] : [{ condition, origin, value }],
    ),
  }),
});

/** Lists in a condition; what stands beside a list in a conjunction holds where the list is asked. */
export const nested = (
  rule: Decision,
  condition: Condition,
  around: readonly Condition[],
  rebuilt: (condition: Condition) => Decision,
): readonly ItemList[] => {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast": {
      const { kind: mode, operands } = condition;
      const inner = operands.flatMap((operand, index) =>
        nested(rule, operand, [...around, ...besides(condition, operand)], (changed) =>
          rebuilt({ ...condition, operands: operands.with(index, changed) }),
        ),
      );
      if (!hasItems(condition, operands)) return inner;
      const keeping: ItemList["keeping"] = (kept) =>
        rebuilt({ ...condition, operands: kept.map((each) => each.condition) });
      const items = operands.map((operand) => ({ condition: operand, origin: operand.origin, value: null }));
      const least = condition.kind === "atLeast" ? condition.count : mode === "all" ? items.length : 1;
      return [{ rule, exception: null, mode, least, items, around, keeping }, ...inner];
    }
    case "not":
      return nested(rule, condition.operand, around, (operand) => rebuilt({ ...condition, operand }));
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return [];
  }
};

/** What else holds where an operand counts: the rest of a conjunction, or the reading without which it is waived. */
const besides = (condition: Condition, operand: Condition): readonly Condition[] => {
  if (condition.kind === "all") return condition.operands.filter((each) => each !== operand);
  if (condition.kind !== "any") return [];
  return condition.operands.flatMap((each) =>
    each.kind === "not" && each.operand.kind === "reading" ? [each.operand] : [],
  );
};

/** Each operand has a marker of its own; parts of one sentence stand under one marker, or under none. */
const hasItems = ({ origin }: Condition, operands: readonly Condition[]): boolean => {
  const markers = operands.map((operand) => operand.origin.item);
  return (
    operands.length > 1 &&
    new Set(markers).size === markers.length &&
    markers.every((marker) => marker !== null && marker !== origin.item)
  );
};
