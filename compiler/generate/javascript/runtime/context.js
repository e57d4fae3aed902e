// @ts-check
/** @import { Authority, ObjectType, Reader } from "./objects.js" */
/** @import { ContextInput, DatedValue } from "./register.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { Decision, Judgement } from "./judging.js" */
/** @import { Result } from "./values.js" */
import { dayText, readDay } from "./calendar.js";
import { FactRecord } from "./objects.js";
import { Register } from "./register.js";

/**
 * @typedef {{ readonly number: number, readonly text: string, readonly detour: Fraction | null }} ReadingOption
 * @typedef {{ readonly adopted: number | null, readonly confirmed: boolean, readonly options: readonly ReadingOption[] }} Reading
 * @typedef {{ readonly read: Reader, readonly owner: Authority, readonly values: readonly DatedValue[] }} Parameter
 */

/**
 * What the policy declares.
 * @typedef {{
 *   readonly effectiveFrom: number | null,
 *   readonly lastDay: number | null,
 *   readonly objects: ReadonlyMap<string, ObjectType>,
 *   readonly parameters: ReadonlyMap<string, Parameter>,
 *   readonly readings: ReadonlyMap<string, Reading>,
 *   readonly decisions: Map<string, Decision>,
 * }} Definition
 */

/** The record that is judged, then the candidates of the quantifiers around, from outside in. @typedef {readonly FactRecord[]} Environment */

/** One day, one register and one choice of readings, and what has been found for them already. */
export class Context {
  /**
   * @param {Definition} definition
   * @param {Register} register
   * @param {number} at
   * @param {ReadonlyMap<string, number>} readings
   */
  constructor(definition, register, at, readings) {
    this.definition = definition;
    this.register = register;
    /** Days since 1970-01-01. */
    this.at = at;
    this.readings = readings;
    /** Why the policy does not apply on that day, in words; null where it is in force. */
    this.outside = outsideForce(definition, at);
    /** @type {Map<string, { readonly listed: Map<FactRecord, Judgement>, readonly others: WeakMap<FactRecord, Judgement> }>} */
    this.judgements = new Map();
    /** What nodes remember of the whole register. @type {Map<object, any>} */
    this.remembered = new Map();
    /** What the fast functions read: limits, days and readings. @type {Readonly<Record<string, any>>} */
    this.constants = {};
    /** Counts of the record that is judged at the moment. @type {{ record: FactRecord | null, counts: Map<object, Result> }} */
    this.counted = { record: null, counts: new Map() };
    /** @type {Map<string, Context>} */
    this.others = new Map();
  }

  /** What a node remembers by a key, made on first use. @template Held @param {object} node @param {string} key @param {() => Held} make @returns {Held} */
  recall(node, key, make) {
    let known = this.remembered.get(node);
    if (known === undefined) {
      known = new Map();
      this.remembered.set(node, known);
    }
    if (!known.has(key)) known.set(key, make());
    return known.get(key);
  }

  /** The option in effect; null where none is adopted. @param {string} reading */
  optionOf(reading) {
    return this.readings.get(reading) ?? this.definition.readings.get(reading)?.adopted ?? null;
  }

  /** The same register under another option of one reading. @param {string} reading @param {number} option */
  under(reading, option) {
    const key = JSON.stringify([reading, option]);
    const known =
      this.others.get(key) ??
      new Context(this.definition, this.register, this.at, new Map([...this.readings, [reading, option]]));
    this.others.set(key, known);
    return known;
  }

  /** A given record, ready to be judged; the same one where it stands in the register. @param {string} object @param {Readonly<Record<string, unknown>>} given */
  recordOf(object, given) {
    const listed = this.register.objects.get(object);
    if (listed === undefined) throw new TypeError(`“${object}”不是本政策的对象。`);
    const id = given["编号"];
    const known = typeof id === "string" ? listed.byId.get(id) : undefined;
    return known?.given === given ? known : new FactRecord(listed.object, given, false);
  }
}

/** @type {(definition: Definition, input: ContextInput) => Context} */
export const startContext = (definition, input) => {
  const at = typeof input.at === "string" ? readDay(input.at) : input.at;
  if (typeof at !== "number" || !Number.isInteger(at))
    throw new TypeError(`基准日“${input.at}”应写作 2025-01-24 这样的日期，或者1970年1月1日以来的天数。`);
  const readings = new Map(Object.entries(input.readings ?? {}));
  for (const [name, option] of readings) {
    const options = definition.readings.get(name)?.options;
    if (options === undefined) throw new TypeError(`“${name}”不是本政策的读法，请核对 readings 的名称。`);
    if (!options.some(({ number }) => number === option))
      throw new TypeError(
        `读法“${name}”没有第${option}种，请从${options.map(({ number }) => number).join("、")}中选取。`,
      );
  }
  return new Context(definition, new Register(definition, input), at, readings);
};

/** @type {(definition: Definition, at: number) => string | null} */
const outsideForce = ({ effectiveFrom, lastDay }, at) => {
  if (effectiveFrom !== null && at < effectiveFrom)
    return `自${dayText(effectiveFrom)}起施行，${dayText(at)}尚未施行`;
  if (lastDay !== null && at > lastDay) return `有效期至${dayText(lastDay)}（含当日），${dayText(at)}已失效`;
  return null;
};
