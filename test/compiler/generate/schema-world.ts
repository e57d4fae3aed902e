import { compileFunction } from "node:vm";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";
import { canonicalRecord, loadFacts, type DataError } from "../../../compiler/data/index.ts";
import { generate, type TargetName } from "../../../compiler/generate/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { NumberType, ObjectType, Type } from "../../../compiler/model/type.ts";
import { unitOf } from "../../../language/index.ts";
import { policy, program } from "../../support/program-builder.ts";
import { number, objectType } from "../data/schema.ts";

/** Programs with these objects and no rule. */
export const programOf = (objects: readonly ObjectType[], name = "测试办法"): Program =>
  program({ objects, decisions: [] }, { policy: policy({ name }) });

const decimal = (unit: string | null, scale: number): NumberType =>
  number({ unit, scale, dimension: unit === null ? "pure" : unitOf(unit)!.dimension });

const whole = (unit: string): NumberType => ({ ...decimal(unit, 0), integer: true });

export const GRADES = ["三级", "二级", "Ａ 级", "null", "1", "__proto__"];

/** One field of each kind, with the units and decimal places that make a difference. */
export const TYPES: Readonly<Record<string, Type>> = {
  开通: { kind: "boolean" },
  名称: { kind: "text" },
  业务量: whole("笔"),
  里程: whole("公里"),
  地块: whole("亩"),
  整系数: decimal(null, 0),
  系数: decimal(null, 6),
  得分: decimal("分", 1),
  金额: decimal("元", 2),
  预算: decimal("万元", 2),
  结余: decimal("亿元", 9),
  占地: decimal("亩", 1),
  周期: decimal("周", 3),
  精细: decimal(null, 14),
  极细: decimal("米", 15),
  微量: decimal("公里", 18),
  比例: number({ share: true, scale: 2 }),
  整比例: number({ share: true, scale: 0 }),
  细比例: number({ share: true, scale: 15 }),
  等级: { kind: "enumeration", name: "样本.等级", values: GRADES, ascending: null },
  日期: { kind: "date" },
  位置: { kind: "coordinate", system: "CGCS2000" },
  所属: { kind: "reference", object: "县区" },
};

export const SAMPLE = objectType("样本", TYPES);
export const PROGRAM = programOf([SAMPLE, objectType("县区", { 名称: { kind: "text" } })]);

export type JsonRecord = Readonly<Record<string, unknown>>;

/** What the loader makes of records in a JSON file. */
export const load = (
  program: Program,
  object: ObjectType,
  records: readonly JsonRecord[],
): { readonly errors: readonly DataError[]; readonly canonical: readonly JsonRecord[] } => {
  const bytes = new TextEncoder().encode(JSON.stringify(records));
  const { facts, dataErrors } = loadFacts(program, [{ name: `${object.name}.json`, bytes }]);
  return {
    errors: dataErrors,
    canonical: facts.records(object.name).map((record) => canonicalRecord(record, object, "text")),
  };
};

export const textOf = (program: Program, target: TargetName, ending: string): string =>
  generate(program, { target }).files.find(({ name }) => name.endsWith(ending))!.text;

/** The schemas of a generated zod module by object; `jitless` forbids zod to make functions of texts. */
export const zodSchemas = (program: Program, jitless: boolean): ReadonlyMap<string, z.ZodType> => {
  const body = textOf(program, "zod", ".zod.js")
    .replace('import { z } from "zod";', "")
    .replaceAll(/^export /gm, "");
  z.config({ jitless });
  try {
    const compiled = compileFunction(`"use strict";${body}\nreturn schemas;`, ["z"]) as CompiledModule;
    return compiled(z);
  } finally {
    z.config({ jitless: false });
  }
};

type CompiledModule = (zod: typeof z) => ReadonlyMap<string, z.ZodType>;

/** A validator of one part of the generated JSON Schema: `记录·`, `状态·` or `结果·` of an object. */
export const ajvPart = (program: Program, prefix: string, title: string): ValidateFunction => {
  const { ajv, schema } = loadedSchema(program);
  const key = Object.keys(schema.$defs).find(
    (name) => name.startsWith(prefix) && schema.$defs[name]!.title === title,
  )!;
  return ajv.compile({ $ref: `policy#/$defs/${encodeURIComponent(key)}` });
};

const loadedSchema = (program: Program): { readonly ajv: Ajv2020; readonly schema: JsonSchemaFile } => {
  const known = loaded.get(program);
  if (known !== undefined) return known;
  const schema = jsonSchemaOf(program);
  const ajv = new Ajv2020({ strict: true, allErrors: true, logger: STRICT_LOGGER });
  ajv.addSchema(schema, "policy");
  loaded.set(program, { ajv, schema });
  return { ajv, schema };
};

const loaded = new WeakMap<Program, { readonly ajv: Ajv2020; readonly schema: JsonSchemaFile }>();

/** A validator of the records of an object. */
export const ajvRecord = (program: Program, object: string): ValidateFunction =>
  ajvPart(program, "记录·", object);

/** A validator of a whole register. */
export const ajvRegister = (program: Program): ValidateFunction =>
  new Ajv2020({ strict: true, logger: STRICT_LOGGER }).compile(jsonSchemaOf(program));

interface JsonSchemaFile {
  readonly $defs: Readonly<Record<string, { readonly title: string }>>;
}

const jsonSchemaOf = (program: Program): JsonSchemaFile =>
  JSON.parse(textOf(program, "json-schema", ".schema.json")) as JsonSchemaFile;

const refuse = (message: unknown): never => {
  throw new Error(String(message));
};

/** In strict mode a schema that says something useless is only logged. */
const STRICT_LOGGER = { log: refuse, warn: refuse, error: refuse };
