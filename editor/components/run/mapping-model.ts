import type { ColumnMapping, RegisterPreview } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";

/** What a file can hold that is no object, with its columns. */
export const SUPPLEMENTS: Readonly<Record<string, readonly string[]>> = {
  参数: ["名称", "地区", "自", "值", "出处"],
  步行距离: ["起", "止", "距离"],
  理由: ["对象", "编号", "规则", "理由"],
};

/** Where the number of a record stands. */
const ID_COLUMN = "编号";

export type Certainty = "high" | "middle" | "low" | "none";

interface CertaintyLook {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
}

/** How sure a suggestion is, in words. */
export const CERTAINTY_LOOKS = {
  high: { word: "高", icon: "check", tone: "good" },
  middle: { word: "中", icon: "info", tone: "" },
  low: { word: "低，请核对", icon: "warning", tone: "warn" },
  none: { word: "不读取", icon: "dash", tone: "soft" },
} as const satisfies Record<Certainty, CertaintyLook>;

export const certaintyOf = (field: string | null, certainty: number): Certainty => {
  if (field === null) return "none";
  if (certainty >= 0.9) return "high";
  return certainty >= 0.5 ? "middle" : "low";
};

/** What a column of a file can be, with its type where it has one. */
export const fieldChoices = (
  holds: string | null,
  objects: RegisterPreview["objects"],
): readonly { readonly name: string; readonly type: string | null }[] => {
  if (holds === null) return [];
  const object = objects.find(({ name }) => name === holds);
  if (object === undefined) return (SUPPLEMENTS[holds] ?? []).map((name) => ({ name, type: null }));
  return [{ name: ID_COLUMN, type: null }, ...object.fields.map(({ name, type }) => ({ name, type }))];
};

/** Another object for a file: columns with the name of one of its fields are taken at once. */
export const holdsObject = (
  mapping: ColumnMapping,
  holds: string | null,
  objects: RegisterPreview["objects"],
): ColumnMapping => {
  if (holds === null) return { ...mapping, holds };
  const names = new Set(fieldChoices(holds, objects).map(({ name }) => name));
  const columns = mapping.columns.map(({ heading, field }) => ({
    heading,
    field: names.has(heading) ? heading : field !== null && names.has(field) ? field : null,
  }));
  return { ...mapping, holds, columns };
};

/** Another field for a column; a field is in one column only, so the column that had it loses it. */
export const holdsField = (mapping: ColumnMapping, at: number, field: string | null): ColumnMapping => ({
  ...mapping,
  columns: mapping.columns.map((column, other) => {
    if (other === at) return { ...column, field };
    return field !== null && column.field === field ? { ...column, field: null } : column;
  }),
});
