// @ts-check
/** @import { Fraction } from "./numbers.js" */
/** @import { Open, Result, Value } from "./values.js" */
/** @import { Reason } from "./reasons.js" */
import { fraction, manyOf, readDecimal, times } from "./numbers.js";
import { readDay } from "./calendar.js";
import {
  booleanValue,
  classValue,
  coordinateValue,
  dateValue,
  openFor,
  referenceValue,
  textValue,
} from "./values.js";

/** Reads what a record holds; null where it is no such value. @typedef {(given: unknown) => Value | null} Reader */

/** @typedef {{ readonly name: string, readonly source: string | null }} Authority */

/** `at`: its place among the fields. @typedef {{ readonly read: Reader, readonly judgedBy: Authority | null, readonly at: number }} Field */

/** @typedef {{ readonly name: string, readonly fields: ReadonlyMap<string, Field>, readonly unread: readonly null[] }} ObjectType */

/** @type {(name: string, fields: readonly (readonly [string, Reader, Authority?])[]) => ObjectType} */
export const objectType = (name, fields) => ({
  name,
  fields: new Map(
    fields.map(([field, read, judgedBy], at) => [field, { read, judgedBy: judgedBy ?? null, at }]),
  ),
  unread: fields.map(() => null),
});

/** @type {Reader} */
export const readBoolean = (given) => (typeof given === "boolean" ? booleanValue(given) : null);
/** @type {Reader} */
export const readText = (given) => (isFilled(given) ? textValue(given) : null);
/** @type {Reader} */
export const readClass = (given) => (isFilled(given) ? classValue(given) : null);
/** @type {(object: string) => Reader} */
export const readReference = (object) => (given) => (isFilled(given) ? referenceValue(object, given) : null);
/** @type {Reader} */
export const readDate = (given) => {
  const day = typeof given === "string" ? readDay(given) : given;
  return typeof day === "number" && Number.isInteger(day) ? dateValue(day) : null;
};

/**
 * In the declared unit, of which `factor` tells the base units. A double is the decimal with so many places that is nearest
 * to it, so that 0.1 + 0.2 is 0.3.
 * @type {(factor: Fraction, places: number) => Reader}
 */
export const readNumber = (factor, places) => {
  const steps = 10 ** places;
  const step = fraction(1n, 10n ** BigInt(places));
  const unit = times(step, factor);
  return (given) => {
    if (typeof given === "number") {
      const whole = Math.round(given * steps);
      if (Number.isSafeInteger(whole)) return { kind: "number", value: manyOf(whole, unit) };
    } else if (typeof given !== "string") return null;
    const written = readDecimal(String(given).replace(/%$/, ""));
    return written === null ? null : { kind: "number", value: times(written, factor) };
  };
};

/** 经度,纬度 in degrees. @type {(system: string | null) => Reader} */
export const readCoordinate = (system) => (given) => {
  const match = /^(-?[\d.]+),(-?[\d.]+)$/.exec(typeof given === "string" ? given : "");
  const [longitude, latitude] = [Number(match?.[1]), Number(match?.[2])];
  return Number.isFinite(longitude) && Number.isFinite(latitude)
    ? coordinateValue(longitude, latitude, system)
    : null;
};

/** @param {unknown} given @returns {given is string} */
function isFilled(given) {
  return typeof given === "string" && given !== "";
}

/** One record, whose facts are read when they are asked for. */
export class FactRecord {
  /**
   * @param {ObjectType} object
   * @param {Readonly<Record<string, unknown>>} given
   * @param {boolean} listed whether it stands in the register
   */
  constructor(object, given, listed) {
    const id = given["编号"];
    if (typeof id !== "string" || id === "")
      throw new TypeError(`“${object.name}”的一条记录没有“编号”。“编号”应为非空文字，请补上。`);
    this.object = object;
    this.id = id;
    this.given = given;
    this.listed = listed;
    /** Each at the place of its field, null until it is read. @type {(Result | null)[]} */
    this.facts = object.unread.slice();
    /** Its place among the records of the register in the order of their 编号. */
    this.index = -1;
  }

  /** One that is absent is open: never zero, never false. @param {string} name @returns {Result} */
  fact(name) {
    const field = this.object.fields.get(name);
    if (field === undefined) return this.missing(name);
    const known = this.facts[field.at];
    if (known !== undefined && known !== null) return known;
    const given = Object.hasOwn(this.given, name) ? this.given[name] : null;
    const found = given === null || given === undefined ? null : field.read(given);
    const result = found ?? this.missing(name);
    this.facts[field.at] = result;
    return result;
  }

  /** Somebody's judgement, or a fact that can be brought. @param {string} name @returns {Open} */
  missing(name) {
    const { name: object, fields } = this.object;
    const authority = fields.get(name)?.judgedBy ?? null;
    /** @type {Reason} */
    const reason =
      authority === null
        ? { kind: "缺少事实", name, object, id: this.id }
        : { kind: "裁量判断", name, owner: authority.name, source: authority.source, object, id: this.id };
    return openFor([reason]);
  }
}
