import type { Decision, Force, Modality } from "../../model/ir.ts";

/** What the right side orders, in relation to the left one; other: neither weighs more. */
export type Weight = "same" | "heavier" | "lighter" | "other";

/** Compares what two decisions order, once they apply; decisions of other kinds order nothing. */
export const weightOfOrders = (left: Decision, right: Decision): Weight => {
  if (left.kind === "requirement" && right.kind === "requirement")
    return weightOf(left.modality, right.modality);
  if (left.kind !== "measure" || right.kind !== "measure") return left.kind === right.kind ? "same" : "other";
  const [before, after] = [byMeasure(left.orders), byMeasure(right.orders)];
  if (before.size !== after.size) return "other";
  return [...before].reduce<Weight>((found, [measure, modality]) => {
    const other = after.get(measure);
    return together(found, other === undefined ? "other" : weightOf(modality, other));
  }, "same");
};

/** 应当 weighs more than 可以, and more than 原则上应当; 陈述式 and 应当, 可以 and 鼓励 are not weighed against each other. */
export const weightOf = (left: Modality, right: Modality): Weight => {
  const [before, after] = [STRENGTH[left.force], STRENGTH[right.force]];
  const isForbidden = (left.force === "mustNot") !== (right.force === "mustNot");
  if (isForbidden || (before === after && left.force !== right.force)) return "other";
  return together(
    after > before ? "heavier" : after < before ? "lighter" : "same",
    left.inPrinciple === right.inPrinciple ? "same" : left.inPrinciple ? "heavier" : "lighter",
  );
};

const STRENGTH = {
  must: 2,
  mustNot: 2,
  stated: 2,
  may: 1,
  encourage: 1,
} as const satisfies Record<Force, number>;

const together = (first: Weight, second: Weight): Weight =>
  first === "same" ? second : second === "same" || first === second ? first : "other";

const byMeasure = (orders: Extract<Decision, { kind: "measure" }>["orders"]): ReadonlyMap<string, Modality> =>
  new Map(orders.map(({ measure, modality }) => [measure, modality]));
