// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { Subject } from "./subjects.js" */
import { FactRecord } from "./objects.js";
import { reasonKey, reasonSet } from "./reasons.js";
import { isOpenRecord } from "./subjects.js";
import { valueKey } from "./values.js";

/** Facts of outer records that an answer depends on; null stands for the record itself. @typedef {readonly (readonly [Subject, string | null])[]} Sharing */

/** No 编号 is blank. */
const NOBODY = " ";

/** Knows what another record knows and tells what is missing in nobody's name, so that records that miss the same share an answer. */
class StandIn extends FactRecord {
  /** @param {FactRecord} record */
  constructor(record) {
    super(record.object, { 编号: NOBODY }, false);
    this.record = record;
  }

  /** @override @param {string} name */
  fact(name) {
    const found = this.record.fact(name);
    return found.kind === "open" ? this.missing(name) : found;
  }
}

/**
 * By what key an answer is remembered, and of whom it is asked; null where it is not shared.
 * @type {(context: Context, sharing: Sharing | null, environment: Environment) => { key: string, asked: Environment, owner: FactRecord | null } | null}
 */
export const sharingOf = (context, sharing, environment) => {
  const key = sharingKey(context, sharing, environment, false);
  if (key !== null) return { key, asked: environment, owner: null };
  const [record] = environment;
  if (sharing === null || record === undefined || environment.length !== 1) return null;
  const asked = [new StandIn(record)];
  const open = sharingKey(context, sharing, asked, true);
  return open === null ? null : { key: `open ${open}`, asked, owner: record };
};

/** Names the facts that an answer depends on; null where it is not shared, or where one is open and `openToo` does not tell why. @type {(context: Context, sharing: Sharing | null, environment: Environment, openToo: boolean) => string | null} */
export const sharingKey = (context, sharing, environment, openToo) => {
  if (sharing === null) return null;
  let key = "";
  for (const [subject, field] of sharing) {
    const record = subject(context, environment);
    const value = isOpenRecord(record) || field === null ? record : record.fact(field);
    if (!("kind" in value)) key += JSON.stringify([value.object.name, value.id]);
    else if (value.kind !== "open") key += JSON.stringify(valueKey(value));
    else if (openToo) key += JSON.stringify(value.reasons.map(reasonKey));
    else return null;
    key += "|";
  }
  return key;
};

/** What was said in nobody's name, said of the record that it is about. @type {(owner: FactRecord | null, reasons: readonly Reason[]) => readonly Reason[]} */
export const ownReasons = (owner, reasons) =>
  owner === null
    ? reasons
    : reasonSet(reasons.map((reason) => (reason["id"] === NOBODY ? { ...reason, id: owner.id } : reason)));
