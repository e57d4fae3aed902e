import { toldByWord } from "../../language/index.ts";
import type { Decision, Modality, Program } from "../model/ir.ts";
import type { DecisionPair } from "./found-change.ts";

/** Whether it is harder on somebody when a rule reaches more records. */
export interface Burden {
  /** 不利: reaching more is 收紧; 授益: reaching more is 放宽; null: neither is told. */
  readonly kind: "burden" | "benefit" | null;
  /** How that was told, one Chinese sentence; null where it was not. */
  readonly ground: string | null;
}

const UNTOLD: Burden = { kind: null, ground: null };

/**
 * Told from the modals of both documents first: what one of them permits, encourages or forbids is sought after. Where
 * a measure is only ordered or stated, the words by which the law grants or imposes tell (benefit-words.ts); what they
 * do not tell is a burden, and the ground says that no modal tells otherwise.
 */
export const burdenOf = (decision: Decision, programs: readonly Program[]): Burden => {
  switch (decision.kind) {
    case "measure":
      return burdenOfOrders(decision, programs);
    case "requirement":
      return decision.modality.force === "may" || decision.modality.force === "encourage"
        ? { kind: "benefit", ground: `“${decision.name}”用“${decision.modality.word}”表述，属于授益。` }
        : { kind: "burden", ground: `“${decision.name}”是要求，要求增加即收紧。` };
    case "classification":
    case "definition":
    case "indicator":
    case "ranking":
      return UNTOLD;
  }
};

/**
 * Whether one side orders what the other only permits, and no other rule tells whether it is sought after: an authority
 * may be permitted to burden as well as to grant.
 */
export const isLonePermission = ({ left, right }: DecisionPair, programs: readonly Program[]): boolean => {
  if (left?.kind !== "measure" || right?.kind !== "measure") return false;
  const others = programs.flatMap(({ decisions }) =>
    decisions.filter((each) => each.id !== left.id && each.id !== right.id),
  );
  return left.orders.some(({ measure, modality }) => {
    const other = right.orders.find((order) => order.measure === measure)?.modality;
    const forces = new Set([modality.force, other?.force]);
    if (!forces.has("may") || !(forces.has("must") || forces.has("stated"))) return false;
    return !others.some(
      (decision) =>
        decision.kind === "measure" &&
        decision.orders.some((order) => order.measure === measure && isTelling(order.modality)),
    );
  });
};

const isTelling = ({ force }: Modality): boolean => force !== "must" && force !== "stated";

const burdenOfOrders = (
  { orders }: Extract<Decision, { kind: "measure" }>,
  programs: readonly Program[],
): Burden => {
  const kinds = orders.map(({ modality, measure }): Burden => {
    switch (modality.force) {
      case "mustNot":
        return { kind: "burden", ground: `“${modality.word}${measure}”是禁止，适用面扩大即收紧。` };
      case "may":
      case "encourage": {
        // 可以暂停营业: an authority is permitted to burden, or somebody to stop; neither is told.
        if (toldByWord(measure)?.kind === "burden") return UNTOLD;
        return { kind: "benefit", ground: `“${modality.word}${measure}”是授益，适用面扩大即放宽。` };
      }
      case "must":
      case "stated":
        return sought(measure, programs);
    }
  });
  return kinds.every(({ kind }) => kind === kinds[0]?.kind) ? (kinds[0] ?? UNTOLD) : UNTOLD;
};

const sought = (measure: string, programs: readonly Program[]): Burden => {
  for (const program of toldByWord(measure)?.kind === "burden" ? [] : programs) {
    for (const decision of program.decisions) {
      if (decision.kind !== "measure") continue;
      for (const { modality, measure: other } of decision.orders) {
        if (other !== measure || !isTelling(modality)) continue;
        return {
          kind: "benefit",
          ground: `“${program.policy.name}”对“${measure}”用“${modality.word}”表述，“${measure}”属于授益，适用面扩大即放宽。`,
        };
      }
    }
  }
  return byWord(measure);
};

const byWord = (measure: string): Burden => {
  const told = toldByWord(measure);
  switch (told?.kind) {
    case "benefit":
      return {
        kind: "benefit",
        ground: `${withWord(measure, told.word)}属于授益，适用面扩大即放宽。`,
      };
    case "burden":
      return {
        kind: "burden",
        ground: `${withWord(measure, told.word)}属于不利，适用面扩大即收紧。`,
      };
    case undefined:
      return {
        kind: "burden",
        ground: `“${measure}”是应当采取的措施，没有“可以”等情态词表明是授益，适用面扩大即收紧。`,
      };
  }
};

const withWord = (measure: string, word: string): string =>
  measure === word ? `“${measure}”` : `“${measure}”含有“${word}”，`;
