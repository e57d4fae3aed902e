import * as fc from "fast-check";
import type { FactRecord } from "../../compiler/model/facts.ts";
import type { SmallWorld } from "../../compiler/evaluate/small-world.ts";
import type { Field } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";
import { rational } from "../../language/index.ts";
import { DISTRICT, schema, SHOP } from "./schema.ts";

/** Days around which the dates of random worlds lie. */
export const TODAY = 20_100;

const SHOPS = ["甲", "乙", "丙", "丁"];
const DISTRICTS = ["东区", "西区"];

/** A few institutions in two districts, with distances and parameter values; `missing` of 10 facts are unknown. */
export const arbitraryWorld = (missing = 2): fc.Arbitrary<SmallWorld> =>
  fc
    .record({
      shops: fc.tuple(...SHOPS.map((id) => arbitraryRecord(SHOP, id, missing))),
      shopCount: fc.integer({ min: 1, max: SHOPS.length }),
      districts: fc.tuple(...DISTRICTS.map((id) => arbitraryRecord(DISTRICT, id, missing))),
      districtCount: fc.integer({ min: 1, max: DISTRICTS.length }),
      distances: fc.array(
        fc.record({
          from: fc.constantFrom(...SHOPS),
          to: fc.constantFrom(...SHOPS),
          metres: fc.integer({ min: 0, max: 3000 }),
        }),
        { maxLength: 3 },
      ),
      standard: fc.option(fc.integer({ min: -1, max: 5 }), { freq: 2 }),
    })
    .map(({ shops, shopCount, districts, districtCount, distances, standard }) => ({
      records: [...shops.slice(0, shopCount), ...districts.slice(0, districtCount)],
      distances,
      parameters: new Map(
        standard === null
          ? []
          : [
              [
                "业务量标准",
                [
                  {
                    from: null,
                    region: null,
                    value: { kind: "number", value: rational(standard) },
                    source: null,
                  },
                ],
              ],
            ],
      ),
    }));

export const arbitraryRecord = (object: string, id: string, missing: number): fc.Arbitrary<FactRecord> => {
  const fields = [...schema.find((each) => each.name === object)!.fields.values()];
  return fc.tuple(...fields.map((field) => arbitraryFact(field, missing))).map((values) => ({
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

const arbitraryFact = (field: Field, missing: number): fc.Arbitrary<Value | null> =>
  missing === 0
    ? arbitraryValue(field)
    : fc.oneof(
        { weight: missing, arbitrary: fc.constant(null) },
        { weight: 10 - missing, arbitrary: arbitraryValue(field) },
      );

/** Values of few kinds, near each other, so that limits and ties are met often. */
export const arbitraryValue = ({ type }: Field): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case "boolean":
      return fc.boolean().map((value) => ({ kind: "boolean", value }));
    case "text":
      return fc.constantFrom("甲", "乙").map((value) => ({ kind: "text", value }));
    case "number":
      return fc.integer({ min: -2, max: 6 }).map((value) => ({ kind: "number", value: rational(value) }));
    case "enumeration":
      return fc.constantFrom(...type.values).map((value) => ({ kind: "enumeration", value }));
    case "date":
      return fc.integer({ min: TODAY - 800, max: TODAY + 40 }).map((value) => ({ kind: "date", value }));
    case "coordinate":
      return fc
        .tuple(
          fc.integer({ min: 0, max: 3 }),
          fc.integer({ min: 0, max: 3 }),
          fc.constantFrom("CGCS2000", "CGCS2000", "GCJ-02"),
        )
        .map(([east, north, system]) => ({
          kind: "coordinate",
          longitude: 112 + east / 100,
          latitude: 21 + north / 100,
          system,
        }));
    case "reference":
      // 南区 is no record: a reference that leads nowhere.
      return fc
        .constantFrom(...DISTRICTS, ...DISTRICTS, "南区")
        .map((id) => ({ kind: "reference", object: type.object, id }));
  }
};
