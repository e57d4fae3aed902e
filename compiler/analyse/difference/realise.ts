import { rational } from "../../../language/index.ts";
import type { FactRecord, World } from "../../model/facts.ts";
import type { DatedValue } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import type { Model } from "../formula.ts";
import { numberOf, type Meaning, type Option, type Slot, type Stage } from "./stage.ts";

/** The world that a model describes: its records, with the facts that the rules read. */
export const realise = (stage: Stage, model: Model): World => {
  const facts = new Map<Slot, Map<string, Value>>();
  for (const slot of [...stage.slots.values()].flat()) if (isThere(slot, model)) facts.set(slot, new Map());
  const walks: { from: Slot; to: Slot; metres: number }[] = [];
  const parameters = new Map<string, DatedValue[]>();
  const meanings = [...stage.meanings.values()];
  for (const meaning of meanings) {
    if (meaning.kind === "fact") {
      const value = valueOf(meaning, model);
      if (value !== null) facts.get(meaning.slot)?.set(meaning.field, value);
    }
    if (meaning.kind === "walk" && model.choices.get(meaning.variable) === 1) {
      const { from, to } = meaning;
      if (facts.has(from) && facts.has(to))
        walks.push({ from, to, metres: metresOf(meaning.variable, model) });
    }
    if (meaning.kind === "parameter") {
      const value = valueOf(meaning, model);
      const known = parameters.get(meaning.name) ?? [];
      if (value === null) continue;
      parameters.set(meaning.name, [...known, { from: null, region: meaning.region, value, source: null }]);
    }
  }
  putOnMap(meanings, model, facts);
  const names = namesOf(stage, facts);
  const nameOf = (object: string, id: string): string => names.get(slotKey(object, id)) ?? id;
  const renamed = (value: Value): Value =>
    value.kind === "reference" ? { ...value, id: nameOf(value.object, value.id) } : value;
  return {
    records: Array.from(facts, ([{ object, id }, known]): FactRecord => ({
      object,
      id: nameOf(object, id),
      facts: new Map(Array.from(known, ([field, value]) => [field, renamed(value)])),
      source: "推演",
    })),
    distances: walks.map(({ from, to, metres }) => ({
      from: nameOf(from.object, from.id),
      to: nameOf(to.object, to.id),
      metres,
    })),
    parameters: new Map(
      Array.from(parameters, ([name, values]) => [
        name,
        values.map((each) => ({
          ...each,
          value: renamed(each.value),
          region: each.region && nameOf(regionObject(stage, name), each.region),
        })),
      ]),
    ),
  };
};

/** Which records a model takes does not matter: those that are there get the first names. */
const namesOf = (stage: Stage, there: ReadonlyMap<Slot, unknown>): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const slots of stage.slots.values()) {
    const free = slots.filter(({ existence, isNamed }) => existence !== null && !isNamed);
    const inOrder = [...free.filter((slot) => there.has(slot)), ...free.filter((slot) => !there.has(slot))];
    for (const [index, { object, id }] of inOrder.entries()) names.set(slotKey(object, id), free[index]!.id);
  }
  return names;
};

const slotKey = (object: string, id: string): string => JSON.stringify([object, id]);

const regionObject = ({ programs }: Stage, name: string): string =>
  programs.map(({ parameters }) => parameters.get(name)?.regional ?? null).find((each) => each !== null) ??
  "";

const isThere = (slot: Slot, model: Model): boolean =>
  slot.existence === null || model.choices.get(slot.existence) === 1;

const valueOf = (
  { variable, options }: { readonly variable: string; readonly options: readonly Option[] },
  model: Model,
): Value | null => {
  const option = options[model.choices.get(variable) ?? 0] ?? null;
  if (option !== "number" && option !== "date") return option;
  const amount = model.numbers.get(numberOf(variable)) ?? rational(0n);
  return option === "number"
    ? { kind: "number", value: amount }
    : { kind: "date", value: Number(amount.numerator) };
};

const metresOf = (variable: string, model: Model): number => {
  const { numerator, denominator } = model.numbers.get(numberOf(variable)) ?? rational(0n);
  return Number(numerator) / Number(denominator);
};

/** One place in the middle; the others lie north of it, as far as they are from the first that asks. */
const putOnMap = (
  meanings: readonly Meaning[],
  model: Model,
  facts: ReadonlyMap<Slot, Map<string, Value>>,
): void => {
  const north = new Map<string, number>();
  for (const meaning of meanings) {
    if (meaning.kind !== "straight") continue;
    const start = placeKey(meaning.from, meaning.fromField);
    const end = placeKey(meaning.to, meaning.toField);
    const metres = metresOf(meaning.variable, model);
    if (!north.has(start) && !north.has(end)) north.set(start, 0);
    const [known, other] = north.has(start) ? [start, end] : [end, start];
    if (!north.has(other)) north.set(other, north.get(known)! + metres);
  }
  for (const meaning of meanings) {
    if (meaning.kind !== "coordinate") continue;
    const option = model.choices.get(meaning.variable) ?? 0;
    if (option === 0) continue;
    const metres = north.get(placeKey(meaning.slot, meaning.field)) ?? 0;
    facts.get(meaning.slot)?.set(meaning.field, {
      kind: "coordinate",
      ...northOf(metres),
      system: meaning.systems[option] ?? null,
    });
  }
};

const placeKey = ({ object, id }: Slot, field: string): string => JSON.stringify([object, id, field]);

/** So many metres along the meridian, over the pole if need be. */
const northOf = (metres: number): { readonly longitude: number; readonly latitude: number } => {
  const latitude = SOUTH + (metres / EARTH_RADIUS) * (180 / Math.PI);
  return latitude <= 90 ? { longitude: 112, latitude } : { longitude: -68, latitude: 180 - latitude };
};

const SOUTH = 22;
const EARTH_RADIUS = 6_371_008.8;
