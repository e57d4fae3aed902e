// @ts-check
/** @import { Definition } from "./context.js" */
/** @import { ObjectType } from "./objects.js" */
/** @import { Value } from "./values.js" */
import { FactRecord } from "./objects.js";
import { readDay } from "./calendar.js";

/** @typedef {{ readonly from: number | null, readonly region: string | null, readonly value: Value }} DatedValue */

/**
 * What stands beside the judged record; every part may be left out.
 * @typedef {{
 *   readonly at: string | number,
 *   readonly records?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
 *   readonly parameters?: readonly { readonly name: string, readonly from?: string | number | null, readonly region?: string | null, readonly value: unknown }[],
 *   readonly readings?: Readonly<Record<string, number>>,
 *   readonly distances?: readonly { readonly from: string, readonly to: string, readonly metres: number }[],
 *   readonly reasons?: readonly { readonly object: string, readonly id: string, readonly rule: string, readonly reason: string }[],
 * }} ContextInput
 */

/** The register: records, tables and their indexes, each built when it is first asked for. */
export class Register {
  /** @param {Definition} definition @param {ContextInput} input */
  constructor(definition, input) {
    /** @type {Map<string, Listed>} */
    this.objects = new Map();
    for (const [name, object] of definition.objects) {
      const given =
        input.records !== undefined && Object.hasOwn(input.records, name) ? input.records[name] : [];
      this.objects.set(name, new Listed(object, given ?? []));
    }
    for (const name of Object.keys(input.records ?? {})) {
      if (!this.objects.has(name)) throw new TypeError(`“${name}”不是本政策的对象，请核对 records 的名称。`);
    }
    this.distances = bothWays(input.distances ?? []);
    this.parameters = suppliedValues(definition, input.parameters ?? []);
    this.reasons = new Map(
      (input.reasons ?? []).map(({ object, id, rule, reason }) => [
        JSON.stringify([object, id, rule]),
        reason,
      ]),
    );
  }

  /** @param {string} object */
  records(object) {
    return this.objects.get(object)?.records ?? [];
  }

  /** @param {string} object @param {string} id */
  record(object, id) {
    return this.objects.get(object)?.byId.get(id);
  }

  /** In whole millimetres; undefined where the table has none. @param {string} from @param {string} to */
  walkingMillimetres(from, to) {
    const metres = this.distances.get(from)?.get(to);
    return metres === undefined ? undefined : Math.round(metres * 1000);
  }

  /** @param {string} object @param {string} id @param {string} rule */
  recordedReason(object, id, rule) {
    return this.reasons.get(JSON.stringify([object, id, rule]));
  }
}

/** The records of one object, by 编号; of two with one 编号 the first stays. */
export class Listed {
  /** @param {ObjectType} object @param {readonly Readonly<Record<string, unknown>>[]} given */
  constructor(object, given) {
    this.object = object;
    this.given = given;
    /** @type {Map<string, RegionIndex>} */
    this.regions = new Map();
    /** @type {{ records: readonly FactRecord[], byId: ReadonlyMap<string, FactRecord> } | null} */
    this.index = null;
  }

  get records() {
    return this.indexed().records;
  }

  get byId() {
    return this.indexed().byId;
  }

  indexed() {
    if (this.index === null) {
      /** @type {Map<string, FactRecord>} */
      const byId = new Map();
      for (const each of this.given) {
        const record = new FactRecord(this.object, each, true);
        if (!byId.has(record.id)) byId.set(record.id, record);
      }
      const records = [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
      for (const [at, record] of records.entries()) record.index = at;
      this.index = { records, byId };
    }
    return this.index;
  }

  /** Records whose reference `field` is the region, and those of which it is not known. @param {string} field @param {string} region */
  inRegion(field, region) {
    let index = this.regions.get(field);
    if (index === undefined) {
      index = new RegionIndex(this.records, field);
      this.regions.set(field, index);
    }
    return index.records(region);
  }
}

class RegionIndex {
  /** @param {readonly FactRecord[]} records @param {string} field */
  constructor(records, field) {
    /** @type {Map<string, FactRecord[]>} */
    this.byRegion = new Map();
    /** @type {FactRecord[]} */
    this.unknown = [];
    /** @type {Map<string, readonly FactRecord[]>} */
    this.answers = new Map();
    for (const record of records) {
      const value = record.fact(field);
      if (value.kind !== "reference") this.unknown.push(record);
      else {
        const place = this.byRegion.get(value.id);
        if (place === undefined) this.byRegion.set(value.id, [record]);
        else place.push(record);
      }
    }
  }

  /** @param {string} region */
  records(region) {
    const known = this.answers.get(region);
    if (known !== undefined) return known;
    const found = [...(this.byRegion.get(region) ?? []), ...this.unknown];
    this.answers.set(region, found);
    return found;
  }
}

/**
 * A distance supplied for the direction itself comes before its reverse.
 * @param {NonNullable<ContextInput["distances"]>} distances
 */
const bothWays = (distances) => {
  /** @type {Map<string, Map<string, number>>} */
  const table = new Map();
  /** @type {(from: string) => Map<string, number>} */
  const row = (from) => {
    const known = table.get(from) ?? new Map();
    table.set(from, known);
    return known;
  };
  for (const { from, to, metres } of distances) row(from).set(to, metres);
  for (const { from, to, metres } of distances) if (!row(to).has(from)) row(to).set(from, metres);
  return table;
};

/** @param {Definition} definition @param {NonNullable<ContextInput["parameters"]>} parameters */
const suppliedValues = (definition, parameters) => {
  /** @type {Map<string, DatedValue[]>} */
  const supplied = new Map();
  for (const { name, from, region, value } of parameters) {
    const parameter = definition.parameters.get(name);
    if (parameter === undefined) throw new TypeError(`“${name}”不是本政策的参数，请核对 parameters 的名称。`);
    const read = parameter.read(value);
    if (read === null)
      throw new TypeError(`参数“${name}”的值“${String(value)}”不能读取，请按该参数的类型和单位填写。`);
    const values = supplied.get(name) ?? [];
    supplied.set(name, values);
    values.push({ from: beginOf(from ?? null, name), region: region ?? null, value: read });
  }
  return supplied;
};

/** @type {(from: string | number | null, name: string) => number | null} */
const beginOf = (from, name) => {
  const day = typeof from === "string" ? readDay(from) : from;
  if (day === null && from !== null)
    throw new TypeError(`参数“${name}”的开始日期“${from}”应写作 2025-01-24 这样的日期。`);
  return day;
};
