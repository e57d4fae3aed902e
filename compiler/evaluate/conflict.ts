import type { MeasureRule, Modality, Order } from "../model/ir.ts";
import type { Conflict } from "../model/outcome.ts";
import { printModality } from "./print.ts";

/** Rules of measures that hold on one record. */
export interface Holding {
  readonly record: { readonly object: string; readonly id: string };
  readonly rules: readonly MeasureRule[];
}

/** 应当X or 可以X against 不得X on one record; other measures that meet stand side by side. */
export const conflictsOf = ({ record, rules }: Holding): readonly Conflict[] => {
  const orders = rules.flatMap((rule) => rule.orders.map((order) => ({ rule, order })));
  const forbidding = orders.filter(({ order }) => order.modality.force === "mustNot");
  return forbidding.flatMap((right) =>
    orders
      .filter(
        (left) =>
          left.order.measure === right.order.measure && clash(left.order.modality, right.order.modality),
      )
      .map((left) => ({
        object: record.object,
        id: record.id,
        measure: left.order.measure,
        left: side(left.rule, left.order),
        right: side(right.rule, right.order),
      })),
  );
};

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

const side = (rule: MeasureRule, order: Order): Conflict["left"] => ({
  rule: rule.name,
  provision: rule.origin.provision,
  modality: printModality(order.modality),
});
