import type { Program } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import { describeType } from "./field-form.ts";
import { propertiesOf, prose, type Json, type JsonObject } from "./json.ts";
import { DATE_PATTERN, TEXT_PATTERN } from "./patterns.ts";
import { valueSchema } from "./record-schema.ts";

/** The records of all objects: the register that quantifiers, regions and rankings look at. */
export const registerSchema = (program: Program, reference: (object: string) => string): JsonObject => ({
  type: "object",
  ...propertiesOf(
    [...program.objects.keys()].map((object) => [
      object,
      {
        title: object,
        description: `全部“${prose(object)}”记录。`,
        type: "array",
        items: { $ref: reference(object) },
      },
    ]),
  ),
  additionalProperties: false,
});

/** What a judgement needs beside the records: the day, values of parameters, readings, distances, reasons. */
export const contextSchema = (program: Program, register: string): JsonObject => ({
  title: "判定的条件",
  description: "基准日，以及判定所用的全部记录、参数、读法、步行距离和理由。",
  type: "object",
  properties: {
    at: { ...DAY, description: "基准日，如2025-06-01。" },
    records: { $ref: register, description: "登记的全部记录；涉及其他记录的规则需要它们。" },
    parameters: {
      type: "array",
      description: "政策以外给出的参数值。",
      items: program.parameters.size === 0 ? false : { oneOf: parameterSchemas(program) },
    },
    readings: {
      type: "object",
      description: "所取的读法，以用语为键，读法的序号为值；不写的依政策所定。",
      ...propertiesOf(
        Array.from(program.readings.values(), ({ name, options }) => [
          name,
          {
            title: name,
            description: prose(options.map(({ number, text }) => `${number}：${text}`).join("；")),
            enum: options.map(({ number }) => number),
          },
        ]),
      ),
      additionalProperties: false,
    },
    distances: {
      type: "array",
      description: "步行距离，单位为米。",
      items: entry({ from: ID, to: ID, metres: { type: "number", minimum: 0 } }),
    },
    reasons: {
      type: "array",
      description: "偏离“原则上”的理由。",
      items: entry({
        object: program.objects.size === 0 ? ID : { enum: [...program.objects.keys()] },
        id: ID,
        rule: ID,
        reason: ID,
      }),
    },
  },
  required: ["at"],
  additionalProperties: false,
});

const DAY = { type: "string", pattern: DATE_PATTERN } as const;
const ID = { type: "string", pattern: TEXT_PATTERN } as const;

const parameterSchemas = (program: Program): readonly Json[] =>
  Array.from(program.parameters.values(), ({ name, type, regional }) => ({
    title: name,
    description: describeParameter(type, regional),
    ...entry(
      { name: { const: name }, value: valueSchema(type) },
      {
        from: { type: ["string", "null"], pattern: DATE_PATTERN, description: "起始日；自始适用的为null。" },
        region:
          regional === null
            ? { type: "null" }
            : { type: ["string", "null"], pattern: TEXT_PATTERN, description: "地区的编号。" },
        source: { type: ["string", "null"], description: "数值的出处。" },
      },
    ),
  }));

const describeParameter = (type: Type, regional: string | null): string =>
  prose(`${describeType(type)}${regional === null ? "" : `；按“${regional}”分别规定`}。`);

const entry = (required: JsonObject, optional: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
