// @ts-check
/** @import { Candidates, Reach, Scope } from "./candidates.js" */
/** @import { Context, Environment } from "./context.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Listed } from "./register.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Term } from "./terms.js" */
/** @import { Truth } from "./truth.js" */
/** @import { Open, Value } from "./values.js" */
import { nobodyAsked, possibleOf, unaskedOf, Undecideds } from "./candidates.js";
import { Grid, straightMillimetres } from "./grid.js";
import { over } from "./numbers.js";
import { isOpenRecord } from "./subjects.js";
import { sharingOf } from "./sharing.js";
import { allOf, decided, FALSE, undecided, undecidedFor } from "./truth.js";
import { openFor, unreadable } from "./values.js";

/** @typedef {Extract<Value, { kind: "coordinate" }>} Coordinate */

/**
 * Candidates at most `limit` metres away, walking or in a straight line. The table of walking distances goes before the map;
 * a straight line tells of a walk only where a reading says how much longer a walk is, or where it is too long already.
 * @type {(metric: "walking" | "straight", words: string, limit: Term, from: Subject, fromField: string | null, toField: string | null) => Scope}
 */
export const withinDistance =
  (metric, words, limit, from, fromField, toField) => (context, candidates, environment) => {
    const start = from(context, environment);
    if (isOpenRecord(start)) return nobodyAsked(context, candidates, environment, start);
    const most = limit(context, environment);
    if (most.kind === "open") return nobodyAsked(context, candidates, environment, most);
    if (most.kind !== "number") return nobodyAsked(context, candidates, environment, unreadable(words));
    const walking = metric === "walking";
    const detour = walking ? detourOf(context) : null;
    const shortened = detour === null ? null : over(most.value, detour);
    const measured = wholeMillimetres(most.value);
    const straight = shortened === null ? measured : wholeMillimetres(shortened);
    const place = coordinateOf(start, fromField);
    const partners = walking ? partnersOf(context, candidates.object, start.id) : [];
    /** @type {(record: FactRecord) => Truth} */
    const inScope = (record) => {
      const supplied = walking ? context.register.walkingMillimetres(start.id, record.id) : undefined;
      if (supplied !== undefined) return decided(supplied <= measured);
      const end = coordinateOf(record, toField);
      if (place.kind === "open" || end.kind === "open") return undecidedFor(place, end);
      const between = { from: start.id, to: record.id };
      if (place.system !== end.system)
        return undecided([{ kind: "坐标系不一致", name: fromField ?? "坐标", ...between }]);
      if (straightMillimetres(place, end) > straight) return FALSE;
      if (!walking || shortened !== null) return decided(true);
      return undecided([{ kind: "缺少步行距离", name: "步行距离", ...between }]);
    };
    if (place.kind === "coordinate" && toField !== null)
      return reachFrom(context, candidates, environment, { place, toField, straight, partners, inScope });
    // Without a place to start from only the table of walking distances can tell.
    const possible = possibleOf(context, candidates, environment);
    const supplied = partners.filter((record) => possible.records.has(record));
    /** @type {Open} */
    const because =
      place.kind === "open"
        ? place
        : openFor([{ kind: "缺少步行距离", name: "步行距离", from: start.id, to: "" }]);
    return { records: supplied, inScope, unasked: unaskedOf(possible, because, supplied) };
  };

/**
 * Records that are not proved to be farther away. Those whose place is not known are open from everywhere alike: they are asked
 * once for all judged records that agree on what they are compared with.
 * @type {(context: Context, candidates: Candidates, environment: Environment, from: { place: Coordinate, toField: string, straight: number, partners: readonly FactRecord[], inScope: (record: FactRecord) => Truth }) => Reach}
 */
const reachFrom = (context, candidates, environment, { place, toField, straight, partners, inScope }) => {
  const listed = context.register.objects.get(candidates.object);
  if (listed === undefined) return { records: [], inScope, unasked: null };
  const grid = gridOf(listed, toField);
  const first = grid.placed[0]?.fact(toField);
  const comparable = first?.kind === "coordinate" && first.system === place.system;
  const placed = comparable ? grid.within(place, straight) : grid.placed;
  const sharing =
    grid.unplaced.length === 0 ? null : sharingOf(context, candidates.whereSharedBy, environment);
  if (sharing === null)
    return { records: [...new Set([...placed, ...grid.unplaced, ...partners])], inScope, unasked: null };
  const { key, asked, owner } = sharing;
  const undecided = context.recall(candidates, `unplaced ${key}`, () => {
    const outer = asked.slice(0, candidates.variable);
    const open = new Undecideds();
    for (const record of grid.unplaced) {
      const truth = allOf([null, candidates.where], (part) =>
        part === null ? undecidedFor(coordinateOf(record, toField)) : part.truth(context, [...outer, record]),
      );
      if (truth.kind === "open") open.add(record, truth);
    }
    return open;
  });
  const records = [...new Set([...placed, ...partners])];
  return { records, inScope, unasked: null, beside: { undecided, but: partners, owner } };
};

/** Grids by field, each built once for a register. @type {WeakMap<Listed, Map<string, Grid>>} */
const grids = new WeakMap();

/** @type {(listed: Listed, field: string) => Grid} */
const gridOf = (listed, field) => {
  const known = grids.get(listed) ?? new Map();
  grids.set(listed, known);
  const grid = known.get(field) ?? new Grid(listed.records, field);
  known.set(field, grid);
  return grid;
};

/** Records of the object that the table of walking distances knows from here. @type {(context: Context, object: string, from: string) => readonly FactRecord[]} */
const partnersOf = (context, object, from) =>
  [...(context.register.distances.get(from)?.keys() ?? [])].flatMap(
    (id) => context.register.record(object, id) ?? [],
  );

/** @type {(record: FactRecord, field: string | null) => Coordinate | Open} */
const coordinateOf = (record, field) => {
  const value = record.fact(field ?? "坐标");
  return value.kind === "open" || value.kind === "coordinate" ? value : record.missing(field ?? "坐标");
};

/** How much longer than the straight line a walk is, by the reading in effect. @type {(context: Context) => Fraction | null} */
const detourOf = (context) => {
  for (const [name, { options }] of context.definition.readings) {
    const taken = context.optionOf(name);
    const detour = options.find(({ number }) => number === taken)?.detour ?? null;
    if (detour !== null) return detour;
  }
  return null;
};

/** The greatest whole number of millimetres within so many metres. @type {(metres: Fraction) => number} */
export const wholeMillimetres = ({ above, below }) => {
  const thousandfold = above * 1000n;
  const cut = thousandfold / below;
  return Number(thousandfold < 0n && cut * below !== thousandfold ? cut - 1n : cut);
};
