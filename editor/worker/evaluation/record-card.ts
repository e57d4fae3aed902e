import { cellText } from "../../../compiler/data/index.ts";
import type { Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { RecordCard } from "../worker-api.ts";
import { fieldCard } from "./field-card.ts";

/** A record with every declared field, as it would be typed into a form. */
export const recordCard = (program: Program, facts: Facts, object: string, id: string): RecordCard | null => {
  const record = facts.record(object, id);
  const declared = program.objects.get(object);
  if (record === undefined || declared === undefined) return null;
  const idsOf = (name: string): readonly string[] => facts.records(name).map((each) => each.id);
  return {
    object,
    id,
    source: record.source,
    fields: Array.from(declared.fields.values(), (field) => {
      const value = record.facts.get(field.name);
      return {
        field: fieldCard(field, field.type.kind === "reference" ? idsOf(field.type.object) : []),
        text: value === undefined ? null : cellText(value, field.type),
      };
    }),
  };
};
