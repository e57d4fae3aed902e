import { modalWords } from "./in-words.ts";
import type { Decision, MeasureRule, Modality, Order, Origin, RequirementRule } from "../../model/ir.ts";
import type { Clause, Finding } from "./finding.ts";
import { dutyDirection, measureDirection, sameForce } from "./modality.ts";
import type { Sides } from "./sides.ts";
import type { Role, Told } from "./told.ts";

/** What a rule orders, and how firmly. */
export const compareMeasures = (left: MeasureRule, right: MeasureRule, sides: Sides): readonly Told[] => {
  const lefts = new Map(left.orders.map((order) => [order.measure, order]));
  const rights = new Map(right.orders.map((order) => [order.measure, order]));
  const gone = [...lefts.values()].filter(({ measure }) => !rights.has(measure));
  const come = [...rights.values()].filter(({ measure }) => !lefts.has(measure));
  const others = [
    ...othersIn(sides.left.program.decisions, left),
    ...othersIn(sides.right.program.decisions, right),
  ];
  const told: Told[] = otherMeasures(gone, come).map((finding) => ({
    finding,
    left,
    right,
    role: finding.effect === 0 ? { kind: "other" } : { kind: "reach" },
  }));
  // One order in place of another says its force anew.
  const kept: (readonly [Order, Order])[] =
    gone.length === 1 && come.length === 1 ? [[gone[0]!, come[0]!]] : [];
  for (const [measure, order] of lefts) {
    const other = rights.get(measure);
    if (other !== undefined) kept.push([order, other]);
  }
  for (const [order, other] of kept) {
    const finding = otherModality(
      order.modality,
      other.modality,
      clauseAt(order.origin),
      clauseAt(other.origin),
      [order.measure, other.measure],
    );
    if (finding === null) continue;
    const role: Role =
      order.measure === other.measure
        ? { kind: "modal", modal: measureDirection(order.measure, order.modality, other.modality, others) }
        : { kind: "other" };
    told.push({ finding, left, right, role });
  }
  return told;
};

export const compareModality = (left: RequirementRule, right: RequirementRule): readonly Told[] => {
  const finding = otherModality(
    left.modality,
    right.modality,
    clauseAt(left.origin),
    clauseAt(right.origin),
    null,
  );
  if (finding === null) return [];
  return [
    { finding, left, right, role: { kind: "modal", modal: dutyDirection(left.modality, right.modality) } },
  ];
};

const othersIn = (decisions: readonly Decision[], own: MeasureRule): readonly Decision[] =>
  decisions.filter((decision) => decision !== own);

const otherModality = (
  before: Modality,
  after: Modality,
  left: Clause,
  right: Clause,
  measures: readonly [string, string] | null,
): Finding | null => {
  if (sameForce(before, after) && before.word === after.word) return null;
  const isWording = sameForce(before, after);
  return {
    kind: isWording ? "wording" : "modality",
    left,
    right,
    before: spoken(before, measures?.[0] ?? null),
    after: spoken(after, measures?.[1] ?? null),
    what: measures?.[1] ?? null,
    effect: 0,
    wording: isWording,
  };
};

/** 可纳入评估; 应当. */
const spoken = (modality: Modality, measure: string | null): string =>
  measure === null ? modalWords(modality) : `${modality.word}${measure}`;

const otherMeasures = (gone: readonly Order[], come: readonly Order[]): readonly Finding[] => {
  const common = { what: null, wording: false, kind: "measure" } as const;
  if (gone.length > 0 && come.length > 0) {
    return [
      {
        ...common,
        left: clauseAt(gone[0]!.origin),
        right: clauseAt(come[0]!.origin),
        before: namesOf(gone),
        after: namesOf(come),
        effect: 0,
      },
    ];
  }
  return [
    ...gone.map((order): Finding => ({
      ...common,
      left: clauseAt(order.origin),
      right: null,
      before: order.measure,
      after: null,
      effect: -1,
    })),
    ...come.map((order): Finding => ({
      ...common,
      left: null,
      right: clauseAt(order.origin),
      before: null,
      after: order.measure,
      effect: 1,
    })),
  ];
};

const namesOf = (orders: readonly Order[]): string => orders.map(({ measure }) => measure).join("、");

const clauseAt = (origin: Origin): Clause => ({ condition: null, origin, dormant: false });
