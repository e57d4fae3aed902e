import { typeWords } from "../../../compiler/ide/name-words.ts";
import type { Field } from "../../../compiler/model/type.ts";
import type { FieldCard } from "../worker-api.ts";

/** A field as a form shows it. For a reference `values` are the 编号 that can be chosen, where they are few. */
export const fieldCard = ({ name, type }: Field, ids: readonly string[] = []): FieldCard => ({
  name,
  type: typeWords(type),
  kind: type.kind,
  values:
    type.kind === "enumeration"
      ? type.values
      : type.kind === "boolean"
        ? ["是", "否"]
        : type.kind === "reference" && ids.length <= MOST_CHOICES
          ? ids
          : [],
  unit: type.kind === "number" ? (type.share ? "％" : type.unit) : null,
});

const MOST_CHOICES = 200;
