import { BASE_UNITS, rational, unitOf, type Rational } from "../../../../language/index.ts";
import type { NumberType, Type } from "../../../model/type.ts";
import type { Day, Value } from "../../../model/value.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { call } from "./expression.ts";

export const nullable = (text: string | null): string => (text === null ? "null" : stringLiteral(text));

/** A known value as the runtime holds it. */
export const valueCode = (module: JavaScriptModule, value: Value): string => {
  switch (value.kind) {
    case "boolean":
      return call(module.runtime("booleanValue"), String(value.value));
    case "text":
      return call(module.runtime("textValue"), stringLiteral(value.value));
    case "enumeration":
      return call(module.runtime("classValue"), stringLiteral(value.value));
    case "number":
      return call(module.runtime("numberValue"), ...fractionParts(value.value));
    case "date":
      return call(module.runtime("dateValue"), dayCode(value.value));
    case "coordinate":
      return call(
        module.runtime("coordinateValue"),
        String(value.longitude),
        String(value.latitude),
        nullable(value.system),
      );
    case "reference":
      return call(module.runtime("referenceValue"), stringLiteral(value.object), stringLiteral(value.id));
  }
};

export const fractionCode = (module: JavaScriptModule, value: Rational): string =>
  call(module.runtime("fraction"), ...fractionParts(value));

const fractionParts = ({ numerator, denominator }: Rational): readonly (string | null)[] => [
  `${numerator}n`,
  denominator === 1n ? null : `${denominator}n`,
];

/** As a date where it can be written as one. */
const dayCode = (day: Day): string => {
  const date = new Date(day * 86_400_000);
  return day >= FIRST_WRITTEN && day <= LAST_WRITTEN
    ? stringLiteral(date.toISOString().slice(0, 10))
    : String(day);
};

const FIRST_WRITTEN = Date.UTC(1000, 0, 1) / 86_400_000;
const LAST_WRITTEN = Date.UTC(9999, 11, 31) / 86_400_000;

/** Reads a fact of this type from a canonical record. */
export const readerCode = (module: JavaScriptModule, type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return module.runtime("readBoolean");
    case "text":
      return module.runtime("readText");
    case "enumeration":
      return module.runtime("readClass");
    case "date":
      return module.runtime("readDate");
    case "number":
      return call(
        module.runtime("readNumber"),
        fractionCode(module, declaredUnit(type)),
        String(type.integer ? 0 : type.scale),
      );
    case "coordinate":
      return call(module.runtime("readCoordinate"), nullable(type.system));
    case "reference":
      return call(module.runtime("readReference"), stringLiteral(type.object));
  }
};

/** Prints a value of this type in its declared unit. */
export const printerCode = (module: JavaScriptModule, type: Type | null): string => {
  if (type?.kind !== "number") return call(module.runtime("printed"));
  const unit = type.share ? "%" : (type.unit ?? BASE_UNITS[type.dimension]);
  return call(
    module.runtime("printed"),
    fractionCode(module, declaredUnit(type)),
    unit === "" ? null : stringLiteral(unit),
  );
};

/** How many base units the declared one is; a share is declared in hundredths. */
const declaredUnit = (type: NumberType): Rational => {
  if (type.share) return rational(1n, 100n);
  return (type.unit === null ? null : unitOf(type.unit))?.factor ?? rational(1n);
};
