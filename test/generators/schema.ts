import { unitOf } from "../../language/index.ts";
import type { EnumerationType, NumberType, ObjectType, Type } from "../../compiler/model/type.ts";
import { BOOLEAN, DATE, enumeration, field, NUMBER, object } from "../support/program-builder.ts";

/** The small world that random programs speak of: institutions in districts, districts in cities. */
export const SHOP = "机构";
export const DISTRICT = "县区";
export const CITY = "城市";

/** A number in a unit, as a declaration of a field makes it. */
const measured = (unit: string, scale: number, more: Partial<NumberType> = {}): NumberType => ({
  ...NUMBER,
  dimension: unitOf(unit)!.dimension,
  unit,
  scale,
  integer: scale === 0,
  ...more,
});

export const COUNT: NumberType = measured("笔", 0);
export const PEOPLE: NumberType = measured("人", 0);
export const MONEY: NumberType = measured("万元", 2, { integer: false });
export const YUAN: NumberType = measured("元", 2, { integer: false });
export const METRES: NumberType = measured("公里", 3, { integer: false });
export const AREA: NumberType = measured("亩", 1, { integer: false });
export const HOURS: NumberType = measured("小时", 1, { integer: false });
export const DAYS: NumberType = measured("日", 0);
export const WORKING_DAYS: NumberType = measured("工作日", 0);
export const MONTHS: NumberType = measured("季度", 0);
export const YEARS: NumberType = measured("年", 1, { integer: false });
export const SCORE: NumberType = measured("分", 1, { integer: false });
export const SHARE: NumberType = { ...NUMBER, share: true, scale: 2 };
export const PURE: NumberType = { ...NUMBER, scale: 3 };

export const KIND: EnumerationType = enumeration("机构.类别", ["医院", "药店", "诊所"]);
/** 未定级 stands outside the order. */
export const GRADE: EnumerationType = enumeration(
  "机构.等级",
  ["三级", "二级", "一级", "未定级"],
  ["一级", "二级", "三级"],
);
export const CREDIT: EnumerationType = enumeration("机构.信用", ["差", "中", "优"], ["差", "中", "优"]);
export const TEXT: Type = { kind: "text" };
export const TO_DISTRICT: Type = { kind: "reference", object: DISTRICT };
export const TO_CITY: Type = { kind: "reference", object: CITY };
export const TO_SHOP: Type = { kind: "reference", object: SHOP };
const place = (system: string): Type => ({ kind: "coordinate", system });

/** The places of districts are surveyed in another system than those of institutions: never compared. */
export const schema: readonly ObjectType[] = [
  object(SHOP, [
    field("业务量", COUNT),
    field("去年业务量", COUNT),
    field("员工数", PEOPLE),
    field("基金支出", MONEY),
    field("押金", YUAN),
    field("报销比例", SHARE),
    field("系数", PURE),
    field("服务半径", METRES),
    field("占地", AREA),
    field("营业时长", HOURS),
    field("宽限", DAYS),
    field("办理", WORKING_DAYS),
    field("周期", MONTHS),
    field("年限", YEARS),
    field("得分", SCORE),
    field("评审得分", SCORE, "专家组"),
    field("违规", BOOLEAN),
    field("申请退出", BOOLEAN),
    field("情况已改善", BOOLEAN, "医疗保障部门"),
    field("类别", KIND),
    field("等级", GRADE),
    field("信用", CREDIT, "医疗保障部门"),
    field("负责人", TEXT),
    field("协议日期", DATE),
    field("复核日期", DATE),
    field("位置", place("CGCS2000")),
    field("所在县区", TO_DISTRICT),
    field("上级机构", TO_SHOP),
  ]),
  object(DISTRICT, [
    field("基金结余", MONEY),
    field("常住人口", PEOPLE),
    field("配备不足", BOOLEAN),
    field("主要类别", KIND),
    field("联系人", TEXT),
    field("设立日期", DATE),
    field("中心", place("GCJ-02")),
    field("所属城市", TO_CITY),
  ]),
  object(CITY, [
    field("财政收入", measured("亿元", 6, { integer: false })),
    field("人均支出", YUAN),
    field("统筹", BOOLEAN),
    field("最低等级", GRADE),
    field("起算日期", DATE),
  ]),
];

/** The field with the place of a record, as a scope of distance reads it; null where it has none. */
export const coordinateOf = (name: string): string | null => fieldsOf(name, "coordinate")[0]?.name ?? null;

/** Reference fields of one object to another. */
export const referencesOf = (name: string): readonly { readonly name: string; readonly object: string }[] =>
  fieldsOf(name, "reference").map(({ name: fieldName, type }) => ({ name: fieldName, object: type.object }));

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
