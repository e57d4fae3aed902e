import type { FactRecord, World } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Field, Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { printValue } from "../../evaluate/index.ts";
import { booleanInWords } from "./negation.ts";

/** The facts of a small world, one plain line for each record, then what is set beside them. */
export const factsInWords = (program: Program, world: World): readonly string[] => [
  ...world.records.map((record) => recordInWords(program, record)),
  ...(world.distances ?? []).map(distanceInWords),
  ...[...(world.parameters ?? [])].flatMap(([name, values]) =>
    values.map((each) => parameterInWords(program, name, each.region, each.value)),
  ),
];

/** 定点申请「甲」：申请类别为医疗机构，列入省级重点建设项目. */
export const recordInWords = (program: Program, { object, id, facts }: FactRecord): string => {
  const fields = program.objects.get(object)?.fields;
  // As declared, so that the same facts always read the same.
  const order = [...(fields?.keys() ?? [])];
  const told = [...facts]
    .toSorted(([first], [second]) => order.indexOf(first) - order.indexOf(second))
    .map(([name, value]) => factInWords(program, fields?.get(name) ?? null, name, value));
  return `${quotedIfNeeded(object)}${quote(id)}${told.length === 0 ? "" : `：${told.join("，")}`}`;
};

export const distanceInWords = ({ from, to, metres }: NonNullable<World["distances"]>[number]): string =>
  `${quote(from)}至${quote(to)}步行距离为${kilometres(metres)}`;

export const parameterInWords = (
  program: Program,
  name: string,
  region: string | null,
  value: Value,
): string => {
  const type = program.parameters.get(name)?.type ?? null;
  return `${region === null ? "" : `${quote(region)}的`}${quotedIfNeeded(name)}为${valueInWords(value, type)}`;
};

/** As the language takes it: 80％, 2025年6月1日, 东经112度北纬22度, 「甲」. */
export const valueInWords = (value: Value, type: Type | null): string => {
  switch (value.kind) {
    case "boolean":
    case "date":
      return printValue(value, type);
    case "number":
      return printValue(value, type).replace("%", "％");
    case "enumeration":
      return quotedIfNeeded(value.value);
    case "text":
      return quote(value.value);
    case "coordinate":
      return `东经${value.longitude}度北纬${value.latitude}度`;
    case "reference":
      return quote(value.id);
  }
};

/** 「」 keeps a name together that could be cut otherwise: signs, digits, or a word of the language at its beginning. */
export const quotedIfNeeded = (name: string): string =>
  /^[A-Z]?\p{Script=Han}+$/u.test(name) && !/^[不未没非无有为的且或与和]/u.test(name) ? name : quote(name);

export const quote = (name: string): string => `「${name}」`;

const factInWords = (program: Program, field: Field | null, name: string, value: Value): string =>
  value.kind === "boolean" && field !== null && quotedIfNeeded(name) === name
    ? booleanInWords(program, field, value.value)
    : `${quotedIfNeeded(name)}为${valueInWords(value, field?.type ?? null)}`;

const kilometres = (metres: number): string =>
  metres >= 1000 ? `${Number((metres / 1000).toFixed(6))}公里` : `${metres}米`;
