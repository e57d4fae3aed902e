import type { Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { canonicalCell } from "./canonical-record.ts";

/** A value as it would be typed into a cell: `parseCell` reads the same value back. */
export const cellText = (value: Value, type: Type): string =>
  value.kind === "boolean" ? (value.value ? "是" : "否") : String(canonicalCell(value, type, "text"));
