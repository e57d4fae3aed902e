// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Term } from "./terms.js" */
/** @import { Result, Value } from "./values.js" */
/** @import { Truth } from "./truth.js" */
import { Later } from "./reasons.js";
import { isOpenRecord } from "./subjects.js";
import { anyOf, decided, undecidedFor } from "./truth.js";
import { booleanValue, openFor } from "./values.js";

/** What keeps something from being decided. @typedef {{ readonly level: number, readonly reasons: readonly Reason[] }} Undecided */

/** @typedef {"不适用" | "成立" | "不成立" | "符合" | "不符合" | "已认定" | "未认定" | "冲突" | "需裁量" | "未知"} Status */

/**
 * What a decision says of one record; `why` tells why it does not apply.
 * @typedef {{
 *   readonly status: Status,
 *   readonly value: Value | null,
 *   readonly candidates: readonly Value[],
 *   readonly open: Undecided | null,
 *   readonly why: { readonly words: string, readonly exception: Exception | null } | null,
 * }} Judgement
 */

/** Takes a rule away from the records that meet it. @typedef {{ readonly id: string, readonly words: string, readonly origin: number, readonly condition: Condition }} Exception */

/** What the members are ordered by; `ascending` for values of an order. @typedef {{ readonly term: Term, readonly descending: boolean, readonly ascending: readonly string[] }} Key */

/**
 * @typedef {{
 *   readonly name: string,
 *   readonly object: string,
 *   readonly members: Condition,
 *   readonly group: string | null,
 *   readonly keys: readonly Key[],
 *   readonly ties: "shared" | "lot" | "discretion",
 *   readonly shareRounding: "halfUp" | "down" | "up" | null,
 * }} RankingParts
 */

/**
 * What every decision tells of itself: `origin` is the number of its own words, `citations` what each origin cites.
 * @typedef {{
 *   readonly id: string,
 *   readonly name: string,
 *   readonly object: string,
 *   readonly provision: string | null,
 *   readonly modality: string | null,
 *   readonly measure: string | null,
 *   readonly inPrinciple: boolean,
 *   readonly readings: readonly string[],
 *   readonly origin: number,
 *   readonly citations: ReadonlyMap<number, readonly Cited[]>,
 * }} About
 */

/** Words of the official text, the rule's own item that rests on them, and the place of that item among its kind. @typedef {readonly [Words, string | null, number]} Cited */

/** @typedef {{ readonly path: string, readonly label: string, readonly quote: string, readonly start: number, readonly end: number }} Words */

/**
 * @typedef {{
 *   readonly about: About,
 *   readonly kind: "measure" | "requirement" | "classification" | "definition" | "indicator" | "ranking",
 *   readonly judge: (context: Context, record: FactRecord) => Judgement,
 *   readonly origins: (context: Context, judgement: Judgement, environment: Environment) => readonly number[],
 *   readonly print: (value: Value) => string,
 *   readonly ranking?: RankingParts,
 *   readonly unmet?: (context: Context, environment: Environment) => readonly string[],
 * }} Decision
 */

/** @type {(status: Status, value?: Value | null) => Judgement} */
export const judged = (status, value = null) => ({ status, value, candidates: [], open: null, why: null });

/** @type {(words: string, exception?: Exception | null) => Judgement} */
export const notApplicable = (words, exception = null) => ({
  ...judged("不适用"),
  why: { words, exception },
});

export const NOT_ITS_SUBJECT = "不属于本规则的适用对象";

/** @type {(open: Undecided, candidates?: readonly Value[]) => Judgement} */
export const notJudged = (open, candidates = []) => ({
  status: open.level === 3 ? "未知" : "需裁量",
  value: null,
  candidates,
  open,
  why: null,
});

/** What a decision says of a record; found once. @type {(context: Context, id: string, record: FactRecord) => Judgement} */
export const judge = (context, id, record) => {
  let known = context.judgements.get(id);
  if (known === undefined) {
    known = { listed: new Map(), others: new WeakMap() };
    context.judgements.set(id, known);
  }
  const memory = record.listed ? known.listed : known.others;
  const found =
    memory.get(record) ??
    context.definition.decisions.get(id)?.judge(context, record) ??
    notJudged(openFor([]));
  memory.set(record, found);
  return found;
};

/** What another decision found, as a value: a class, a number, or whether it holds. @type {(context: Context, id: string, record: FactRecord) => Result} */
export const judgedValue = (context, id, record) => {
  const { status, value, open } = judge(context, id, record);
  const named = { name: id, object: record.object.name, id: record.id };
  switch (status) {
    case "成立":
    case "符合":
      return booleanValue(true);
    case "不成立":
    case "不符合":
      return booleanValue(false);
    case "未知":
    case "需裁量":
      return open === null ? openFor([]) : new Later(open.level, () => open.reasons);
    case "冲突":
      return openFor([{ kind: "认定冲突", ...named }]);
    case "已认定":
    case "未认定":
    case "不适用":
      return value ?? openFor([{ kind: "未认定", ...named }]);
  }
};

/** Value of another decision. @type {(id: string, of: Subject) => Term} */
export const decision = (id, of) => (context, environment) => {
  const record = of(context, environment);
  return isOpenRecord(record) ? record : judgedValue(context, id, record);
};

/** Whether a 【定义】 or another decision holds of a record. @type {(clause: Clause, id: string, subject: Subject) => Condition} */
export const defined = (clause, id, subject) => ({
  clause,
  truth: (context, environment) => {
    const record = subject(context, environment);
    if (isOpenRecord(record)) return undecidedFor(record);
    const value = judgedValue(context, id, record);
    if (value.kind === "open") return undecidedFor(value);
    return decided(value.kind !== "boolean" || value.value);
  },
});

/** Where several exceptions apply, the one with the smallest name is told. @type {(context: Context, exceptions: readonly Exception[], record: FactRecord) => { applied: Exception | null, truth: Truth }} */
export const excepted = (context, exceptions, record) => {
  const truth = anyOf(exceptions, ({ condition }) => condition.truth(context, [record]));
  if (truth.kind !== "true") return { applied: null, truth };
  const applied = exceptions.filter(({ condition }) => condition.truth(context, [record]).kind === "true");
  return { applied: applied.reduce((first, each) => (each.id < first.id ? each : first)), truth };
};
