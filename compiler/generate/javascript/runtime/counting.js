// @ts-check
/** @import { Candidates, Members } from "./candidates.js" */
/** @import { Sharing } from "./sharing.js" */
/** @import { Context, Environment } from "./context.js" */
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { Term } from "./terms.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { Result, Value } from "./values.js" */
import { withinBound } from "./arithmetic.js";
import { exceptedRecord, listedAs, membersOf, numbersOf, Undecideds } from "./candidates.js";
import { compared } from "./comparisons.js";
import { fraction, minus, over, plus, signOf, wholeNumber } from "./numbers.js";
import { joinedReasons, Later } from "./reasons.js";
import { ownReasons, sharingOf } from "./sharing.js";
import { countValue, openFor, sameValue } from "./values.js";

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

/**
 * What is summed up of some members, so that one of them can be left out afterwards: how many values are known, the total and the number of the numbers, the
 * two greatest and the two smallest values, and the members of whom the value is open.
 * @typedef {{ readonly members: Members, readonly known: number, readonly total: Fraction, readonly count: number, readonly top: readonly Value[], readonly bottom: readonly Value[], readonly missing: Undecideds }} Summary
 */

/** 合计 平均 最大 最小; one member or one value that is not known leaves it open. @type {(words: string, how: keyof typeof SUMMARIES, candidates: Candidates, of: Term, sharedBy: Sharing | null) => Term} */
export const aggregate = (words, how, candidates, of, sharedBy) => {
  /** @type {(context: Context, environment: Environment) => Summary} */
  const summed = (context, environment) => {
    const members = membersOf(context, candidates, environment);
    const outer = environment.slice(0, candidates.variable);
    const missing = new Undecideds();
    let [total, count] = [fraction(0n), 0];
    let known = 0;
    /** @type {Value[]} */
    const top = [];
    /** @type {Value[]} */
    const bottom = [];
    for (const record of members.certain) {
      const value = of(context, [...outer, record]);
      if (value.kind === "open") missing.add(record, value);
      else {
        if (value.kind === "number") [total, count] = [plus(total, value.value), count + 1];
        known += 1;
        keepTwo(top, value, 1);
        keepTwo(bottom, value, -1);
      }
    }
    return { members, known, total, count, top, bottom, missing };
  };
  /** @type {Term} */
  const term = (context, environment) => {
    const sharing = sharingOf(context, sharedBy, environment);
    const summary =
      sharing === null
        ? summed(context, environment)
        : context.recall(term, sharing.key, () => summed(context, sharing.asked));
    const owner = sharing === null ? summary.members.owner : sharing.owner;
    const excepted = listedAs(context, exceptedRecord(context, candidates, environment));
    const { more, open } = numbersOf(context, { ...summary.members, owner }, excepted);
    const missing = summary.missing.without([excepted]);
    if (more > 0 || missing.level > 0)
      return new Later(Math.max(more > 0 ? open.level : 0, missing.level), () =>
        joinedReasons(more > 0 ? open.reasons : [], ownReasons(owner, missing.reasons)),
      );
    if (excepted === null || !summary.members.certain.has(excepted)) return SUMMARIES[how](summary, words);
    const left = of(context, [...environment.slice(0, candidates.variable), excepted]);
    return SUMMARIES[how](left.kind === "open" ? summary : withoutValue(summary, left), words);
  };
  return term;
};

/** @type {(best: Value[], value: Value, sign: 1 | -1) => void} */
const keepTwo = (best, value, sign) => {
  best.push(value);
  best.sort((left, right) => sign * orderOf(right, left));
  if (best.length > 2) best.pop();
};

/** @type {(summary: Summary, value: Value) => Summary} */
const withoutValue = (summary, value) => ({
  ...summary,
  known: summary.known - 1,
  total: value.kind === "number" ? minus(summary.total, value.value) : summary.total,
  count: summary.count - (value.kind === "number" ? 1 : 0),
  top: withoutOne(summary.top, value),
  bottom: withoutOne(summary.bottom, value),
});

/** @type {(values: readonly Value[], left: Value) => readonly Value[]} */
const withoutOne = (values, left) => {
  const at = values.findIndex((value) => sameValue(value, left));
  return at < 0 ? values : values.filter((_, index) => index !== at);
};

/** @type {(value: Value | undefined, words: string) => Result} */
const orEmpty = (value, words) => value ?? openFor([{ kind: "空集合", name: words }]);

/** @type {(left: Value, right: Value) => number} */
const orderOf = (left, right) => {
  if (left.kind === "number" && right.kind === "number") return signOf(left.value, right.value);
  return left.kind === "date" && right.kind === "date" ? left.value - right.value : 0;
};

const SUMMARIES = {
  /** @type {(summary: Summary) => Result} */
  count: ({ known }) => countValue(known),
  /** @type {(summary: Summary, words: string) => Result} */
  sum: ({ total }, words) => withinBound(total, words),
  /** @type {(summary: Summary, words: string) => Result} */
  mean: ({ total, count }, words) => {
    const mean = over(total, wholeNumber(count));
    return mean === null ? orEmpty(undefined, words) : withinBound(mean, words);
  },
  /** @type {(summary: Summary, words: string) => Result} */
  maximum: ({ top }, words) => orEmpty(top[0], words),
  /** @type {(summary: Summary, words: string) => Result} */
  minimum: ({ bottom }, words) => orEmpty(bottom[0], words),
};
