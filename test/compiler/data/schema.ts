import type { DataSchema, DataFile } from "../../../compiler/data/index.ts";
import type { Field, NumberType, ObjectType, Type } from "../../../compiler/model/type.ts";

export const field = (name: string, type: Type): Field => ({
  name,
  type,
  judgedBy: null,
  negativeName: null,
  description: null,
});

export const number = (changes: Partial<NumberType> = {}): NumberType => ({
  kind: "number",
  dimension: "pure",
  unit: null,
  integer: false,
  share: false,
  scale: 6,
  ...changes,
});

export const objectType = (name: string, fields: Readonly<Record<string, Type>>): ObjectType => ({
  name,
  fields: new Map(Object.entries(fields).map(([key, type]) => [key, field(key, type)])),
});

export const count: Type = number({ dimension: "count", unit: "笔", integer: true, scale: 0 });
export const share: Type = number({ share: true });
export const level: Type = {
  kind: "enumeration",
  name: "机构.医院等级",
  values: ["三级", "二级", "一级", "未定级"],
  ascending: ["一级", "二级", "三级"],
};

const institution = objectType("机构", {
  名称: { kind: "text" },
  医院等级: level,
  业务量: count,
  床位利用率: share,
  开通: { kind: "boolean" },
  复核日期: { kind: "date" },
  位置: { kind: "coordinate", system: null },
  所在县区: { kind: "reference", object: "县区" },
});

const origin = { file: "", span: { start: 0, end: 0 }, words: "", provision: null, item: null, basis: [] };

const parameter = (name: string, type: Type, regional: string | null = null) => ({
  name,
  type,
  regional,
  owner: { name: "未明确", source: null },
  values: [],
  origin,
});

/** Two objects, two parameters and one rule: enough for every kind of file. */
export const schema: DataSchema = {
  objects: new Map([
    ["机构", institution],
    ["县区", objectType("县区", { 名称: { kind: "text" } })],
  ]),
  parameters: new Map([
    ["业务量极少标准", parameter("业务量极少标准", count)],
    ["床位利用率标准", parameter("床位利用率标准", share, "县区")],
  ]),
  decisions: [
    {
      kind: "definition",
      id: "服务圈",
      name: "服务圈",
      object: "机构",
      origin,
      condition: { kind: "constant", value: true, origin },
    },
  ],
};

export const file = (name: string, text: string): DataFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});
