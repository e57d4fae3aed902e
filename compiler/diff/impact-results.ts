import type { ClosureEngine } from "../evaluate/index.ts";
import { STATUSES } from "../evaluate/closure/level.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Status } from "../model/outcome.ts";
import { relationOf } from "./behaviour/index.ts";
import type { DecisionPair } from "./found-change.ts";

/** What one side says of a record; null where it has no such rule, or no such record. */
export type RecordResult = { readonly status: Status; readonly value: string | null } | null;

const NO_SUCH_RULE = "无此规定";
const OTHER_NUMBER = "已认定，数值不同";

/** The results of a rule on records of an object by row; a class, number or place is asked for only where there is one. */
export const resultsOf = (
  engine: ClosureEngine,
  decision: Decision | null,
  object: string,
): ((row: number, id: string) => RecordResult) => {
  if (decision === null || decision.object !== object) return () => null;
  const codes = engine.statuses(decision.id);
  return (row, id) => {
    if (row < 0) return null;
    const status = STATUSES[codes[row]!]!;
    return { status, value: status === "已认定" ? engine.value(decision.id, id) : null };
  };
};

/** 未知 or 需裁量: what comes of it is not known yet. */
export const isOpen = (result: RecordResult): boolean =>
  result !== null && (result.status === "未知" || result.status === "需裁量");

/** Whether only what two results are called differs, and nothing comes of either. */
export const nominalBetween = (
  pair: DecisionPair,
  programs: { readonly left: Program; readonly right: Program },
): ((from: RecordResult, to: RecordResult) => boolean) => {
  const relation = relationOf(pair, programs);
  return (from, to) => relation(from ?? NONE, to ?? NONE) === "named";
};

const NONE = { status: null, value: null };

/** Indicators and rankings that one side lacks: only the rules that use them have an effect. */
export const isUncounted = ({ left, right }: DecisionPair): boolean =>
  (left === null || right === null) && [left, right].some((each) => each !== null && isMeasured(each));

/** From what to what, in words; null where nothing changes for the record. */
export const transitionBetween = (
  pair: DecisionPair,
): ((from: RecordResult, to: RecordResult) => { readonly from: string; readonly to: string } | null) => {
  const measured = [pair.left, pair.right].every((each) => each === null || isMeasured(each));
  const orders = { left: ordersOf(pair.left), right: ordersOf(pair.right) };
  const tellOrders = pair.left !== null && pair.right !== null && orders.left.key !== orders.right.key;
  const wordsOf = (result: RecordResult, order: Orders): string => {
    if (result === null) return NO_SUCH_RULE;
    if (tellOrders && result.status === order.on) return `${result.status}：${order.words}`;
    return result.value === null || measured ? result.status : `${result.status}：${result.value}`;
  };
  return (from, to) => {
    if (from === null || to === null) {
      const present = from ?? to;
      if (present === null || measured || !HAS_EFFECT.has(present.status)) return null;
    } else if (from.status === to.status && from.value === to.value) {
      if (!tellOrders || (from.status !== orders.left.on && from.status !== orders.right.on)) return null;
    } else if (measured && from.status === to.status) return { from: OTHER_NUMBER, to: OTHER_NUMBER };
    return { from: wordsOf(from, orders.left), to: wordsOf(to, orders.right) };
  };
};

/** A rule that the other document lacks changes something only for those whom it reaches, or may reach. */
const HAS_EFFECT: ReadonlySet<Status> = new Set([
  "成立",
  "不符合",
  "已认定",
  "冲突",
  "未知",
  "需裁量",
] satisfies Status[]);

/** Numbers and places differ from record to record; they are counted together, and have no effect of their own. */
const isMeasured = ({ kind }: Decision): boolean => kind === "indicator" || kind === "ranking";

/** What a rule orders, and the status on which it does. */
interface Orders {
  readonly key: string;
  readonly words: string;
  readonly on: Status | null;
}

const ordersOf = (decision: Decision | null): Orders => {
  switch (decision?.kind) {
    case "measure":
      return {
        key: JSON.stringify(
          decision.orders.map(({ modality, measure }) => [modality.force, modality.inPrinciple, measure]),
        ),
        words: decision.orders.map(({ modality, measure }) => `${modality.word}${measure}`).join("，"),
        on: "成立",
      };
    case "requirement":
      return {
        key: JSON.stringify([decision.modality.force, decision.modality.inPrinciple]),
        words: decision.modality.word,
        on: "不符合",
      };
    case "classification":
    case "definition":
    case "indicator":
    case "ranking":
    case undefined:
      return { key: "", words: "", on: null };
  }
};
