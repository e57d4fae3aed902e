import type { EnumerationType, Field, Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { readPoint } from "./cell-coordinate.ts";
import { readDay } from "./cell-date.ts";
import { readNumber } from "./cell-number.ts";
import type { DataCell } from "./model.ts";
import { didYouMean } from "./nearest.ts";
import { comparable } from "./width.ts";

/** A cell's value, or what the column holds instead, in words that follow 应为. */
export type ParsedCell =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "empty" }
  | { readonly kind: "bad"; readonly expected: string };

/** Reads the text of one cell as a value of the field's type. Width and spaces never matter, except in 文本. */
export const parseCell = (text: string, field: Pick<Field, "type">): ParsedCell => {
  const trimmed = text.trim();
  if (trimmed === "") return EMPTY;
  const read = readAs(trimmed, field.type);
  return read.kind === "bad" && isPlaceholder(trimmed)
    ? bad(`${read.expected}${read.expected.endsWith("？") ? "" : "；"}${LEAVE_EMPTY}`)
    : read;
};

/** What people write where they know nothing; only an empty cell means that. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDERS.has(comparable(text).toUpperCase());

export const LEAVE_EMPTY = "不知道的请留空";

const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    "不详",
    "未知",
    "不明",
    "不清楚",
    "不知道",
    "无",
    "暂无",
    "待定",
    "待查",
    "未填",
    "空",
    "N/A",
    "NA",
    "NULL",
    "-",
    "--",
    "—",
    "——",
    "/",
    "\\",
    "?",
  ].map((text) => comparable(text).toUpperCase()),
);

/** The same for a cell of a table; a list or object inside JSON is a value of no type. */
export const parseTableCell = (cell: DataCell | undefined, field: Pick<Field, "type">): ParsedCell => {
  if (cell === undefined) return EMPTY;
  return cell.plain ? parseCell(cell.text, field) : { kind: "bad", expected: "单个的值，不是列表或者对象" };
};

const EMPTY: ParsedCell = { kind: "empty" };

const readAs = (text: string, type: Type): ParsedCell => {
  switch (type.kind) {
    case "boolean": {
      const value = BOOLEANS.get(comparable(text).toLowerCase());
      return value === undefined ? bad("是或者否") : known({ kind: "boolean", value });
    }
    case "text":
      return known({ kind: "text", value: text });
    case "number": {
      const reading = readNumber(text, type);
      return reading.kind === "bad" ? reading : known({ kind: "number", value: reading.value });
    }
    case "enumeration": {
      const value = readMember(text, type);
      return value === null ? bad(describeMembers(text, type)) : known({ kind: "enumeration", value });
    }
    case "date": {
      const value = readDay(text);
      return value === null
        ? bad("日期（如2025-01-24或者2025年1月24日，且确有这一日）")
        : known({ kind: "date", value });
    }
    case "coordinate": {
      const point = readPoint(text);
      return point === null
        ? bad("坐标（经度在前，单位为度，如111.95,21.85）")
        : known({ kind: "coordinate", ...point, system: type.system });
    }
    case "reference":
      return known({ kind: "reference", object: type.object, id: text });
  }
};

const known = (value: Value): ParsedCell => ({ kind: "value", value });

const bad = (expected: string): ParsedCell => ({ kind: "bad", expected });

const describeMembers = (written: string, type: EnumerationType): string =>
  `${type.values.map((value) => `“${value}”`).join("、")}之一${didYouMean(written, type.values)}`;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["是", true],
  ["true", true],
  ["1", true],
  ["否", false],
  ["false", false],
  ["0", false],
]);

const readMember = (text: string, type: EnumerationType): string | null => {
  if (type.values.includes(text)) return text;
  const wanted = comparable(text);
  return type.values.find((value) => comparable(value) === wanted) ?? null;
};
