import type { Field, NumberType, Type } from "../../model/type.ts";
import {
  COORDINATE_PATTERN,
  DATE_PATTERN,
  decimalPattern,
  LONGEST_NUMBER,
  TEXT_PATTERN,
} from "./patterns.ts";

/** What a canonical value looks like, told once for all schema languages. */
export type Form =
  | { readonly kind: "boolean" }
  /** A whole number between −10^15 and 10^15, both left out. */
  | { readonly kind: "integer" }
  | { readonly kind: "text"; readonly pattern: string; readonly longest: number | null }
  | { readonly kind: "choice"; readonly values: readonly string[] };

/** The bound of whole numbers, which is itself too large. */
export const INTEGER_BOUND = 1e15;

export interface FieldForm {
  readonly name: string;
  readonly form: Form;
  /** What is expected, in words that follow 应为. */
  readonly expected: string;
  readonly example: string | number | boolean;
  /** What the field is, with its unit, for readers of the schema. */
  readonly description: string;
}

export const fieldForm = (field: Field): FieldForm => ({
  name: field.name,
  ...valueForm(field.type),
  description: describeField(field),
});

export type ValueForm = Pick<FieldForm, "form" | "expected" | "example">;

export const valueForm = (type: Type): ValueForm => {
  switch (type.kind) {
    case "boolean":
      return { form: { kind: "boolean" }, expected: "true（是）或者false（否）", example: true };
    case "text":
      return { form: TEXT, expected: "首尾没有空白的非空文字", example: "文字" };
    case "number":
      return numberForm(type);
    case "enumeration":
      return {
        form: { kind: "choice", values: type.values },
        expected: `${inWords(type.values)}之一`,
        example: type.values[0] ?? "",
      };
    case "date":
      return {
        form: { kind: "text", pattern: DATE_PATTERN, longest: null },
        expected: "确有其日的日期文字，如“2025-01-24”",
        example: "2025-01-24",
      };
    case "coordinate":
      return {
        form: { kind: "text", pattern: COORDINATE_PATTERN, longest: null },
        expected: "经度在前、纬度在后的坐标文字（我国范围内，以度为单位，不写多余的零），如“111.95,21.85”",
        example: "111.95,21.85",
      };
    case "reference":
      return {
        form: TEXT,
        expected: `“${type.object}”的编号（首尾没有空白的非空文字）`,
        example: "编号",
      };
  }
};

/** 编号, which every record has. */
export const ID_FORM: FieldForm = {
  name: "编号",
  form: { kind: "text", pattern: TEXT_PATTERN, longest: null },
  expected: "首尾没有空白的非空文字",
  example: "001",
  description: "记录的编号，同一对象中不重复。",
};

const TEXT: Form = { kind: "text", pattern: TEXT_PATTERN, longest: null };

const numberForm = (type: NumberType): ValueForm => {
  const unit = type.unit === null ? "" : `，单位为${type.unit}`;
  if (type.integer) {
    return { form: { kind: "integer" }, expected: `整数（绝对值小于${bound(0)}${unit}）`, example: 12 };
  }
  const sign = type.share ? "%" : "";
  const example = `${type.scale === 0 ? "12" : type.scale > 14 ? "0" : "12.5"}${sign}`;
  return {
    form: {
      kind: "text",
      pattern: decimalPattern(type.scale, sign),
      longest: type.scale + LONGEST_AROUND_PLACES > LONGEST_NUMBER ? LONGEST_NUMBER : null,
    },
    expected: `${type.share ? "百分比" : "数值"}的文字（${places(type)}，不写多余的零，绝对值小于${bound(type.scale)}${sign}${unit}），如“${example}”`,
    example,
  };
};

/** Sign, zero, point and the sign of a share. */
const LONGEST_AROUND_PLACES = 4;

const places = ({ scale }: NumberType): string => (scale === 0 ? "没有小数" : `至多${scale}位小数`);

/** 1000万亿 where there are no decimal places, 10万亿 with two. */
const bound = (scale: number): string => {
  const digits = 15 - scale;
  if (digits < 0) return `0.${"0".repeat(-digits - 1)}1`;
  const [word, zeros] = MAGNITUDES.find(([, least]) => digits >= least)!;
  return `1${"0".repeat(digits - zeros)}${word}`;
};

const MAGNITUDES = [
  ["万亿", 12],
  ["亿", 8],
  ["万", 4],
  ["", 0],
] as const;

const describeField = ({ type, description, judgedBy, negativeName }: Field): string => {
  const parts = [
    description,
    describeType(type),
    negativeName === null ? null : `为否时称“${negativeName}”`,
    judgedBy === null
      ? "不知道的可以不填"
      : `由${judgedBy.name === "未明确" ? "有权机关（文件未明确）" : judgedBy.name}认定${
          judgedBy.source === null ? "" : `（依据：${judgedBy.source}）`
        }，尚无认定的可以不填`,
  ];
  return `${parts
    .filter((part) => part !== null && part !== "")
    .map((part) => part!.replace(/[。；]+$/, ""))
    .join("；")}。`;
};

/** 数值，单位为平方米，至多2位小数. */
export const describeType = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "是否";
    case "text":
      return "文本";
    case "number": {
      const unit = type.unit === null ? "" : `，单位为${type.unit}`;
      if (type.integer) return `整数${unit}，绝对值小于${bound(0)}`;
      const share = type.share ? "%" : "";
      return `${type.share ? "百分比" : "数值"}${unit}，以文字表示，${places(type)}，绝对值小于${bound(type.scale)}${share}`;
    }
    case "enumeration":
      return type.ascending === null ? "枚举" : `枚举，由低到高为${inWords(type.ascending)}`;
    case "date":
      return "日期";
    case "coordinate":
      return `坐标${type.system === null ? "" : `（${type.system}）`}，经度在前，单位为度`;
    case "reference":
      return `“${type.object}”的编号`;
  }
};

const inWords = (values: readonly string[]): string => {
  const shown = values.slice(0, MOST_SHOWN).map((value) => `“${value}”`);
  return `${shown.join("、")}${values.length > MOST_SHOWN ? `等${values.length}个值` : ""}`;
};

const MOST_SHOWN = 20;
