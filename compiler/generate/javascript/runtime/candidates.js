// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Condition } from "./conditions.js" */
/** @import { Undecided } from "./judging.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Sharing } from "./sharing.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Truth } from "./truth.js" */
/** @import { Open } from "./values.js" */
import { wholeNumber } from "./numbers.js";
import { joinedReasons, Later, reasonKey, reasonSet } from "./reasons.js";
import { isOpenRecord } from "./subjects.js";
import { sharingKey, sharingOf, ownReasons } from "./sharing.js";
import { TRUE, undecidedFor } from "./truth.js";

/**
 * Records of `object` in `scope` for which `where` is asked as variable `variable`. `sharedBy` names what the answer
 * depends on, and is null where it depends on the judged record itself; `whereSharedBy` the same for the condition alone.
 * @typedef {{
 *   readonly object: string,
 *   readonly variable: number,
 *   readonly scope: Scope,
 *   readonly where: Condition,
 *   readonly except: Subject | null,
 *   readonly sharedBy: Sharing | null,
 *   readonly whereSharedBy: Sharing | null,
 * }} Candidates
 */

/** The records that may be in a scope, and how to tell. @typedef {{ readonly records: readonly FactRecord[], readonly inScope: (record: FactRecord) => Truth, readonly unasked: Unasked | null, readonly beside?: Beside }} Reach */

/** Open candidates that many judged records share, without those that a record asks by themselves. @typedef {{ readonly undecided: Undecideds, readonly but: readonly FactRecord[], readonly owner: FactRecord | null }} Beside */

/** @typedef {(context: Context, candidates: Candidates, environment: Environment) => Reach} Scope */

/** @type {Scope} */
export const everywhere = (context, { object }) => ({
  records: context.register.records(object),
  inScope: () => TRUE,
  unasked: null,
});

/**
 * Which records are counted, which may be, and how many were not asked for their place because the scope is open for
 * all alike. `owner` is the record whose missing facts a stand-in was asked for.
 * @typedef {{
 *   readonly certain: ReadonlySet<FactRecord>,
 *   readonly undecided: Undecideds,
 *   readonly unasked: Unasked | null,
 *   readonly owner: FactRecord | null,
 *   readonly beside?: Beside,
 * }} Members
 */

/** @type {(context: Context, candidates: Candidates, environment: Environment) => Members} */
export const membersOf = (context, candidates, environment) => {
  const sharing = sharingOf(context, candidates.sharedBy, environment);
  if (sharing === null) return gather(context, candidates, environment);
  const { key, asked, owner } = sharing;
  const members = context.recall(candidates, key, () => gather(context, candidates, asked));
  return owner === null ? members : { ...members, owner };
};

/** The record that is no candidate, if any. @type {(context: Context, candidates: Candidates, environment: Environment) => FactRecord | null} */
export const exceptedRecord = (context, { except, object }, environment) => {
  const record = except === null ? null : except(context, environment);
  return record === null || isOpenRecord(record) || record.object.name !== object ? null : record;
};

/** @type {(context: Context, candidates: Candidates, environment: Environment) => Members} */
const gather = (context, candidates, environment) => {
  const { records, inScope, unasked, beside } = candidates.scope(context, candidates, environment);
  const outer = environment.slice(0, candidates.variable);
  /** @type {Set<FactRecord>} */
  const certain = new Set();
  const undecided = new Undecideds();
  for (const record of records) {
    const placed = inScope(record);
    if (placed.kind === "false") continue;
    const met = candidates.where.truth(context, [...outer, record]);
    if (met.kind === "false") continue;
    if (placed.kind === "true" && met.kind === "true") certain.add(record);
    else undecided.add(record, undecidedFor(placed, met));
  }
  return { certain, undecided, unasked, owner: null, ...(beside && { beside }) };
};

/** Whether it is the same entry of the register, also where it was given apart. @type {(context: Context, record: FactRecord | null) => FactRecord | null} */
export const listedAs = (context, record) =>
  record === null || record.listed
    ? record
    : (context.register.record(record.object.name, record.id) ?? null);

/** Records of which something is open; the reasons of all of them are put together once, because many results share them. */
export class Undecideds {
  /** @type {Map<FactRecord, Undecided>} */
  #truths = new Map();
  #counts = [0, 0, 0, 0];
  /** @type {readonly Reason[] | null} */
  #all = null;

  get size() {
    return this.#truths.size;
  }

  /** @param {FactRecord} record @param {Undecided} truth */
  add(record, truth) {
    this.#truths.set(record, truth);
    this.#counts[truth.level] = (this.#counts[truth.level] ?? 0) + 1;
  }

  /** @param {FactRecord | null} record */
  has(record) {
    return record !== null && this.#truths.has(record);
  }

  /** How many there are beside these, and what keeps them from being decided. @param {readonly (FactRecord | null)[]} left @returns {Undecided & { readonly count: number }} */
  without(left) {
    const out = new Set(left.filter((record) => this.has(record)));
    const counts = [...this.#counts];
    for (const record of out) {
      const { level } = (record && this.#truths.get(record)) ?? { level: 0 };
      counts[level] = (counts[level] ?? 0) - 1;
    }
    const count = this.size - out.size;
    const level = (counts[3] ?? 0) > 0 ? 3 : (counts[2] ?? 0) > 0 ? 2 : 0;
    const rest = new Later(level, () => {
      // Several records may share one answer, so it is the record that is left out and not the answer.
      if (out.size > 0)
        return reasonSet(
          [...this.#truths].flatMap(([record, { reasons }]) => (out.has(record) ? [] : reasons)),
        );
      this.#all ??= reasonSet([...this.#truths.values()].flatMap(({ reasons }) => reasons));
      return this.#all;
    });
    return Object.assign(rest, { count });
  }
}

/**
 * How many are counted without the excepted record, how many more there may be, and why.
 * @type {(context: Context, members: Members, without: FactRecord | null) => { certain: number, more: number, open: Open }}
 */
export const numbersOf = (context, { certain, undecided, unasked, owner, beside }, without) => {
  const excepted = listedAs(context, without);
  const alike =
    unasked === null ? 0 : unasked.count - (excepted !== null && unasked.includes(excepted) ? 1 : 0);
  const counted = certain.size - (excepted !== null && certain.has(excepted) ? 1 : 0);
  const asked = undecided.without([excepted]);
  const shared = beside?.undecided.without([...beside.but, excepted]);
  const others = unasked === null || alike === 0 ? undefined : unasked.without(excepted);
  const more = asked.count + (shared?.count ?? 0) + alike;
  return {
    certain: counted,
    more,
    open: new Later(
      Math.max(asked.level, shared?.level ?? 0, others?.level ?? 0),
      () =>
        joinedReasons(
          ownReasons(owner, joinedReasons(asked.reasons, others?.reasons ?? [])),
          ownReasons(beside?.owner ?? null, shared?.reasons ?? []),
        ),
      wholeNumber(counted),
      wholeNumber(counted + more),
    ),
  };
};

/**
 * Records that the condition does not rule out, wherever they are, and why it is open for some of them.
 * @typedef {{ readonly records: ReadonlySet<FactRecord>, readonly open: Undecideds, readonly joined: Map<string, readonly Reason[]> }} Possible
 */

/** @typedef {{ readonly count: number, readonly includes: (record: FactRecord) => boolean, readonly without: (excepted: FactRecord | null) => Undecided }} Unasked */

/** Asked once for the facts that are compared; where the condition depends on the judged record, nobody is ruled out. @type {(context: Context, candidates: Candidates, environment: Environment) => Possible} */
export const possibleOf = (context, candidates, environment) => {
  const key = sharingKey(context, candidates.whereSharedBy, environment, false);
  return context.recall(candidates.where, key ?? "everybody", () => {
    const outer = environment.slice(0, candidates.variable);
    /** @type {Set<FactRecord>} */
    const records = new Set();
    const open = new Undecideds();
    for (const record of context.register.records(candidates.object)) {
      const truth = key === null ? TRUE : candidates.where.truth(context, [...outer, record]);
      if (truth.kind !== "false") records.add(record);
      if (truth.kind === "open") open.add(record, truth);
    }
    return { records, open, joined: new Map() };
  });
};

/** Those whose place was not asked; null where nobody is left, because then the scope decides nothing. @type {(possible: Possible, scope: Undecided, asked: readonly FactRecord[]) => Unasked | null} */
export const unaskedOf = (possible, scope, asked) => {
  const others = new Set(asked);
  const count = possible.records.size - others.size;
  if (count === 0) return null;
  return {
    count,
    includes: (record) => possible.records.has(record) && !others.has(record),
    without: (excepted) => {
      // Where facts of the scope are missing they come first; those of the candidates are asked for afterwards.
      if (possible.open.size === 0 || scope.level === 3) return scope;
      const rest = possible.open.without([excepted]);
      return new Later(Math.max(scope.level, rest.level), () => {
        if (possible.open.has(excepted)) return joinedReasons(scope.reasons, rest.reasons);
        const key = scope.reasons.map(reasonKey).join("|");
        const known = possible.joined.get(key) ?? joinedReasons(scope.reasons, rest.reasons);
        possible.joined.set(key, known);
        return known;
      });
    },
  };
};

/** Nobody is asked for a place, because the scope itself is open. @type {(context: Context, candidates: Candidates, environment: Environment, because: Open) => Reach} */
export const nobodyAsked = (context, candidates, environment, because) => ({
  records: [],
  inScope: () => TRUE,
  unasked: unaskedOf(possibleOf(context, candidates, environment), because, []),
});
