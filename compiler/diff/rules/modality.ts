import { toldByWord } from "../../../language/index.ts";
import { modalWords } from "./in-words.ts";
import type { Decision, Modality } from "../../model/ir.ts";
import type { Direction } from "../../model/change.ts";

/** 应当 → 原则上应当 → 鼓励 → 可以 → 原则上不得 → 不得: how firmly a measure is laid on, from most to not at all. */
const FIRMNESS = {
  must: { firm: 6, inPrinciple: 5 },
  stated: { firm: 6, inPrinciple: 5 },
  encourage: { firm: 4, inPrinciple: 4 },
  may: { firm: 3, inPrinciple: 3 },
  mustNot: { firm: 1, inPrinciple: 2 },
} as const satisfies Record<Modality["force"], { readonly firm: number; readonly inPrinciple: number }>;

/** A duty binds as firmly whether it orders or forbids. */
const DUTY = { ...FIRMNESS, mustNot: FIRMNESS.must } as const;

export interface ModalDirection {
  readonly direction: Direction;
  readonly ground: string | null;
}

const UNTOLD: ModalDirection = { direction: null, ground: null };

export const sameForce = (left: Modality, right: Modality): boolean =>
  left.force === right.force && left.inPrinciple === right.inPrinciple;

/** What another force does to those whom a duty binds. */
export const dutyDirection = (before: Modality, after: Modality): ModalDirection => {
  const change = firmness(DUTY, after) - firmness(DUTY, before);
  if (change === 0) return UNTOLD;
  const words = `由“${modalWords(before)}”改为“${modalWords(after)}”`;
  return change > 0
    ? { direction: "tightened", ground: `这是义务，${words}，约束加强。` }
    : { direction: "loosened", ground: `这是义务，${words}，约束减弱。` };
};

/** What another force does to those whom a measure reaches: a benefit that is less certain is 收紧. */
export const measureDirection = (
  measure: string,
  before: Modality,
  after: Modality,
  others: readonly Decision[],
): ModalDirection => {
  const change = firmness(FIRMNESS, after) - firmness(FIRMNESS, before);
  if (change === 0) return UNTOLD;
  const nature = natureOf(measure, before, after, others);
  if (nature === null) return UNTOLD;
  const words = `由“${modalWords(before)}”改为“${modalWords(after)}”`;
  const direction = (nature === "burden") === change > 0 ? "tightened" : "loosened";
  if (before.force === "mustNot" && after.force === "mustNot") {
    return { direction, ground: `这是禁止，${words}，禁止${change > 0 ? "减弱" : "加强"}。` };
  }
  const kind = nature === "benefit" ? "授益" : "不利的措施";
  return {
    direction,
    ground: `“${measure}”属于${kind}，${words}，${change > 0 ? "力度加强" : "力度减弱"}。`,
  };
};

const firmness = (
  table: Readonly<Record<Modality["force"], { readonly firm: number; readonly inPrinciple: number }>>,
  { force, inPrinciple }: Modality,
): number => table[force][inPrinciple ? "inPrinciple" : "firm"];

/**
 * Whether a measure is sought after, told from what the documents forbid, encourage and permit, else from the words of
 * the measure. A permission in the
 * changed rule itself tells nothing: an authority may be permitted to burden as well as to grant. Nor does a
 * prohibition that takes the place of an order, or the other way round.
 */
const natureOf = (
  measure: string,
  before: Modality,
  after: Modality,
  others: readonly Decision[],
): "burden" | "benefit" | null => {
  const own = new Set([before.force, after.force]);
  const bothForbid = before.force === "mustNot" && after.force === "mustNot";
  if (bothForbid || own.has("encourage")) return "benefit";
  const elsewhere = others.flatMap((decision) =>
    decision.kind === "measure"
      ? decision.orders.filter((order) => order.measure === measure).map(({ modality }) => modality.force)
      : [],
  );
  if (elsewhere.some((force) => force === "mustNot" || force === "encourage" || force === "may"))
    return "benefit";
  if (elsewhere.length === 0 && (own.has("may") || own.has("mustNot"))) return null;
  return toldByWord(measure)?.kind ?? "burden";
};
