import type { Classification, Decision, Program } from "../../model/ir.ts";
import type { EnumerationType, Field, ObjectType, Type } from "../../model/type.ts";
import { commentText, stringLiteral, type Identifiers } from "../names.ts";
import { OUTCOME_TYPES } from "./outcome-types.ts";

/** Names of the types of one policy. */
export class TypeNames {
  readonly #identifiers: Identifiers;

  constructor(identifiers: Identifiers) {
    this.#identifiers = identifiers;
  }

  record(object: string): string {
    return this.#identifiers.of("Record", object);
  }

  statuses(object: string): string {
    return this.#identifiers.of("Statuses", object);
  }

  values(object: string): string {
    return this.#identifiers.of("Values", object);
  }

  enumeration(name: string): string {
    return this.#identifiers.of("Enumeration", name);
  }
}

/** The types of a policy: enumerations, records, parameters, readings, statuses, values and outcomes. */
export const typesOf = (program: Program, identifiers: Identifiers): string => {
  const names = new TypeNames(identifiers);
  const objects = [...program.objects.values()];
  return [
    ...enumerationsOf(program).map((type) => enumerationType(type, names)),
    ...objects.map((object) => recordType(object, names)),
    registerType(objects, names),
    parameterType(program),
    readingsType(program),
    ...objects.map(({ name }) => statusesType(program, name, names)),
    ...objects.map(({ name }) => valuesType(program, name, names)),
    OUTCOME_TYPES,
  ].join("\n");
};

/** Each enumeration that a field or a 认定 has, by its name. */
const enumerationsOf = (program: Program): readonly EnumerationType[] => {
  const types = [
    ...[...program.objects.values()].flatMap(({ fields }) => Array.from(fields.values(), ({ type }) => type)),
    ...Array.from(program.parameters.values(), ({ type }) => type),
  ];
  const found = new Map<string, EnumerationType>();
  for (const type of types) if (type.kind === "enumeration") found.set(type.name, type);
  return [...found.values()];
};

const enumerationType = ({ name, values, ascending }: EnumerationType, names: TypeNames): string =>
  `${comment(ascending === null ? name : `${name}，由低到高为${ascending.join("、")}`)}export type ${names.enumeration(name)} = ${union(values)};\n`;

const recordType = ({ name, fields }: ObjectType, names: TypeNames): string =>
  [
    `${comment(`一条“${name}”记录；不写或者写 null 的为未知。`)}export interface ${names.record(name)} {`,
    `  readonly 编号: string;`,
    ...[...fields.values()]
      .filter((field) => field.name !== "编号")
      .flatMap((field) => fieldLines(field, names)),
    "}\n",
  ].join("\n");

const fieldLines = (field: Field, names: TypeNames): readonly string[] => [
  `  ${comment(describe(field)).trimEnd()}`,
  `  readonly ${stringLiteral(field.name)}?: ${inputType(field.type, names)} | null;`,
];

const describe = ({ type, judgedBy, description }: Field): string =>
  [description ?? "", inWords(type), judgedBy === null ? "" : `由${judgedBy.name}裁量`]
    .filter((part) => part !== "")
    .join("；");

const inWords = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文字";
    case "number":
      return numberInWords(type);
    case "enumeration":
      return type.values.join("、");
    case "date":
      return "日期，写作 2025-01-24";
    case "coordinate":
      return `经度,纬度${type.system === null ? "" : `（${type.system}）`}`;
    case "reference":
      return `“${type.object}”的编号`;
  }
};

const numberInWords = ({ share, integer, scale, unit }: Extract<Type, { kind: "number" }>): string => {
  if (share) return `百分比，至多${scale}位小数，85.25%写作 "85.25%" 或者 85.25`;
  const inUnit = unit === null ? "" : `，单位为${unit}`;
  return integer ? `整数${inUnit}` : `数值${inUnit}，至多${scale}位小数`;
};

/** What a caller may pass: decimals as text or as numbers in the declared unit. */
const inputType = (type: Type, names: TypeNames): string => {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "number":
      return type.integer && !type.share ? "number" : "number | string";
    case "enumeration":
      return names.enumeration(type.name);
    case "text":
    case "date":
    case "coordinate":
    case "reference":
      return "string";
  }
};

const registerType = (objects: readonly ObjectType[], names: TypeNames): string =>
  [
    "/** 登记数据：规则要看其他记录时所看的全部记录。 */",
    "export interface Register {",
    ...objects.map(({ name }) => `  readonly ${stringLiteral(name)}?: readonly ${names.record(name)}[];`),
    "}\n",
  ].join("\n");

const parameterType = (program: Program): string =>
  [
    "/** 在政策之外给出的参数值；from 为开始的日期，region 为所适用的地区的编号，没有的为 null。 */",
    "export interface ParameterValue {",
    `  readonly name: ${union([...program.parameters.keys()])};`,
    "  readonly from?: string | number | null;",
    "  readonly region?: string | null;",
    "  readonly value: string | number | boolean;",
    "}\n",
  ].join("\n");

const readingsType = (program: Program): string =>
  [
    "/** 采用的读法，代替政策中所采的读法。 */",
    "export interface Readings {",
    ...[...program.readings.values()].flatMap(({ name, options }) => [
      `  ${comment(options.map(({ number, text }) => `${number}：${text}`).join("；")).trimEnd()}`,
      `  readonly ${stringLiteral(name)}?: ${options.map(({ number }) => String(number)).join(" | ") || "never"};`,
    ]),
    "}\n",
  ].join("\n");

const reportedOn = (program: Program, object: string): readonly Decision[] =>
  program.decisions.filter((decision) => decision.object === object && decision.kind !== "definition");

const statusesType = (program: Program, object: string, names: TypeNames): string =>
  [
    `${comment(`一条“${object}”记录按各条规则的结果。`)}export interface ${names.statuses(object)} {`,
    ...reportedOn(program, object).flatMap((decision) => [
      `  ${comment(titleOf(program, decision)).trimEnd()}`,
      `  readonly ${stringLiteral(decision.id)}: ${union(STATUSES_OF[decision.kind])};`,
    ]),
    "}\n",
  ].join("\n");

const titleOf = (program: Program, { origin }: Decision): string => {
  const label = program.policy.provisions.get(origin.provision ?? "")?.label ?? origin.provision;
  return `${label === null ? "" : `${label}：`}${origin.words}`;
};

const CLASSIFIED = ["已认定", "未认定", "冲突", "未知", "需裁量", "不适用"] as const;

const STATUSES_OF = {
  measure: ["成立", "不成立", "未知", "需裁量", "不适用"],
  requirement: ["符合", "不符合", "未知", "需裁量", "不适用"],
  classification: CLASSIFIED,
  definition: ["成立", "不成立", "未知", "需裁量"],
  indicator: ["已认定", "未知", "需裁量", "不适用"],
  ranking: ["已认定", "未知", "需裁量", "不适用"],
} as const satisfies Record<Decision["kind"], readonly string[]>;

const valuesType = (program: Program, object: string, names: TypeNames): string =>
  [
    `${comment(`各项【认定】【指标】【排名】对一条“${object}”记录的结果；没有结果的为 null。`)}export interface ${names.values(object)} {`,
    ...reportedOn(program, object).flatMap((decision) => {
      const type = valueType(decision);
      return type === null ? [] : [`  readonly ${stringLiteral(decision.id)}: ${type} | null;`];
    }),
    "}\n",
  ].join("\n");

const valueType = (decision: Decision): string | null => {
  switch (decision.kind) {
    case "classification":
      return classType(decision);
    case "indicator":
      return "string";
    case "ranking":
      return "number";
    case "measure":
    case "requirement":
    case "definition":
      return null;
  }
};

/** The classes that an 认定 can give. */
const classType = ({ items, otherwise, type }: Classification): string => {
  if (type.kind !== "enumeration") return "string";
  const values = [...items.map((item) => item.value), ...(otherwise === null ? [] : [otherwise.value])];
  return union([...new Set(values.flatMap((value) => (value.kind === "enumeration" ? [value.value] : [])))]);
};

const union = (values: readonly string[]): string =>
  values.length === 0 ? "never" : values.map(stringLiteral).join(" | ");

const comment = (words: string): string => `/** ${commentText(words, 300)} */\n`;
