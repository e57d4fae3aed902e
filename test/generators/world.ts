import * as fc from "fast-check";
import type { FactRecord } from "../../compiler/model/facts.ts";
import type { SmallWorld } from "../../compiler/evaluate/small-world.ts";
import type { Field } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";
import { arbitrarySupplies } from "./parameters.ts";
import { CITY, DISTRICT, schema, SHOP } from "./schema.ts";
import { arbitraryValue, IDS } from "./value.ts";

export { arbitraryValue } from "./value.ts";

/**
 * Institutions in districts of cities, with distances and parameter values; `missing` of 10 facts are unknown. With
 * a `size` there are exactly so many records, else a few. Every fact is one that the loader reads.
 */
export const arbitraryWorld = (missing = 2, size: number | null = null): fc.Arbitrary<SmallWorld> => {
  const ids = idsOf(size);
  const all = [...new Set(Object.values(ids).flat())];
  const known = [SHOP, DISTRICT, CITY] as const;
  return fc
    .record({
      records: fc.tuple(
        ...known.map((object) =>
          recordsOf(object, ids, missing, size === null ? (object === CITY ? 0 : 1) : ids[object]!.length),
        ),
      ),
      distances: arbitraryDistances(all, size === null ? 3 : size),
      parameters: arbitrarySupplies(ids[DISTRICT]!.slice(0, 1)),
      recordedReasons: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom(...ids[SHOP]!),
          rule: fc.constantFrom("措施规则1", "措施规则2", "条件规则"),
          reason: fc.constantFrom("当地确有需要", "经集体研究决定"),
        }),
        { maxLength: 2, selector: ({ id, rule }) => JSON.stringify([id, rule]) },
      ),
    })
    .map(({ records, distances, ...rest }) => {
      const present = records.flat();
      const names = new Set(present.map(({ id }) => id));
      return {
        records: present,
        distances: distances.filter(({ from, to }) => names.has(from) && names.has(to)),
        parameters: rest.parameters,
        recordedReasons: rest.recordedReasons.filter(({ id }) => names.has(id)),
      };
    });
};

export const arbitraryRecord = (
  object: string,
  id: string,
  missing: number,
  ids = IDS,
): fc.Arbitrary<FactRecord> => {
  const fields = [...schema.find((each) => each.name === object)!.fields.values()];
  return fc.tuple(...fields.map((field) => arbitraryFact(field, missing, ids))).map((values) => ({
    object,
    id,
    facts: new Map(
      fields.flatMap((field, index) => {
        const value = values[index];
        return value === null || value === undefined ? [] : [[field.name, value] as const];
      }),
    ),
    source: `${object}.csv`,
  }));
};

const recordsOf = (
  object: string,
  ids: typeof IDS,
  missing: number,
  least: number,
): fc.Arbitrary<readonly FactRecord[]> =>
  fc
    .tuple(
      fc.tuple(...ids[object]!.map((id) => arbitraryRecord(object, id, missing, ids))),
      fc.integer({ min: least, max: ids[object]!.length }),
    )
    .map(([records, count]) => records.slice(0, count));

const arbitraryFact = (field: Field, missing: number, ids: typeof IDS): fc.Arbitrary<Value | null> =>
  missing === 0
    ? arbitraryValue(field, ids)
    : fc.oneof(
        { weight: Math.round(missing * 10), arbitrary: fc.constant(null) },
        { weight: Math.round((10 - missing) * 10), arbitrary: arbitraryValue(field, ids) },
      );

/** Each pair at most once in one direction; the other direction may say another distance. */
const arbitraryDistances = (ids: readonly string[], maxLength: number) =>
  fc.uniqueArray(
    fc.record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      metres: fc.oneof(
        fc.constantFrom(0, 999.999, 1000, 1000.001, 1500, 3000),
        fc.integer({ min: 0, max: 3000 }),
      ),
    }),
    { maxLength, selector: ({ from, to }) => JSON.stringify([from, to]) },
  );

/** Of 50 records 42 are institutions, 6 districts and 2 cities. */
const idsOf = (size: number | null): typeof IDS => {
  if (size === null) return IDS;
  const cities = IDS[CITY]!.length;
  const districts = Math.max(IDS[DISTRICT]!.length, Math.floor(size / 8));
  return {
    [SHOP]: numbered(IDS[SHOP]!, Math.max(1, size - cities - districts), "机构"),
    [DISTRICT]: numbered(IDS[DISTRICT]!, districts, "区"),
    [CITY]: IDS[CITY]!,
  };
};

const numbered = (first: readonly string[], count: number, word: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => first[index] ?? `${word}${index + 1}`);
