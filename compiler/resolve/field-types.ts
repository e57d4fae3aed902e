import { unitOf, type FieldType, type UnitWord } from "../../language/index.ts";
import type { NumberType, Type } from "../model/type.ts";

/** Decimal places of a fact where the declaration says nothing. */
const DEFAULT_SCALE = 6;

export const BOOLEAN: Type = { kind: "boolean" };
export const DATE: Type = { kind: "date" };
export const TEXT: Type = { kind: "text" };
export const PURE: NumberType = {
  kind: "number",
  dimension: "pure",
  unit: null,
  integer: false,
  share: false,
  scale: DEFAULT_SCALE,
};
export const SHARE: NumberType = { ...PURE, share: true };

/** The number type of a unit word; a word that is no unit counts as a label: 病床、标段. */
export const numberInUnit = (unit: string | null, options: Partial<NumberType> = {}): NumberType => ({
  ...PURE,
  dimension: unit === null ? "pure" : (unitOf(unit)?.dimension ?? "count"),
  unit,
  ...options,
});

/** The type that a declaration writes; `owner` names an enumeration: 定点医药机构.机构类别. */
export const typeOfField = (declared: FieldType, owner: string): Type | null => {
  switch (declared.kind) {
    case "text":
      return TEXT;
    case "boolean":
      return BOOLEAN;
    case "date":
      return DATE;
    case "integer":
      return numberInUnit(word(declared.unit), { integer: true, scale: 0 });
    case "number":
      return numberInUnit(word(declared.unit), { scale: declared.scale ?? DEFAULT_SCALE });
    case "percentage":
      return { ...SHARE, scale: declared.scale ?? DEFAULT_SCALE };
    case "money":
      return numberInUnit(word(declared.unit) ?? "元", { scale: declared.scale ?? DEFAULT_SCALE });
    case "coordinate":
      return { kind: "coordinate", system: declared.system };
    case "enumeration": {
      const ordered = declared.values.map((value) => value.text);
      const outside = declared.outside.map((value) => value.text);
      const ascending =
        declared.order === null ? null : declared.order === "ascending" ? ordered : [...ordered].reverse();
      return { kind: "enumeration", name: owner, values: [...ordered, ...outside], ascending };
    }
    case "reference":
      return { kind: "reference", object: declared.object.text };
    case "missing":
      return null;
  }
};

const word = (unit: UnitWord | null): string | null => unit?.text ?? null;
