import type { Subject } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Block } from "./block.ts";
import { bring, homeOf, type Compilation } from "./compilation.ts";
import { certain, FALSE, isKnown, isTrue, raw, sql, TRUE, when, type Expr } from "./expr.ts";
import { factorOf } from "./field-type.ts";
import { rootOf } from "../../model/walk.ts";
import { mapColumns, type Val } from "./value.ts";

/** The record that a subject names, in the block that it starts from. */
export interface Place {
  readonly block: Block;
  readonly alias: string;
  readonly object: string;
  /** It can be told and is there. */
  readonly exists: Expr;
  /** Where it is not: a fact is missing, and not a judgement. */
  readonly fact: Expr;
  /** 编号; NULL where it cannot be told. */
  readonly id: Expr;
}

/** Finds the record; asked in the block of its variable. */
export const placeOf = (compilation: Compilation, block: Block, subject: Subject): Place => {
  const home = homeOf(block, [rootOf(subject)]);
  return placeIn(compilation, home, subject);
};

const placeIn = (compilation: Compilation, block: Block, subject: Subject): Place => {
  if (subject.kind === "variable") {
    const id = block.source("v.id", true);
    return { block, alias: "v", object: block.object, exists: TRUE, fact: FALSE, id };
  }
  const from = placeIn(compilation, block, subject.from);
  const field = compilation.program.objects.get(from.object)?.fields.get(subject.field);
  const column = compilation.identifiers.columnsOf(from.object).inner.get(subject.field);
  if (field === undefined || column === undefined || field.type.kind !== "reference") {
    const nobody = raw("CAST(NULL AS TEXT)");
    return { ...from, object: subject.object, exists: FALSE, fact: TRUE, id: nobody };
  }
  const relation = block.relationOf(field.type.object);
  const alias = block.join(
    "x",
    (name) => `LEFT JOIN ${relation} AS ${name} ON ${name}.id = ${from.alias}.${column}`,
  );
  const reference = block.source(`${from.alias}.${column}`);
  const id = block.source(`${alias}.id`);
  const missing = field.judgedBy === null ? TRUE : FALSE;
  const fact = isTrue(missing)
    ? isTrue(from.exists) || isTrue(from.fact)
      ? TRUE
      : when([[from.exists, TRUE]], from.fact)
    : when([[certain(sql`(NOT ${from.exists})`), from.fact]], isKnown(reference));
  return {
    block,
    alias,
    object: field.type.object,
    exists: block.column(isKnown(id)),
    fact: block.short(isTrue(from.exists) && !isTrue(missing) ? isKnown(reference) : fact),
    id,
  };
};

/** A fact as the block of the subject has it, brought into `into`. */
export const readField = (
  compilation: Compilation,
  into: Block,
  subject: Subject,
  name: string,
): Val | null => {
  const place = placeOf(compilation, into, subject);
  const field = compilation.program.objects.get(place.object)?.fields.get(name);
  const column = compilation.identifiers.columnsOf(place.object).inner.get(name);
  if (field === undefined || column === undefined) return null;
  const missing = field.judgedBy === null ? TRUE : FALSE;
  const fact = isTrue(place.exists)
    ? missing
    : place.block.short(when([[place.exists, missing]], place.fact));
  const value = columnValue(place, column, field.type, fact);
  return mapHere(into, place.block, value);
};

/** Brings a value into a block further in. */
export const mapHere = (into: Block, from: Block, value: Val): Val =>
  into === from ? value : mapColumns(value, (expr) => bring(into, from, expr));

const columnValue = (place: Place, column: string, type: Type, fact: Expr): Val => {
  const read = (suffix = ""): Expr => place.block.source(`${place.alias}.${column}${suffix}`);
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", value: read(), fact };
    case "text":
    case "enumeration":
      return { kind: "text", type: type.kind, value: read(), fact };
    case "reference":
      return { kind: "text", type: `reference:${type.object}`, value: read(), fact };
    case "date": {
      const date = read();
      return { kind: "date", value: daysOf(date), date, fact };
    }
    case "number":
      return {
        kind: "number",
        whole: { expr: read(), most: 10n ** 15n },
        factor: factorOf(type),
        below: null,
        range: null,
        fact,
      };
    case "coordinate":
      return { kind: "coordinate", longitude: read("x"), latitude: read("y"), system: type.system, fact };
  }
};

/** Days since 1970-01-01. */
export const daysOf = (date: Expr): Expr => ({
  ...sql`CAST(${date} - DATE '1970-01-01' AS BIGINT)`,
  known: date.known,
});
