import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { parseAst } from "vite";
import type { z } from "zod";
import { describe, expect, test } from "vitest";
import type { Order, Program } from "../../../compiler/model/ir.ts";
import type { Field, ObjectType, Type } from "../../../compiler/model/type.ts";
import { always, measure, modality, origin, parameter, reading } from "../../support/program-builder.ts";
import { everyHostileName, hostileName } from "./hostile-name.ts";
import { ajvPart, ajvRecord, load, programOf, textOf, zodSchemas, type JsonRecord } from "./schema-world.ts";

const field = (name: string, type: Type): Field => ({
  name,
  type,
  judgedBy: { name, source: name },
  negativeName: name,
  description: name,
});

/** An object whose name, fields, values and descriptions are all hostile. */
const hostileObject = (name: string, fields: readonly string[]): ObjectType => ({
  name,
  fields: new Map(
    fields
      .filter((each) => each !== "编号")
      .map((each) => [
        each,
        field(each, { kind: "enumeration", name: each, values: fields, ascending: fields }),
      ]),
  ),
});

const hostileProgram = (objects: readonly string[], fields: readonly string[]): Program => {
  const references = hostileObject("引用", []);
  return {
    ...programOf(
      [
        ...objects.map((name) => hostileObject(name, fields)),
        {
          ...references,
          fields: new Map(objects.map((name) => [name, field(name, { kind: "reference", object: name })])),
        },
      ],
      objects[0],
    ),
    parameters: new Map(objects.map((name) => [name, parameter(name, { regional: name })])),
    readings: new Map(objects.map((name) => [name, reading(name, 1)])),
    decisions: objects.map((name) => measure(name, name, always, { orders: [order(name)] })),
  };
};

const order = (name: string): Order => ({
  modality: modality("must", false, name),
  measure: name,
  origin: origin(name),
});

const names = fc.uniqueArray(
  hostileName.filter((name) => name !== "引用"),
  { minLength: 1, maxLength: 5 },
);
const fieldNames = fc.uniqueArray(hostileName, { minLength: 1, maxLength: 6 });

/** Objects keep `__proto__` as a key of their own. */
const record = (entries: readonly (readonly [string, unknown])[]): JsonRecord =>
  Object.fromEntries([["编号", "甲"], ...entries]);

const check = (objects: readonly string[], fields: readonly string[]): void => {
  const program = hostileProgram(objects, fields);
  const schemas = zodSchemas(program, true);
  expect([...schemas.keys()]).toEqual([...objects, "引用"]);
  parseAst(textOf(program, "zod", ".zod.js"), { lang: "js" });
  parseAst(textOf(program, "zod", ".zod.d.ts"), { lang: "dts" });
  for (const object of objects) checkRecords(program, object, schemas.get(object)!, fields);
  checkOpenapi(program);
};

const checkRecords = (program: Program, object: string, zod: z.ZodType, fields: readonly string[]): void => {
  const ajv = ajvRecord(program, object);
  const names = [...program.objects.get(object)!.fields.keys()];
  const [value] = fields;
  const all = record(names.map((name) => [name, value]));
  const candidates: readonly (readonly [JsonRecord, boolean])[] = [
    [all, true],
    [record([]), true],
    [record(names.map((name) => [name, null])), true],
    ...names.map((name) => [record([[name, `${value}~`]]), fields.includes(`${value}~`)] as const),
    [record([["没有这个字段", 1]]), false],
  ];
  for (const [each, accepted] of candidates) {
    const found = { zod: zod.safeParse(each).success, ajv: ajv(each) };
    expect(found, JSON.stringify(each).slice(0, 200)).toEqual({ zod: accepted, ajv: accepted });
  }
  const statuses = ajvPart(program, "状态·", `${object}的判定状态`);
  expect(statuses(Object.fromEntries([[object, "成立"]]))).toBe(true);
  expect(statuses(Object.fromEntries([[object, "符合"]]))).toBe(false);
};

interface OpenapiDocument {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const checkOpenapi = (program: Program): void => {
  const text = textOf(program, "openapi", ".openapi.json");
  const document = JSON.parse(text) as OpenapiDocument;
  const keys = Object.keys(document.components.schemas);
  expect(keys.filter((key) => !/^[A-Za-z0-9._-]+$/.test(key))).toEqual([]);
  const paths = Object.keys(document.paths);
  expect(paths.length).toBe(program.objects.size);
  for (const path of paths) {
    expect(path).toMatch(/^\/check\/[A-Za-z0-9_.~%-]+$/);
    expect(new URL(path, "https://example.org").pathname).toBe(path);
  }
  const ajv = new Ajv2020({ strict: true });
  ajv.addVocabulary(["openapi", "info", "paths", "components", "jsonSchemaDialect"]);
  ajv.addSchema(document, "api");
  // The context holds the register and so all records; an outcome holds whatever outcomes are made of.
  for (const key of ["Context", "Outcome1"]) ajv.compile({ $ref: `api#/components/schemas/${key}` });
};

describe("hostile names", () => {
  test("each one as the name of an object, a field and a value", () => {
    for (let at = 0; at < everyHostileName.length; at += 3) {
      const some = everyHostileName.slice(at, at + 3);
      check(some, some);
    }
    expect("broken" in globalThis).toBe(false);
  });

  test("many at once", () => {
    fc.assert(fc.property(names, fieldNames, check), { numRuns: 15 });
    expect("broken" in globalThis).toBe(false);
  });

  test("fields that objects of JavaScript inherit come through the loader too", () => {
    const fields = ["__proto__", "constructor", "toString"];
    const program = hostileProgram(["机构"], fields);
    const object = program.objects.get("机构")!;
    const all = record(fields.map((name) => [name, "__proto__"]));
    const { errors, canonical } = load(program, object, [all, { 编号: "乙" }]);
    expect(errors).toEqual([]);
    expect(canonical).toEqual([{ 编号: "乙" }, all]);
    const found = zodSchemas(program, false).get("机构")!.safeParse(all);
    expect(found.data).toEqual(all);
    expect(Object.keys(found.data as object)).toContain("__proto__");
  });
});
