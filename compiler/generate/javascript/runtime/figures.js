// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { Context } from "./context.js" */
/** @import { Given } from "./points.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { Result } from "./values.js" */
import { withinBound } from "./arithmetic.js";
import { numberOf } from "./fast.js";
import { fraction, manyOf, over, wholeNumber } from "./numbers.js";
import { NEVER, openLevels } from "./points.js";
import { Rows } from "./rows.js";
import { countValue } from "./values.js";

/**
 * What is summed up of the records of a region: those of `object` whose `region` it is, and of them the numbers `value`, of
 * which a whole unit has `steps` steps and a step so many base units. Only facts that nobody judges are asked for.
 * @typedef {{
 *   readonly how: "count" | "sum" | "mean" | "maximum" | "minimum",
 *   readonly words: string,
 *   readonly object: string,
 *   readonly region: string,
 *   readonly where: readonly Condition[],
 *   readonly value: string | null,
 *   readonly steps: number,
 *   readonly step: Fraction,
 * }} Sum
 */

/** @typedef {{ readonly count: number, readonly total: number, readonly least: number, readonly most: number }} Figure */

/** Sums of all regions, from columns, in one go when the first is asked for. Where something is open nothing is known here. */
export class Figures {
  /** @param {Context} context @param {Sum} sum */
  constructor(context, sum) {
    this.context = context;
    this.sum = sum;
    /** @type {ReadonlyMap<unknown, Figure> | null | undefined} */
    this.known = undefined;
  }

  /** Null where only the explaining half knows. @param {unknown} region its 编号 @returns {Result | null} */
  resultOf(region) {
    if (this.known === undefined) this.known = figuresOf(this.context, this.sum);
    const found = this.known?.get(region);
    if (found === undefined || !Number.isSafeInteger(found.total)) return null;
    const { how, words, step } = this.sum;
    const { count, total, least, most } = found;
    switch (how) {
      case "count":
        return countValue(count);
      case "sum":
        return withinBound(manyOf(total, step), words);
      case "mean":
        return withinBound(over(manyOf(total, step), wholeNumber(count)) ?? fraction(0n), words);
      case "maximum":
        return { kind: "number", value: manyOf(most, step) };
      case "minimum":
        return { kind: "number", value: manyOf(least, step) };
    }
  }
}

/** Null where a record has no region or no number: it may be in any, and any sum is open. @type {(context: Context, sum: Sum) => ReadonlyMap<unknown, Figure> | null} */
const figuresOf = (context, { object, region, where, value, steps }) => {
  const rows = new Rows(context, object);
  if (!rows.haveOwnIds()) return null;
  const open = openLevels(context, { where, object }, rows);
  /** @type {Map<unknown, { count: number, total: number, least: number, most: number }>} */
  const figures = new Map();
  for (const [at, record] of rows.given.entries()) {
    if (open[at] === NEVER) continue;
    const id = record[region];
    if (open[at] !== 0 || typeof id !== "string" || id === "") return null;
    const amount = value === null ? 0 : Math.round(numberOf(record[value]) * steps);
    if (!Number.isSafeInteger(amount)) return null;
    const figure = figures.get(id);
    if (figure === undefined) figures.set(id, { count: 1, total: amount, least: amount, most: amount });
    else {
      figure.count += 1;
      figure.total += amount;
      // One sum that a double does not hold exactly spoils all that follow.
      if (!Number.isSafeInteger(figure.total)) figure.total = NaN;
      if (amount < figure.least) figure.least = amount;
      if (amount > figure.most) figure.most = amount;
    }
  }
  return figures;
};

/** Answers that depend on one fact of the judged record, each found once for a value of it. @template Held */
export class Answers {
  /** @param {(given: Given, value: unknown) => Held} make */
  constructor(make) {
    this.make = make;
    /** @type {Map<unknown, Held>} */
    this.known = new Map();
  }

  /** @param {unknown} value @returns {Held | undefined} */
  get(value) {
    return this.known.get(value);
  }

  /** @param {unknown} value @param {Given} given @returns {Held} */
  find(value, given) {
    const found = this.make(given, value);
    this.known.set(value, found);
    return found;
  }
}
