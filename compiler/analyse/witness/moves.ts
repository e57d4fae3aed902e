import type { World } from "../../model/facts.ts";
import type { DatedValue } from "../../model/ir.ts";
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
      yield {
        ...world,
        distances: world.distances!.map((each, other) => (other === index ? { ...each, metres } : each)),
      };
    }
  }
};

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

const valuesFor = (yardstick: Yardstick, world: World, { record, field }: FactPlace): readonly Value[] => {
  const here = world.records[record]!;
  const type = yardstick.schema.objects.get(here.object)?.fields.get(field)?.type;
  return type === undefined ? [] : candidatesFor(yardstick, world, field, type, here);
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
