import { recordNames } from "../../../compiler/receipt.ts";
import type { FactRecord, Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { MapPoint } from "../worker-api.ts";

/** Every record that has a place, at the first coordinate that it fills in. */
export const mapPoints = (program: Program, facts: Facts): readonly MapPoint[] =>
  [...program.objects.values()].flatMap(({ name, fields }) => {
    const places = [...fields.values()].filter(({ type }) => type.kind === "coordinate");
    if (places.length === 0) return [];
    return facts.records(name).flatMap((record) => {
      const field = places.find((place) => record.facts.has(place.name));
      const point = field === undefined ? null : pointOf(facts, record, field.name);
      return point === null ? [] : [point];
    });
  });

/** A record at one of its coordinates; null where it does not fill it in. */
export const pointOf = (facts: Facts, record: FactRecord, field: string): MapPoint | null => {
  const value = record.facts.get(field);
  if (value?.kind !== "coordinate") return null;
  const { object, id } = record;
  return {
    object,
    id,
    name: recordNames(facts)(object, id),
    longitude: value.longitude,
    latitude: value.latitude,
  };
};
