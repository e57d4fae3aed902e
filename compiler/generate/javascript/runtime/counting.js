// @ts-check
/** @import { Candidates, Sharing } from "./candidates.js" */
/** @import { Context, Environment } from "./context.js" */
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { Term } from "./terms.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { Open, Result, Value } from "./values.js" */
import { withinBound } from "./arithmetic.js";
import { exceptedRecord, membersOf, numbersOf, sharingKey } from "./candidates.js";
import { compared } from "./comparisons.js";
import { fraction, over, plus, signOf, wholeNumber } from "./numbers.js";
import { countValue, openFor, stillOpen } from "./values.js";

/** How many candidates there are; where some are open, between which numbers. @type {(context: Context, candidates: Candidates, environment: Environment) => Result} */
export const countOf = (context, candidates, environment) => {
  const [judged] = environment;
  if (environment.length !== 1 || judged === undefined) return counted(context, candidates, environment);
  // A result asks twice for the same count: once to decide and once to cite what decided.
  if (context.counted.record !== judged) context.counted = { record: judged, counts: new Map() };
  const { counts } = context.counted;
  const found = counts.get(candidates) ?? counted(context, candidates, environment);
  counts.set(candidates, found);
  return found;
};

/** @type {(context: Context, candidates: Candidates, environment: Environment) => Result} */
const counted = (context, candidates, environment) => {
  const members = membersOf(context, candidates, environment);
  const { certain, more, open } = numbersOf(
    context,
    members,
    exceptedRecord(context, candidates, environment),
  );
  return more === 0 ? countValue(certain) : open;
};

const QUANTIFIERS = /** @type {const} */ ({ atLeast: ">=", atMost: "<=", exactly: "=" });

/** @type {(clause: Clause, quantifier: keyof typeof QUANTIFIERS, count: Term, candidates: Candidates) => Condition} */
export const exists = (clause, quantifier, count, candidates) => ({
  clause,
  truth: (context, environment) =>
    compared(
      clause.words,
      QUANTIFIERS[quantifier],
      countOf(context, candidates, environment),
      count(context, environment),
    ),
});

/** 数量. @type {(candidates: Candidates) => Term} */
export const count = (candidates) => (context, environment) => countOf(context, candidates, environment);

/** 合计 平均 最大 最小. @type {(words: string, how: keyof typeof SUMMARIES, candidates: Candidates, of: Term, sharedBy: Sharing | null) => Term} */
export const aggregate = (words, how, candidates, of, sharedBy) => {
  /** @type {Term} */
  const term = (context, environment) => {
    const key = candidates.except === null ? sharingKey(context, sharedBy, environment) : null;
    if (key === null) return summarised(context, environment);
    return context.recall(term, key, () => summarised(context, environment));
  };
  /** One member or one value that is not known leaves it open. @type {Term} */
  const summarised = (context, environment) => {
    const members = membersOf(context, candidates, environment);
    const excepted = exceptedRecord(context, candidates, environment);
    const outer = environment.slice(0, candidates.variable);
    /** @type {Open[]} */
    const missing = [];
    /** @type {Value[]} */
    const values = [];
    for (const record of members.certain) {
      if (record.id === excepted?.id) continue;
      const value = of(context, [...outer, record]);
      if (value.kind === "open") missing.push(value);
      else values.push(value);
    }
    const { more, open } = numbersOf(context, members, excepted);
    if (more === 0 && missing.length === 0) return SUMMARIES[how](values, words);
    return stillOpen(...(more === 0 ? [] : [open]), ...missing);
  };
  return term;
};

/** @type {(values: readonly Value[]) => readonly Fraction[]} */
const numbersIn = (values) => values.flatMap((value) => (value.kind === "number" ? [value.value] : []));

/** @type {(numbers: readonly Fraction[]) => Fraction} */
const total = (numbers) => numbers.reduce(plus, fraction(0n));

/** @type {(values: readonly Value[], words: string, sign: 1 | -1) => Result} */
const extreme = (values, words, sign) => {
  const [first, ...others] = values;
  if (first === undefined) return openFor([{ kind: "空集合", name: words }]);
  return others.reduce((best, value) => (sign * orderOf(value, best) > 0 ? value : best), first);
};

/** @type {(left: Value, right: Value) => number} */
const orderOf = (left, right) => {
  if (left.kind === "number" && right.kind === "number") return signOf(left.value, right.value);
  return left.kind === "date" && right.kind === "date" ? left.value - right.value : 0;
};

const SUMMARIES = {
  /** @type {(values: readonly Value[], words: string) => Result} */
  count: (values) => countValue(values.length),
  /** @type {(values: readonly Value[], words: string) => Result} */
  sum: (values, words) => withinBound(total(numbersIn(values)), words),
  /** @type {(values: readonly Value[], words: string) => Result} */
  mean: (values, words) => {
    const numbers = numbersIn(values);
    const mean = over(total(numbers), wholeNumber(numbers.length));
    return mean === null ? openFor([{ kind: "空集合", name: words }]) : withinBound(mean, words);
  },
  /** @type {(values: readonly Value[], words: string) => Result} */
  maximum: (values, words) => extreme(values, words, 1),
  /** @type {(values: readonly Value[], words: string) => Result} */
  minimum: (values, words) => extreme(values, words, -1),
};
