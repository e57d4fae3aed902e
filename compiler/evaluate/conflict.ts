import type { MeasureRule, Modality, Order } from "../model/ir.ts";
import type { Conflict } from "../model/outcome.ts";
import { printModality } from "./print.ts";

/** Rules of measures that hold on one record. */
export interface Holding {
  readonly record: { readonly object: string; readonly id: string };
  readonly rules: readonly MeasureRule[];
}

/** Two orders on one measure that cannot both be followed. */
export interface Clash {
  readonly left: OrderOfRule;
  readonly right: OrderOfRule;
}

export interface OrderOfRule {
  readonly rule: MeasureRule;
  readonly order: Order;
}

/** 应当X or 可以X against 不得X on one record; other measures that meet stand side by side. */
export const conflictsOf = ({ record, rules }: Holding): readonly Conflict[] =>
  clashesOf(rules).map((clash) => inConflict(record, clash));

/** The same with the rules themselves; they hold on one record. */
export const clashesOf = (rules: readonly MeasureRule[]): readonly Clash[] => {
  const orders = rules.flatMap((rule) => rule.orders.map((order) => ({ rule, order })));
  const forbidding = orders.filter(({ order }) => order.modality.force === "mustNot");
  return forbidding.flatMap((right) =>
    orders
      .filter(
        (left) =>
          left.order.measure === right.order.measure && clash(left.order.modality, right.order.modality),
      )
      .map((left) => ({ left, right })),
  );
};

/** A clash on a record as results name it. */
export const inConflict = ({ object, id }: Holding["record"], { left, right }: Clash): Conflict => ({
  object,
  id,
  measure: left.order.measure,
  left: side(left),
  right: side(right),
});

/** What is permitted may still be unwelcome in principle; what is ordered may not. */
const clash = (left: Modality, forbidding: Modality): boolean => {
  switch (left.force) {
    case "stated":
    case "must":
      return true;
    case "may":
      return !forbidding.inPrinciple;
    case "mustNot":
    case "encourage":
      return false;
  }
};

const side = ({ rule, order }: OrderOfRule): Conflict["left"] => ({
  rule: rule.name,
  provision: rule.origin.provision,
  modality: printModality(order.modality),
});
