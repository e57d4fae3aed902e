// @ts-check
/** @import { Context } from "./context.js" */
/** @import { Cited, Decision, Judgement, Status } from "./judging.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Reason } from "./reasons.js" */
import { judge } from "./judging.js";
import { sameValue } from "./values.js";

/**
 * @typedef {{ readonly path: string, readonly label: string, readonly quote: string, readonly start: number, readonly end: number, readonly ruleItem: string | null }} Citation
 * @typedef {{ readonly name: string, readonly option: number, readonly text: string, readonly status: "暂拟" | "已确认", readonly alternatives: readonly Alternative[] }} ReadingDependence
 * @typedef {{ readonly option: number, readonly text: string, readonly status: Status, readonly value: string | null }} Alternative
 */

/**
 * One result in words, with the text that it rests on.
 * @typedef {{
 *   readonly object: string,
 *   readonly id: string,
 *   readonly rule: string,
 *   readonly decision: string,
 *   readonly provision: string | null,
 *   readonly status: Status,
 *   readonly value: string | null,
 *   readonly candidates: readonly string[],
 *   readonly modality: string | null,
 *   readonly measure: string | null,
 *   readonly reason: string | null,
 *   readonly reasons: readonly Reason[],
 *   readonly unmet: readonly string[],
 *   readonly citations: readonly Citation[],
 *   readonly readings: readonly ReadingDependence[],
 * }} Outcome
 */

/** @type {(context: Context, decision: Decision, record: FactRecord) => Outcome} */
export const outcomeOf = (context, decision, record) => {
  const { about } = decision;
  /** @type {Outcome} */
  const blank = {
    object: record.object.name,
    id: record.id,
    rule: about.name,
    decision: about.id,
    provision: about.provision,
    status: "不适用",
    value: null,
    candidates: [],
    modality: about.modality,
    measure: about.measure,
    reason: context.outside,
    reasons: [],
    unmet: [],
    citations: [],
    readings: [],
  };
  if (context.outside !== null) return blank;
  const judgement = judge(context, about.id, record);
  const { status, value, candidates, open } = judgement;
  return {
    ...blank,
    status,
    value: value === null ? null : decision.print(value),
    candidates: candidates.map((each) => decision.print(each)),
    reason: reasonInWords(context, decision, record, judgement),
    reasons: open?.reasons ?? [],
    unmet: status === "不符合" ? (decision.unmet?.(context, [record]) ?? []) : [],
    citations: citationsOf(decision, decision.origins(context, judgement, [record])),
    readings: readingsBehind(context, decision, judgement, record),
  };
};

/** Why it does not apply; else the recorded reason for departing from what is laid down in principle. @type {(context: Context, decision: Decision, record: FactRecord, judgement: Judgement) => string | null} */
const reasonInWords = ({ register }, { about }, record, { status, why }) => {
  if (why !== null) return why.words;
  if (!about.inPrinciple || (status !== "成立" && status !== "不符合")) return null;
  const object = record.object.name;
  return (
    register.recordedReason(object, record.id, about.name) ??
    register.recordedReason(object, record.id, about.id) ??
    null
  );
};

/** Each place of the text once, with all the items that rest on it, in reading order. @type {(decision: Decision, origins: readonly number[]) => readonly Citation[]} */
const citationsOf = ({ about }, origins) => {
  /** @type {Map<string, { words: Cited[0], items: Map<string, number> }>} */
  const places = new Map();
  for (const origin of origins.length === 0 ? [about.origin] : origins) {
    for (const [words, item, ordinal] of about.citations.get(origin) ?? []) {
      const key = JSON.stringify([words.start, words.end, words.path]);
      const place = places.get(key) ?? { words, items: new Map() };
      places.set(key, place);
      if (item !== null) place.items.set(item, ordinal);
    }
  }
  return [...places.values()]
    .map(({ words, items }) => ({ ...words, ruleItem: items.size === 0 ? null : itemsInOneWord(items) }))
    .sort(
      (left, right) =>
        left.start - right.start ||
        left.end - right.end ||
        byCharacters(left.path, right.path) ||
        byCharacters(left.ruleItem ?? "", right.ruleItem ?? ""),
    );
};

/** An item stands for the items in it. @type {(items: ReadonlyMap<string, number>) => string} */
const itemsInOneWord = (items) =>
  `规则条件${[...items]
    .filter(([item]) => ![...items.keys()].some((other) => other !== item && item.startsWith(other)))
    .sort(([left, first], [right, second]) => first - second || byCharacters(left, right))
    .map(([item]) => item)
    .join("、")}`;

/** @type {(left: string, right: string) => number} */
const byCharacters = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

/** The readings under which the result would be another. @type {(context: Context, decision: Decision, judgement: Judgement, record: FactRecord) => readonly ReadingDependence[]} */
const readingsBehind = (context, decision, judgement, record) =>
  decision.about.readings.flatMap((name) => {
    const reading = context.definition.readings.get(name);
    const option = context.optionOf(name);
    if (reading === undefined || option === null) return [];
    const others = reading.options
      .filter(({ number }) => number !== option)
      .map(({ number, text }) => ({
        number,
        text,
        found: judge(context.under(name, number), decision.about.id, record),
      }));
    if (others.every(({ found }) => saysTheSame(found, judgement))) return [];
    return [
      {
        name,
        option,
        text: reading.options.find(({ number }) => number === option)?.text ?? "",
        status: reading.confirmed && option === reading.adopted ? "已确认" : "暂拟",
        alternatives: others.map(({ number, text, found: { status, value } }) => ({
          option: number,
          text,
          status,
          value: value === null ? null : decision.print(value),
        })),
      },
    ];
  });

/** @type {(left: Judgement, right: Judgement) => boolean} */
const saysTheSame = (left, right) => {
  if (left.status !== right.status) return false;
  if (left.value === null || right.value === null) return left.value === right.value;
  return sameValue(left.value, right.value);
};
