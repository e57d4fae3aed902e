import type { Field } from "../model/type.ts";
import type { DataSchema } from "./load-facts.ts";
import { ID_COLUMN } from "./read-records.ts";

/** What a file is suggested against. */
export type MappingSchema = Pick<DataSchema, "objects">;

/** Columns of the files that stand beside the records. */
export const BESIDE_COLUMNS = {
  参数: ["名称", "地区", "自", "值", "出处"],
  步行距离: ["起", "止", "距离"],
  理由: ["对象", "编号", "规则", "理由"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Something that a file may hold, with the columns that it has. */
export interface MappingTarget {
  readonly name: string;
  /** Null for a column without a declared type. */
  readonly columns: ReadonlyMap<string, Field | null>;
}

export const mappingTargets = (schema: MappingSchema): readonly MappingTarget[] => [
  ...Array.from(schema.objects.values(), ({ name, fields }) => ({
    name,
    columns: new Map<string, Field | null>([[ID_COLUMN, null], ...fields]),
  })),
  ...Object.entries(BESIDE_COLUMNS).map(([name, columns]) => ({
    name,
    columns: new Map<string, Field | null>(columns.map((column) => [column, null])),
  })),
];
