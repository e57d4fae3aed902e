// @ts-check
/** @import { Fraction } from "./numbers.js" */
/** @import { Value } from "./values.js" */
import { dayText } from "./calendar.js";
import { decimalText, fraction, over } from "./numbers.js";

/** As officials write it; a number in units of `factor`, with the word of the unit behind it. @type {(factor?: Fraction, unit?: string) => (value: Value) => string} */
export const printed =
  (factor = fraction(1n), unit = "") =>
  (value) => {
    switch (value.kind) {
      case "boolean":
        return value.value ? "是" : "否";
      case "number":
        return `${decimalText(over(value.value, factor) ?? value.value)}${unit}`;
      case "date":
        return dayText(value.value);
      case "coordinate":
        return `经度${value.longitude}，纬度${value.latitude}`;
      case "reference":
        return value.id;
      case "text":
      case "enumeration":
        return value.value;
    }
  };
