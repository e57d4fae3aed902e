import type { FieldCard } from "../../worker/worker-api.ts";

/** What can be chosen for a field, with 未填 first; null where it is typed. */
export const optionsOf = (
  field: FieldCard,
  text: string,
): readonly (readonly [value: string, words: string])[] | null => {
  const values = field.kind === "boolean" ? ["是", "否"] : field.kind === "enumeration" ? field.values : null;
  if (values === null) return null;
  const known = text === "" || values.includes(text) ? values : [text, ...values];
  return [["", "未填"], ...known.map((value) => [value, value] as const)];
};

/** What a typed field looks like. */
export const exampleOf = ({ kind, unit }: FieldCard): string => {
  switch (kind) {
    case "number":
      return unit === null ? "未填，例如 12" : `未填，例如 12${unit}`;
    case "date":
      return "未填，例如 2025-06-01";
    case "coordinate":
      return "未填，例如 111.78,22.17";
    case "reference":
      return "未填，写编号";
    case "text":
    case "boolean":
    case "enumeration":
      return "未填";
  }
};
