import type { EnumerationType, NumberType, ObjectType, Type } from "../../compiler/model/type.ts";
import { BOOLEAN, COORDINATE, DATE, enumeration, field, NUMBER, object } from "../support/program-builder.ts";

/** The small world that random programs speak of: institutions in districts. */
export const SHOP = "机构";
export const DISTRICT = "县区";

export const COUNT: NumberType = { ...NUMBER, dimension: "count", unit: "笔", integer: true, scale: 0 };
export const MONEY: NumberType = { ...NUMBER, dimension: "money", unit: "万元", scale: 2 };
export const METRES: NumberType = { ...NUMBER, dimension: "length", unit: "公里", scale: 3 };
export const KIND: EnumerationType = enumeration("机构.类别", ["医院", "药店", "诊所"]);
export const GRADE: EnumerationType = enumeration(
  "机构.等级",
  ["三级", "二级", "一级", "未定级"],
  ["一级", "二级", "三级"],
);
export const TO_DISTRICT: Type = { kind: "reference", object: DISTRICT };

export const schema: readonly ObjectType[] = [
  object(SHOP, [
    field("业务量", COUNT),
    field("去年业务量", COUNT),
    field("基金支出", MONEY),
    field("违规", BOOLEAN),
    field("申请退出", BOOLEAN),
    field("情况已改善", BOOLEAN, "医疗保障部门"),
    field("类别", KIND),
    field("等级", GRADE),
    field("协议日期", DATE),
    field("位置", COORDINATE),
    field("所在县区", TO_DISTRICT),
  ]),
  object(DISTRICT, [field("基金结余", MONEY), field("配备不足", BOOLEAN)]),
];

/** Fields of an object with a type of one kind. */
export const fieldsOf = <Kind extends Type["kind"]>(name: string, kind: Kind): readonly TypedField<Kind>[] =>
  [...schema.find((each) => each.name === name)!.fields.values()].flatMap(({ name: fieldName, type }) =>
    isOfKind(type, kind) ? [{ name: fieldName, type }] : [],
  );

interface TypedField<Kind extends Type["kind"]> {
  readonly name: string;
  readonly type: Extract<Type, { kind: Kind }>;
}

const isOfKind = <Kind extends Type["kind"]>(type: Type, kind: Kind): type is Extract<Type, { kind: Kind }> =>
  type.kind === kind;
