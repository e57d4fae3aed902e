import * as fc from "fast-check";
import type { Field } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";
import { canonicalAmount } from "./amount.ts";
import { arbitraryDay } from "./day.ts";
import { CITY, DISTRICT, SHOP } from "./schema.ts";

/** 编号 by object; a city may be called like a district, and names may hold quotes. */
export const IDS: Readonly<Record<string, readonly string[]>> = {
  [SHOP]: ["甲", "乙", "丙'丙", "丁"],
  [DISTRICT]: ["东区", "西区"],
  [CITY]: ["省城", "东区"],
};

/** References that lead nowhere. */
const NOWHERE: Readonly<Record<string, string>> = {
  [SHOP]: "无此机构",
  [DISTRICT]: "南区",
  [CITY]: "无此城市",
};

/** A fact as the loader reads it: few values, near each other, so that limits and ties are met often. */
export const arbitraryValue = (
  { type }: Pick<Field, "type">,
  ids: Readonly<Record<string, readonly string[]>> = IDS,
): fc.Arbitrary<Value> => {
  switch (type.kind) {
    case "boolean":
      return fc.boolean().map((value) => ({ kind: "boolean", value }));
    case "text":
      return fc.constantFrom(...TEXTS).map((value) => ({ kind: "text", value }));
    case "number":
      return canonicalAmount(type).map((value) => ({ kind: "number", value }));
    case "enumeration":
      return fc.constantFrom(...type.values).map((value) => ({ kind: "enumeration", value }));
    case "date":
      return arbitraryDay.map((value) => ({ kind: "date", value }));
    case "coordinate":
      return fc
        .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
        .map(([east, north]) => ({
          kind: "coordinate",
          longitude: 112 + east / 100,
          latitude: 21 + north / 100,
          system: type.system,
        }));
    case "reference": {
      const known = ids[type.object]!;
      return fc
        .constantFrom(...known, ...known, NOWHERE[type.object]!)
        .map((id) => ({ kind: "reference", object: type.object, id }));
    }
  }
};

export const TEXTS = ["张三", "李四", 'O"Neil', "it's", "100%_\\"] as const;
