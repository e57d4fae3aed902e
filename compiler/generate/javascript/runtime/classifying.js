// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { About, Decision, Judgement, Undecided } from "./judging.js" */
/** @import { Truth } from "./truth.js" */
/** @import { Value } from "./values.js" */
import { judged, notApplicable, notJudged, NOT_ITS_SUBJECT } from "./judging.js";
import { joinedReasons, Later } from "./reasons.js";
import { undecidedFor } from "./truth.js";
import { sameValue, valueKey } from "./values.js";

/** @typedef {{ readonly condition: Condition, readonly value: Value, readonly origin: number }} Item */

/**
 * Two different values that hold are a 冲突; a different value that may still hold leaves it open. `values` are the declared
 * ones in their order.
 * @type {(about: About, parts: {
 *   readonly subject: Condition,
 *   readonly items: readonly Item[],
 *   readonly otherwise: { readonly value: Value, readonly origin: number } | null,
 *   readonly values: readonly string[],
 * }, print: (value: Value) => string) => Decision}
 */
export const classification = (about, { subject, items, otherwise, values }, print) => ({
  about,
  kind: "classification",
  print,
  judge: (context, record) => {
    const concerned = subject.truth(context, [record]);
    if (concerned.kind === "false") return notApplicable(NOT_ITS_SUBJECT);
    /** @type {Map<string, Value>} */
    const certain = new Map();
    /** @type {Map<string, { readonly value: Value, readonly truths: Truth[] }>} */
    const possible = new Map();
    for (const { condition, value } of items) {
      const truth = condition.truth(context, [record]);
      const key = valueKey(value);
      if (truth.kind === "true") certain.set(key, value);
      if (truth.kind !== "open") continue;
      const entry = possible.get(key) ?? { value, truths: [] };
      possible.set(key, entry);
      entry.truths.push(truth);
    }
    for (const key of certain.keys()) possible.delete(key);
    const found = concluded([...certain.values()], [...possible.values()], otherwise?.value ?? null, values);
    if (concerned.kind === "true") return found;
    return notJudged(
      found.open === null ? concerned : bothOpen(concerned, found.open),
      found.value === null ? found.candidates : [found.value],
    );
  },
  origins: (context, { why, status, value, candidates, open }, environment) => {
    if (why !== null) return [];
    const wanted = open === null ? "true" : "open";
    const told = [...(value === null ? [] : [value]), ...candidates];
    const found = items.filter(
      (item) =>
        item.condition.truth(context, environment).kind === wanted &&
        told.some((each) => sameValue(each, item.value)),
    );
    if (found.length > 0 || status !== "已认定" || otherwise === null)
      return found.map(({ origin }) => origin);
    return [otherwise.origin];
  },
});

/** @type {(certain: readonly Value[], possible: readonly { readonly value: Value, readonly truths: readonly Truth[] }[], fallback: Value | null, declared: readonly string[]) => Judgement} */
const concluded = (certain, possible, fallback, declared) => {
  if (certain.length > 1) return { ...judged("冲突"), candidates: inDeclaredOrder(certain, declared) };
  if (possible.length > 0) {
    const still = certain.length === 0 && fallback !== null ? [fallback] : [];
    return notJudged(
      undecidedFor(...possible.flatMap(({ truths }) => truths)),
      inDeclaredOrder([...certain, ...possible.map(({ value }) => value), ...still], declared),
    );
  }
  const value = certain[0] ?? fallback;
  return value === null ? judged("未认定") : judged("已认定", value);
};

/** @type {(first: Undecided, second: Undecided) => Undecided} */
const bothOpen = (first, second) =>
  new Later(Math.max(first.level, second.level), () => joinedReasons(first.reasons, second.reasons));

/** Each once; those without a declared place go by their characters. @type {(values: readonly Value[], declared: readonly string[]) => readonly Value[]} */
const inDeclaredOrder = (values, declared) => {
  /** @type {(value: Value) => number} */
  const place = (value) => (value.kind === "enumeration" ? declared.indexOf(value.value) : -1);
  return [...new Map(values.map((value) => [valueKey(value), value]))]
    .sort(([left, first], [right, second]) => place(first) - place(second) || (left < right ? -1 : 1))
    .map(([, value]) => value);
};
