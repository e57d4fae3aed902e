import type { World } from "../../model/facts.ts";
import type { DatedValue } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { sameValue } from "../../evaluate/index.ts";
import type { Reads } from "../fields-read.ts";
import { placesOf, withoutRecord, withValues, type FactPlace } from "./changed-world.ts";
import { ordinaryMetres } from "./ordinary.ts";
import type { Judged } from "./replay.ts";
import { candidatesFor, orderOf, type Yardstick } from "./size.ts";

/** Worlds that are one step simpler, the greatest steps first. Each is tried; the first that still differs is taken. */
export type Moves = (yardstick: Yardstick, reads: Reads, world: World, judged: Judged) => Iterable<World>;

/** Something less: a record, a parameter, a distance, a fact. */
export const less: Moves = function* (yardstick, _reads, world, judged) {
  for (const record of world.records) {
    if (record.object === judged.object && record.id === judged.id) continue;
    yield withoutRecord(world, record);
  }
  if ((world.recordedReasons ?? []).length > 0) yield { ...world, recordedReasons: [] };
  for (const place of latestFirst(yardstick, world)) yield withValues(world, [{ place, value: null }]);
  for (const name of (world.parameters ?? new Map()).keys()) {
    yield { ...world, parameters: new Map([...world.parameters!].filter(([each]) => each !== name)) };
  }
  for (const gone of world.distances ?? [])
    yield { ...world, distances: world.distances!.filter((each) => each !== gone) };
};

/** Fewer facts in another combination: one gone and one changed, or two gone and one new. */
export const exchanged: Moves = function* (yardstick, reads, world) {
  const places = placesOf(world);
  if (places.length > MOST_EXCHANGED) return;
  for (const gone of places) {
    for (const changed of places) {
      if (changed === gone) continue;
      for (const value of firstValues(yardstick, world, changed))
        yield withValues(world, [
          { place: gone, value: null },
          { place: changed, value },
        ]);
    }
  }
  const fresh = freshPlaces(reads, world);
  for (const [index, first] of places.entries()) {
    for (const second of places.slice(index + 1)) {
      for (const place of fresh) {
        for (const value of firstValues(yardstick, world, place))
          yield withValues(world, [
            { place: first, value: null },
            { place: second, value: null },
            { place, value },
          ]);
      }
    }
  }
};

/** A more ordinary value at one place, or at all places that share one. */
export const plainer: Moves = function* (yardstick, reads, world) {
  const places = placesOf(world);
  for (const place of places) {
    const current = valueAt(world, place);
    for (const value of valuesFor(yardstick, world, place)) {
      if (sameValue(value, current)) break;
      yield withValues(world, [{ place, value }]);
    }
  }
  for (const place of places) {
    const current = valueAt(world, place);
    const sharing = places.filter((other) => sameValue(valueAt(world, other), current));
    if (sharing.length < 2) continue;
    for (const value of valuesFor(yardstick, world, place)) {
      if (sameValue(value, current)) break;
      yield withValues(
        world,
        sharing.map((each) => ({ place: each, value })),
      );
    }
  }
  for (const [name, values] of world.parameters ?? []) {
    const type = yardstick.schema.parameters.get(name)?.type;
    if (type === undefined || values.length !== 1) continue;
    for (const value of candidatesFor(yardstick, world, name, type)) {
      if (sameValue(value, values[0]!.value)) break;
      const plain: DatedValue = { from: null, region: null, value, source: null };
      yield { ...world, parameters: new Map([...world.parameters!, [name, [plain]]]) };
    }
  }
  yield* together(yardstick, places, world);
  // One fact in place of another, of a field that is declared earlier.
  const fresh = places.length > MOST_EXCHANGED ? [] : freshPlaces(reads, world);
  for (const gone of places) {
    for (const place of fresh) {
      if (place.record !== gone.record) continue;
      for (const value of firstValues(yardstick, world, place))
        yield withValues(world, [
          { place: gone, value: null },
          { place, value },
        ]);
    }
  }
  for (const [index, { metres: current }] of (world.distances ?? []).entries()) {
    for (const metres of ordinaryMetres(yardstick.limits)) {
      if (metres === current) break;
      yield withDistance(world, index, metres);
    }
  }
};

/** A parameter with a fact or a distance that is measured by it: alone neither could be plainer. */
const together = function* (
  yardstick: Yardstick,
  places: readonly FactPlace[],
  world: World,
): Iterable<World> {
  const metres = ordinaryMetres(yardstick.limits).slice(0, FEW);
  for (const [name, [only, ...others]] of world.parameters ?? []) {
    const type = yardstick.schema.parameters.get(name)?.type;
    if (type?.kind !== "number" || only === undefined || others.length > 0) continue;
    const measured = places.filter((place) => {
      const other = typeAt(yardstick, world, place);
      return other?.kind === "number" && other.dimension === type.dimension && other.share === type.share;
    });
    for (const value of candidatesFor(yardstick, world, name, type).slice(0, FEW)) {
      const set = { ...world, parameters: new Map([...world.parameters!, [name, [{ ...only, value }]]]) };
      for (const place of measured)
        for (const fact of firstValues(yardstick, world, place))
          yield withValues(set, [{ place, value: fact }]);
      if (type.dimension !== "length") continue;
      for (const index of (world.distances ?? []).keys())
        for (const each of metres) yield withDistance(set, index, each);
    }
  }
};

const withDistance = (world: World, index: number, metres: number): World => ({
  ...world,
  distances: (world.distances ?? []).map((each, other) => (other === index ? { ...each, metres } : each)),
});

const latestFirst = (yardstick: Yardstick, world: World): readonly FactPlace[] => {
  const place = ({ record, field }: FactPlace): number =>
    orderOf(yardstick.schema, world.records[record]!.object).get(field) ?? -1;
  return placesOf(world).toSorted((first, second) => place(second) - place(first));
};

/** With more facts the combinations are too many, and such a world is small enough already for what it shows. */
const MOST_EXCHANGED = 9;
const FEW = 4;

const valueAt = (world: World, { record, field }: FactPlace): Value =>
  world.records[record]!.facts.get(field)!;

const typeAt = (yardstick: Yardstick, world: World, { record, field }: FactPlace): Type | undefined =>
  yardstick.schema.objects.get(world.records[record]!.object)?.fields.get(field)?.type;

const valuesFor = (yardstick: Yardstick, world: World, place: FactPlace): readonly Value[] => {
  const type = typeAt(yardstick, world, place);
  return type === undefined
    ? []
    : candidatesFor(yardstick, world, place.field, type, world.records[place.record]);
};

const firstValues = (yardstick: Yardstick, world: World, place: FactPlace): readonly Value[] =>
  valuesFor(yardstick, world, place).slice(0, FEW);

/** Facts that the rules read and the world does not have. */
const freshPlaces = (reads: Reads, world: World): readonly FactPlace[] =>
  world.records.flatMap(({ object, facts }, record) =>
    [...(reads.fields.get(object) ?? [])]
      .filter((field) => !facts.has(field))
      .sort()
      .map((field) => ({ record, field })),
  );
