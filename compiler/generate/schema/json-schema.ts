import type { Program } from "../../model/ir.ts";
import { fileName, Identifiers } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { contextSchema, registerSchema } from "./context-schema.ts";
import { printJson, prose, type JsonObject } from "./json.ts";
import { recordSchema } from "./record-schema.ts";
import {
  citationSchema,
  outcomeSchema,
  outcomesSchema,
  readingSchema,
  reasonSchema,
  statusesSchema,
} from "./result-schema.ts";

/** One file of JSON Schema (2020-12): the whole is a register, the parts are in `$defs`. */
export const jsonSchema: Target = {
  name: "json-schema",
  description: "JSON Schema（2020-12）：输入记录与判定结果的格式",
  generate: (program): Generated => ({
    files: [{ name: fileName(program.policy.name, ".schema.json"), text: printJson(document(program)) }],
    refusals: [],
  }),
};

const document = (program: Program): JsonObject => {
  const keys = new Identifiers();
  const reference = (prefix: string, name = ""): string =>
    `#/$defs/${encodeURIComponent(keys.of(prefix, name))}`;
  const references = {
    outcome: reference("判定结果"),
    reason: reference("原因"),
    citation: reference("引文"),
    reading: reference("读法依赖"),
  };
  const objects = [...program.objects.values()];
  const definitions: readonly (readonly [string, JsonObject])[] = [
    ...objects.map((object) => [keys.of("记录·", object.name), recordSchema(object)] as const),
    ...objects.flatMap(({ name }) => [
      [keys.of("状态·", name), statusesSchema(program, name)] as const,
      [keys.of("结果·", name), outcomesSchema(program, name, references)] as const,
    ]),
    [keys.of("全部记录", ""), registerSchema(program, (object) => reference("记录·", object))],
    [keys.of("判定的条件", ""), contextSchema(program, reference("全部记录"))],
    [keys.of("判定结果", ""), outcomeSchema(references)],
    [keys.of("原因", ""), reasonSchema()],
    [keys.of("引文", ""), citationSchema()],
    [keys.of("读法依赖", ""), readingSchema()],
  ];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: program.policy.name,
    description: `《${prose(program.policy.name)}》的输入记录。整个文件描述全部记录，以对象的名称为键；一条记录见$defs中的“记录·…”，判定结果见“结果·…”。`,
    $ref: reference("全部记录"),
    $defs: Object.fromEntries(definitions),
  };
};
