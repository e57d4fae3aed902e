import type { AnalysisFinding, FindingPlace, Witness } from "../../model/analysis.ts";
import type { MeasureRule, Order, Program } from "../../model/ir.ts";
import type { CheckContext } from "./check.ts";
import { allOf, inTextOrder, readingsFor, standing } from "./conditions.ts";
import { labelOf, placeOf } from "./finding.ts";
import { witnessOf } from "./witness-of.ts";
import type { ProbeAnswer } from "../probe.ts";

/** An order with the rule that gives it. */
export interface RuleOrder {
  readonly rule: MeasureRule;
  readonly order: Order;
}

/** Every order of the program, in the order of the text. */
export const ordersOf = ({ decisions }: Program): readonly RuleOrder[] =>
  inTextOrder(decisions).flatMap((rule) =>
    rule.kind === "measure" ? rule.orders.map((order) => ({ rule, order })) : [],
  );

/** Kept together by a key, in the order in which they come. */
export const grouped = <Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly (readonly Entry[])[] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(entry);
  }
  return [...groups.values()];
};

/** Whether two rules can hold on one record; null where each asks for another reading of the same words. */
export const holdTogether = async (
  { program, probe }: CheckContext,
  left: MeasureRule,
  right: MeasureRule,
): Promise<{ readonly answer: ProbeAnswer; readonly readings: ReadonlyMap<string, number> } | null> => {
  const rules = left === right ? [left] : [left, right];
  const readings = readingsFor(
    program,
    rules.map(({ base }) => base),
  );
  if (readings === null) return null;
  const condition = allOf(
    left.origin,
    rules.map((rule) => standing(program, rule)),
  );
  const answer = await probe.canHold({ object: left.object, condition, readings });
  if (answer.kind !== "found") return { answer, readings };
  const smallest = await probe.canHold({ object: left.object, condition, readings, smallest: true });
  return { answer: smallest, readings };
};

/** What both rules say of the found record. */
export const pairWitness = (
  { probe }: CheckContext,
  answer: Extract<ProbeAnswer, { kind: "found" }>,
  rules: readonly MeasureRule[],
  readings: ReadonlyMap<string, number>,
): Witness =>
  witnessOf(probe, answer, rules, `${rules.map(({ name }) => name).join("和")}同时成立`, readings);

/** 四（二）一是“药店服务圈”. */
export const ruleInWords = (program: Program, { name, origin }: MeasureRule): string =>
  `${labelOf(program, origin) ?? ""}“${name}”`;

/** 原则上不再新增医保定点. */
export const orderInWords = ({ order }: RuleOrder): string => `${order.modality.word}${order.measure}`;

export const placesOf = (program: Program, rules: readonly MeasureRule[]): readonly FindingPlace[] =>
  rules.map((rule) => placeOf(program, rule, rule.origin));

/** Of so many pairs of one kind each is asked about; what is left over is said. */
export const MOST_PAIRS = 400;

/** Said where a policy has more pairs than are asked about. */
export const leftOver = (
  code: string,
  program: Program,
  left: number,
  rules: readonly MeasureRule[],
): AnalysisFinding => ({
  code,
  severity: "info",
  certainty: "undecided",
  message: `规则较多，另有${left}对规则没有逐对核对。请人工核对，或者分篇起草。`,
  places: placesOf(program, rules.slice(0, 1)),
  witness: null,
  suggestions: [],
  reason: `只逐对核对前${MOST_PAIRS}对。`,
});
