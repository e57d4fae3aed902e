import type { ObjectType } from "../../model/type.ts";
import type { Program } from "../../model/ir.ts";
import { fileName, Identifiers } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { contextSchema, registerSchema } from "./context-schema.ts";
import { printJson, prose, type Json, type JsonObject } from "./json.ts";
import { recordSchema } from "./record-schema.ts";
import {
  citationSchema,
  describeDecision,
  outcomeSchema,
  outcomesSchema,
  readingSchema,
  reasonSchema,
  reportedOf,
} from "./result-schema.ts";

/** An OpenAPI 3.1 document: one operation per object, which checks records of it. */
export const openapi: Target = {
  name: "openapi",
  description: "OpenAPI 3.1：检查记录的接口及其输入、结果的格式",
  generate: (program): Generated => ({
    files: [{ name: fileName(program.policy.name, ".openapi.json"), text: printJson(document(program)) }],
    refusals: [],
  }),
};

/** Keys of components may hold only letters and digits of English; the Chinese names are the titles. */
const REFERENCES = {
  outcome: "#/components/schemas/Outcome",
  reason: "#/components/schemas/Reason",
  citation: "#/components/schemas/Citation",
  reading: "#/components/schemas/ReadingDependence",
} as const;

const document = (program: Program): JsonObject => {
  const { policy } = program;
  const objects = [...program.objects.values()];
  const numbers = new Map(objects.map(({ name }, at) => [name, at + 1]));
  const record = (name: string): string => `Record${numbers.get(name)}`;
  const outcome = (name: string): string => `Outcome${numbers.get(name)}`;
  const segments = new Identifiers();
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: policy.name,
      version: policy.documentNumber ?? policy.stage ?? "未注明版本",
      description: `依照《${prose(policy.name)}》检查记录，并说明依据的条文。${policy.trial ? "本政策尚未正式施行，结果为试算。" : ""}`,
    },
    paths: Object.fromEntries(
      objects.map((object) => [
        `/check/${encodeURIComponent(segments.of("", object.name))}`,
        { post: operation(program, object, record(object.name), outcome(object.name)) },
      ]),
    ),
    components: {
      schemas: Object.fromEntries([
        ...objects.flatMap((object): (readonly [string, JsonObject])[] => [
          [record(object.name), recordSchema(object)],
          [outcome(object.name), outcomesSchema(program, object.name, REFERENCES)],
        ]),
        ["Register", registerSchema(program, (name) => place(record(name)))],
        ["Context", contextSchema(program, place("Register"))],
        ["Outcome", outcomeSchema(REFERENCES)],
        ["Reason", reasonSchema()],
        ["Citation", citationSchema()],
        ["ReadingDependence", readingSchema()],
        ["Problem", PROBLEM],
      ]),
    },
  };
};

const place = (name: string): string => `#/components/schemas/${name}`;

const operation = (program: Program, object: ObjectType, record: string, outcome: string): JsonObject => ({
  operationId: `check${record}`,
  summary: `检查“${prose(object.name)}”`,
  description: describeOperation(program, object),
  requestBody: {
    required: true,
    content: json({
      type: "object",
      properties: {
        records: {
          type: "array",
          description: "要检查的记录。",
          items: { $ref: place(record) },
        },
        context: { $ref: place("Context") },
      },
      required: ["records", "context"],
      additionalProperties: false,
    }),
  },
  responses: {
    "200": {
      description: "每条记录在每条规则下的结果。",
      content: json({
        type: "object",
        properties: {
          outcomes: { type: "array", description: "判定结果。", items: { $ref: place(outcome) } },
        },
        required: ["outcomes"],
      }),
    },
    "400": {
      description: "数据有误。",
      content: json({
        type: "object",
        properties: {
          problems: { type: "array", description: "各处错误。", items: { $ref: place("Problem") } },
        },
        required: ["problems"],
      }),
    },
  },
});

const json = (schema: Json): JsonObject => ({ "application/json": { schema } });

/** The rules that decide, one a line with its provision. */
const describeOperation = (program: Program, { name }: ObjectType): string => {
  const decisions = reportedOf(program, name);
  if (decisions.length === 0) return "没有规则对它作出判定。";
  const lines = decisions.map(
    (decision) => `- ${prose(decision.id)}：${describeDecision(program, decision)}`,
  );
  return `依下列规则判定：\n\n${lines.join("\n")}`;
};

const PROBLEM: JsonObject = {
  title: "数据错误",
  description: "输入中的一处错误。",
  type: "object",
  properties: {
    path: {
      type: "array",
      items: { anyOf: [{ type: "string" }, { type: "integer" }] },
      description: "错误所在的位置，由外到内。",
    },
    message: { type: "string", description: "现为什么，应为什么。" },
  },
  required: ["path", "message"],
};
