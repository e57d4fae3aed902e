import * as fc from "fast-check";
import { multiply, rational, type Rational } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { DatedValue, Program } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { Day, Value } from "../model/value.ts";
import type { SmallWorld } from "../evaluate/index.ts";
import { smallestStep, valuesAround, type Boundaries } from "./boundary.ts";
import type { Reads } from "./fields-read.ts";

/** A register of a few records, with the day on which it is judged. */
export interface Sample {
  readonly at: Day;
  readonly world: SmallWorld;
}

/** Small registers around the limits of the rules, with the fields that the rules read. */
export const arbitrarySample = (
  program: Program,
  reads: Reads,
  boundaries: Boundaries,
  /** Objects that are ranked. */
  ranked: ReadonlySet<string> = new Set(),
): fc.Arbitrary<Sample> => {
  const objects = [...reads.fields.keys()].sort().filter((name) => program.objects.has(name));
  return fc
    .record({
      at: arbitraryDay(program),
      sizes: fc.tuple(...objects.map((name) => sizesOf(name, reads, ranked))),
    })
    .chain(({ at, sizes }) => {
      const ids = new Map(objects.map((name, index) => [name, namesOf(name, sizes[index]!)]));
      const records = objects.flatMap((name) =>
        ids
          .get(name)!
          .map((id) => arbitraryRecord(program, reads, boundaries, { object: name, id, at, ids })),
      );
      return fc
        .record({
          records: fc.tuple(...records),
          distances: arbitraryDistances([...ids.values()].flat(), reads, boundaries),
          parameters: arbitraryParameters(program, reads, boundaries, at, ids),
        })
        .map((world) => ({ at, world }));
    });
};

/** Neighbours and regions show themselves among a few records, a share of the places among some ten. */
const sizesOf = (name: string, { several }: Reads, ranked: ReadonlySet<string>): fc.Arbitrary<number> => {
  const few = fc.integer({ min: 1, max: several.has(name) ? SEVERAL : 1 });
  return ranked.has(name) ? fc.oneof(few, fc.integer({ min: RANKED, max: RANKED + 2 })) : few;
};

const SEVERAL = 3;
const RANKED = 10;

interface Slot {
  readonly object: string;
  readonly id: string;
  readonly at: Day;
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

const namesOf = (object: string, size: number): readonly string[] =>
  Array.from({ length: size }, (_, index) => `${object}${index + 1}`);

/** 2025年1月1日, where the document names no day. */
const ANY_DAY = 20_089;

const arbitraryDay = ({ policy }: Program): fc.Arbitrary<Day> => {
  const first = policy.effectiveFrom ?? policy.issuedOn ?? ANY_DAY;
  return fc.integer({ min: first, max: Math.max(first, policy.lastDay ?? first + 1000) });
};

const arbitraryRecord = (
  program: Program,
  reads: Reads,
  boundaries: Boundaries,
  slot: Slot,
): fc.Arbitrary<FactRecord> => {
  const declared = program.objects.get(slot.object)!.fields;
  const names = [...reads.fields.get(slot.object)!].filter((name) => declared.has(name)).sort();
  return fc
    .tuple(...names.map((name) => arbitraryFact(declared.get(name)!.type, boundaries, slot)))
    .map((values) => ({
      object: slot.object,
      id: slot.id,
      facts: new Map(names.flatMap((name, index) => (values[index] ? [[name, values[index]] as const] : []))),
      source: "抽样",
    }));
};

/** Now and then a fact is missing. */
const arbitraryFact = (type: Type, boundaries: Boundaries, slot: Slot): fc.Arbitrary<Value | null> =>
  fc.option(arbitraryValue(type, boundaries, slot), { freq: 24 });

const arbitraryValue = (type: Type, boundaries: Boundaries, { at, ids }: Slot): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case "boolean":
      return fc.boolean().map((value) => ({ kind: "boolean", value }));
    case "text":
      return fc.constantFrom("甲", "乙").map((value) => ({ kind: "text", value }));
    case "number": {
      const step = smallestStep(type);
      const some = fc.integer({ min: 0, max: 1000 }).map((count) => multiply(step, rational(count)));
      const around = valuesAround(type, boundaries);
      return fc
        .oneof({ weight: 3, arbitrary: fc.constantFrom(...around) }, { weight: 1, arbitrary: some })
        .map((value) => ({ kind: "number", value }));
    }
    case "enumeration":
      return fc.constantFrom(...type.values).map((value) => ({ kind: "enumeration", value }));
    case "date":
      return arbitraryDate(boundaries, at).map((value) => ({ kind: "date", value }));
    case "coordinate":
      return fc
        .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
        .map(([east, north]) => ({
          kind: "coordinate",
          longitude: 112 + east / 200,
          latitude: 22 + north / 200,
          system: type.system,
        }));
    case "reference":
      return fc
        .constantFrom(...(ids.get(type.object) ?? [`${type.object}1`]))
        .map((id) => ({ kind: "reference", object: type.object, id }));
  }
};

const arbitraryDate = (boundaries: Boundaries, at: Day): fc.Arbitrary<Day> => {
  const limits = [...boundaries.daysBefore.flatMap((days) => [at - days, at + days]), ...boundaries.days, at];
  const near = fc
    .tuple(fc.constantFrom(...limits), fc.integer({ min: -3, max: 3 }))
    .map(([limit, offset]) => limit + offset);
  return fc.oneof(
    { weight: 3, arbitrary: near },
    { weight: 1, arbitrary: fc.integer({ min: at - 2000, max: at + 100 }) },
  );
};

const arbitraryDistances = (
  ids: readonly string[],
  reads: Reads,
  boundaries: Boundaries,
): fc.Arbitrary<NonNullable<SmallWorld["distances"]>> => {
  if (!reads.walking) return fc.constant([]);
  const limits = (boundaries.numbers.get("length") ?? []).map(inNumber);
  const metres = fc.oneof(
    fc.constantFrom(0, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])),
    fc.integer({ min: 0, max: 5000 }),
  );
  const each = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), metres });
  return fc.array(each, { maxLength: 4 });
};

const inNumber = (value: Rational): number => Number(value.numerator) / Number(value.denominator);

/** A parameter that nobody has set may take any value. */
const arbitraryParameters = (
  program: Program,
  reads: Reads,
  boundaries: Boundaries,
  at: Day,
  ids: Slot["ids"],
): fc.Arbitrary<ReadonlyMap<string, readonly DatedValue[]>> => {
  const names = [...reads.openParameters].sort();
  const values = names.map((name) =>
    arbitraryValue(program.parameters.get(name)!.type, boundaries, { object: "", id: "", at, ids }).map(
      (value): DatedValue => ({ from: null, region: null, value, source: "抽样" }),
    ),
  );
  return fc.tuple(...values).map((found) => new Map(names.map((name, index) => [name, [found[index]!]])));
};
