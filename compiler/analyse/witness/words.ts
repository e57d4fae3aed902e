import type { FactRecord, World } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Field, Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { printValue } from "../../evaluate/index.ts";
import { booleanInWords } from "./negation.ts";
import type { IsClear } from "./one-reading.ts";

/** The facts of a small world, one plain line for each record, then what is set beside them. */
export const factsInWords = (program: Program, world: World): readonly string[] => [
  ...world.records.map((record) => recordInWords(program, record)),
  ...(world.distances ?? []).map(distanceInWords),
  ...[...(world.parameters ?? [])].flatMap(([name, values]) =>
    values.map((each) => parameterInWords(program, name, each.region, each.value)),
  ),
];

/** 定点申请「甲」：申请类别为医疗机构，列入省级重点建设项目. */
export const recordInWords = (
  program: Program,
  { object, id, facts }: FactRecord,
  isClear: IsClear = ALWAYS,
): string => {
  const fields = program.objects.get(object)?.fields;
  // As declared, so that the same facts always read the same.
  const order = [...(fields?.keys() ?? [])];
  const told = [...facts]
    .toSorted(([first], [second]) => order.indexOf(first) - order.indexOf(second))
    .map(([name, value]) => factInWords(program, fields?.get(name) ?? null, name, value, isClear));
  return `${quotedIfNeeded(object)}${quote(id)}${told.length === 0 ? "" : `：${told.join("，")}`}`;
};

export const distanceInWords = ({ from, to, metres }: NonNullable<World["distances"]>[number]): string =>
  `${quote(from)}至${quote(to)}步行距离为${kilometres(metres)}`;

export const parameterInWords = (
  program: Program,
  name: string,
  region: string | null,
  value: Value,
  isClear: IsClear = ALWAYS,
): string => {
  const type = program.parameters.get(name)?.type ?? null;
  return `${region === null ? "" : `${quote(region)}的`}${settingInWords(name, value, type, isClear)}`;
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

/** Words with a name in them; the name in 「」 where it needs them. */
export const clearly = (words: string, name: string, isClear: IsClear): string =>
  quotedIfNeeded(name) === name && isClear(words, [name]) ? words : words.replace(name, () => quote(name));

const factInWords = (
  program: Program,
  field: Field | null,
  name: string,
  value: Value,
  isClear: IsClear,
): string => {
  if (value.kind !== "boolean" || field === null || quotedIfNeeded(name) !== name)
    return settingInWords(name, value, field?.type ?? null, isClear);
  const words = booleanInWords(program, field, value.value);
  return clearly(words, words === field.negativeName ? words : name, isClear);
};

/** 类别为药店; 「类别」为「药店」 where the one or the other could be cut otherwise. */
const settingInWords = (name: string, value: Value, type: Type | null, isClear: IsClear): string => {
  const told = valueInWords(value, type);
  const isName = value.kind === "enumeration" && value.value === told;
  // What stands in 「」 already ends the words that are cut.
  const words = `${name}为${told.startsWith("「") ? "" : told}`;
  return isClear(words, isName ? [name, told] : [name])
    ? `${quotedIfNeeded(name)}为${told}`
    : `${quote(name)}为${isName ? quote(told) : told}`;
};

const ALWAYS: IsClear = () => true;

const kilometres = (metres: number): string =>
  metres >= 1000 ? `${Number((metres / 1000).toFixed(6))}公里` : `${metres}米`;
