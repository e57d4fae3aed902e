import { printRational } from "../../language/index.ts";
import type { Value } from "../model/value.ts";
import { compareText } from "./compare-text.ts";
import type { FactTables } from "./facts.ts";

/**
 * One text for one content: what a receipt hashes. Independent of file formats and of the order of files, rows
 * and columns; two different contents never give the same text.
 */
export const canonicalData = (tables: FactTables): string =>
  [
    ...tables.records.map((record) => [
      "record",
      record.object,
      record.id,
      ...[...record.facts]
        .sort(([left], [right]) => compareText(left, right))
        .map(([field, value]) => [field, canonicalValue(value)]),
    ]),
    ...tables.distances.map(({ from, to, metres }) => ["distance", from, to, metres]),
    ...tables.parameters.map(({ name, region, from, value, source }) => [
      "parameter",
      name,
      region,
      from,
      canonicalValue(value),
      source,
    ]),
    ...tables.reasons.map(({ object, id, rule, reason }) => ["reason", object, id, rule, reason]),
  ]
    .map((line) => JSON.stringify(line))
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join("");

/** A value as text; equal texts are equal values. */
export const canonicalValue = (value: Value): string => {
  switch (value.kind) {
    case "boolean":
    case "date":
    case "text":
    case "enumeration":
      return `${value.kind} ${value.value}`;
    case "number":
      return `number ${printRational(value.value)}`;
    case "coordinate":
      return `coordinate ${JSON.stringify([value.longitude, value.latitude, value.system])}`;
    case "reference":
      return `reference ${JSON.stringify([value.object, value.id])}`;
  }
};
