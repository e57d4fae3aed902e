import { rational } from "../../language/index.ts";
import type {
  Condition,
  Decision,
  ExceptionClause,
  MeasureRule,
  Modality,
  Origin,
  Parameter,
  Program,
  Reading,
  RequirementRule,
  Subject,
  Term,
} from "../../compiler/model/ir.ts";
import type { FactRecord } from "../../compiler/model/facts.ts";
import type { PolicyInfo } from "../../compiler/model/policy.ts";
import type { Field, NumberType, ObjectType, Type } from "../../compiler/model/type.ts";
import type { Value } from "../../compiler/model/value.ts";

/** Pieces of programs written by hand, so that a test shows only what it is about. */
export const origin = (words: string, more: Partial<Origin> = {}): Origin => ({
  file: "测试.tiaowen",
  span: { start: 0, end: words.length },
  words,
  provision: null,
  item: null,
  basis: [],
  ...more,
});

export const number = (value: number | bigint): Value => ({ kind: "number", value: rational(value) });
export const truth = (value: boolean): Value => ({ kind: "boolean", value });
export const choice = (value: string): Value => ({ kind: "enumeration", value });
export const date = (value: number): Value => ({ kind: "date", value });
export const reference = (object: string, id: string): Value => ({ kind: "reference", object, id });
export const place = (longitude: number, latitude: number, system: string | null = "CGCS2000"): Value => ({
  kind: "coordinate",
  longitude,
  latitude,
  system,
});

export const NUMBER: NumberType = {
  kind: "number",
  dimension: "pure",
  unit: null,
  integer: false,
  share: false,
  scale: 6,
};
export const BOOLEAN: Type = { kind: "boolean" };
export const DATE: Type = { kind: "date" };
export const COORDINATE: Type = { kind: "coordinate", system: "CGCS2000" };
export const enumeration = (
  name: string,
  values: readonly string[],
  ascending: readonly string[] | null = null,
) => ({ kind: "enumeration", name, values, ascending }) as const;

export const field = (name: string, type: Type, judgedBy: string | null = null): Field => ({
  name,
  type,
  judgedBy: judgedBy === null ? null : { name: judgedBy, source: null },
  negativeName: null,
  description: null,
});

export const object = (name: string, fields: readonly Field[]): ObjectType => ({
  name,
  fields: new Map(fields.map((each) => [each.name, each])),
});

export const self = (name: string): Subject => ({ kind: "variable", index: 0, object: name });
export const variable = (name: string, index: number): Subject => ({ kind: "variable", index, object: name });
export const follow = (from: Subject, name: string, to: string): Subject => ({
  kind: "follow",
  from,
  field: name,
  object: to,
});

export const literal = (value: Value, type: Type = NUMBER): Term => ({
  kind: "literal",
  value,
  type,
  origin: origin("数"),
});
export const read = (of: Subject, name: string, type: Type = NUMBER): Term => ({
  kind: "field",
  of,
  field: name,
  type,
  origin: origin(name),
});

type Compare = Extract<Condition, { kind: "compare" }>;

export const compareTerms = (
  left: Term,
  operator: Compare["operator"],
  right: Term,
  more: Partial<Origin> = {},
): Condition => ({
  kind: "compare",
  operator,
  word: operator,
  left,
  right,
  origin: origin(`${left.origin.words}${operator}${right.origin.words}`, more),
});
export const holds = (of: Subject, name: string, more: Partial<Origin> = {}): Condition => ({
  kind: "holds",
  term: read(of, name, BOOLEAN),
  origin: origin(name, more),
});
export const always: Condition = { kind: "constant", value: true, origin: origin("") };
export const every = (...operands: readonly Condition[]): Condition => ({
  kind: "all",
  operands,
  origin: origin("同时符合下列条件"),
});
export const some = (...operands: readonly Condition[]): Condition => ({
  kind: "any",
  operands,
  origin: origin("有下列情形之一"),
});
export const negated = (operand: Condition): Condition => ({
  kind: "not",
  operand,
  origin: origin(`不${operand.origin.words}`),
});

export const modality = (force: Modality["force"], inPrinciple = false, word = ""): Modality => ({
  force,
  inPrinciple,
  word,
});

export const measure = (
  id: string,
  on: string,
  base: Condition,
  more: Partial<MeasureRule> = {},
): MeasureRule => ({
  kind: "measure",
  id,
  name: id,
  object: on,
  origin: origin(id),
  subject: always,
  base,
  orders: [{ modality: modality("stated"), measure: `措施${id}`, origin: origin(id) }],
  exceptions: [],
  ...more,
});

export const requirement = (
  id: string,
  on: string,
  required: Condition,
  more: Partial<RequirementRule> = {},
): RequirementRule => ({
  kind: "requirement",
  id,
  name: id,
  object: on,
  origin: origin(id),
  subject: always,
  applicability: always,
  requirement: required,
  modality: modality("must", false, "应当"),
  exceptions: [],
  ...more,
});

export const policy = (more: Partial<PolicyInfo> = {}): PolicyInfo => ({
  name: "测试办法",
  region: null,
  issuer: null,
  documentNumber: null,
  stage: null,
  trial: false,
  issuedOn: null,
  effectiveFrom: null,
  lastDay: null,
  parents: [],
  sourceFile: null,
  sourceHash: null,
  vocabularies: [],
  selfName: null,
  provisions: new Map(),
  file: "测试.tiaowen",
  ...more,
});

interface Parts {
  readonly objects: readonly ObjectType[];
  readonly decisions: readonly Decision[];
  readonly parameters?: readonly Parameter[];
  readonly readings?: readonly Reading[];
  readonly exceptions?: readonly ExceptionClause[];
}

export const program = (parts: Parts, more: Partial<Program> = {}): Program => ({
  policy: policy(),
  objects: new Map(parts.objects.map((each) => [each.name, each])),
  parameters: new Map((parts.parameters ?? []).map((each) => [each.name, each])),
  readings: new Map((parts.readings ?? []).map((each) => [each.name, each])),
  measures: [],
  decisions: parts.decisions,
  exceptions: new Map((parts.exceptions ?? []).map((each) => [each.id, each])),
  assertions: [],
  cases: [],
  properties: [],
  ...more,
});

export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  type: NUMBER,
  regional: null,
  owner: { name: "统筹地区医疗保障部门", source: "第十六条" },
  values: [],
  origin: origin(name),
  ...more,
});

export const usedParameter = (name: string, type: Type = NUMBER, region: Subject | null = null): Term => ({
  kind: "parameter",
  name,
  region,
  type,
  origin: origin(name),
});

export const reading = (name: string, adopted: number | null, more: Partial<Reading> = {}): Reading => ({
  name,
  options: [
    { number: 1, text: "列举已尽", detourFactor: null },
    { number: 2, text: "未尽列举", detourFactor: null },
  ],
  adopted,
  status: "provisional",
  confirmedBy: null,
  origin: origin(name),
  ...more,
});

export const exception = (id: string, on: string, condition: Condition): ExceptionClause => ({
  id,
  name: id,
  object: on,
  condition,
  origin: origin(id),
});

export const record = (on: string, id: string, facts: Readonly<Record<string, Value>>): FactRecord => ({
  object: on,
  id,
  facts: new Map(Object.entries(facts)),
  source: `${on}.csv`,
});
