import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { merged, open, when, type Case, type Cases, type Outcome } from "./cases.ts";
import { onlyVariable } from "./expression.ts";
import { DAYS, gridOf } from "./grid.ts";
import { and, choose, not, TRUE } from "./logic.ts";
import { declare, numberOf, slotsOf, type Option, type Slot, type Stage, type View } from "./stage.ts";
import type { OpenLevel } from "./truth.ts";
import type { Formula } from "../formula.ts";

/** Whether the record of a slot is there. */
export const exists = (stage: Stage, slot: Slot): Formula => {
  if (slot.existence === null) return TRUE;
  declare(stage, { kind: "existence", variable: slot.existence, slot }, 2, null);
  return choose(slot.existence, 2, [1]);
};

/** What stands behind a missing fact, as the program declares it. */
export const missingLevel = ({ program }: View, object: string, field: string): OpenLevel =>
  (program.objects.get(object)?.fields.get(field)?.judgedBy ?? null) === null ? 3 : 2;

/** A fact of the record of a slot; null where its values are not taken apart. */
export const readFact = (view: View, slot: Slot, field: string): Cases | null => {
  const { stage } = view;
  const missing = open(missingLevel(view, slot.object, field));
  const types = typesOf(stage, slot.object, field);
  const [type] = types;
  if (type === undefined) return [when(TRUE, missing)];
  if (types.some(({ kind }) => kind !== type.kind) || type.kind === "coordinate") return null;
  const variable = JSON.stringify(["fact", slot.object, slot.id, field]);
  const options: readonly Option[] = [null, ...valuesOf(stage, types)];
  const range = rangeOf(types);
  declare(stage, { kind: "fact", variable, slot, field, options }, options.length, range);
  return merged(options.map((option, index) => caseOf(variable, options.length, index, option, missing)));
};

/** A value that is supplied beside the policies; null where its values are not taken apart. */
export const readSupply = (view: View, name: string, region: string | null): Cases | null => {
  const { stage } = view;
  const types = stage.programs.flatMap((program) => program.parameters.get(name)?.type ?? []);
  const [type] = types;
  if (type === undefined) return [when(TRUE, open(2))];
  if (types.some(({ kind }) => kind !== type.kind) || type.kind === "coordinate") return null;
  const variable = JSON.stringify(["parameter", name, region]);
  const options: readonly Option[] = [null, ...valuesOf(stage, types)];
  declare(stage, { kind: "parameter", variable, name, region, options }, options.length, rangeOf(types));
  return merged(options.map((option, index) => caseOf(variable, options.length, index, option, open(2))));
};

/** A place: which system it is in. */
export const readPlace = (view: View, slot: Slot, field: string): readonly PlaceCase[] => {
  const { stage } = view;
  const level = missingLevel(view, slot.object, field);
  const systems = [
    ...new Set(
      typesOf(stage, slot.object, field).flatMap((type) => (type.kind === "coordinate" ? [type.system] : [])),
    ),
  ];
  if (systems.length === 0) return [{ guard: TRUE, system: null, level }];
  const variable = JSON.stringify(["place", slot.object, slot.id, field]);
  const options = [null, ...systems];
  declare(stage, { kind: "coordinate", variable, slot, field, systems: options }, options.length, null);
  return options.map((system, index) => ({
    guard: choose(variable, options.length, [index]),
    system,
    level: index === 0 ? level : null,
  }));
};

export interface PlaceCase {
  readonly guard: Formula;
  readonly system: string | null;
  /** Null: there is a place. */
  readonly level: OpenLevel | null;
}

/** The slot that a reference leads to, where the record is there. */
export const targetOf = (stage: Stage, outcome: Outcome): Slot | null =>
  outcome.kind === "constant" && outcome.value.kind === "reference"
    ? (slotsOf(stage, outcome.value.object).find(({ id }) => id === idOf(outcome)) ?? null)
    : null;

const idOf = (outcome: Outcome): string | null =>
  outcome.kind === "constant" && outcome.value.kind === "reference" ? outcome.value.id : null;

/** Both halves of a case: the record is there, or it is not. */
export const splitByExistence = (
  stage: Stage,
  { guard }: Case,
  slot: Slot,
): { readonly there: Formula; readonly absent: Formula } => ({
  there: and(guard, exists(stage, slot)),
  absent: and(guard, not(exists(stage, slot))),
});

/** Types that the two programs declare. */
const typesOf = (stage: Stage, object: string, field: string): readonly Type[] =>
  stage.programs.flatMap((program) => program.objects.get(object)?.fields.get(field)?.type ?? []);

const valuesOf = (stage: Stage, types: readonly Type[]): readonly Option[] => {
  const [type] = types;
  switch (type!.kind) {
    case "boolean":
      return [false, true].map((value): Value => ({ kind: "boolean", value }));
    case "number":
      return ["number"];
    case "date":
      return ["date"];
    case "enumeration": {
      const values = types.flatMap((each) => (each.kind === "enumeration" ? each.values : []));
      return [...new Set(values)].map((value): Value => ({ kind: "enumeration", value }));
    }
    case "text":
      return stage.texts.map((value): Value => ({ kind: "text", value }));
    case "reference": {
      const objects = types.flatMap((each) => (each.kind === "reference" ? each.object : []));
      return [...new Set(objects)].flatMap((object) =>
        slotsOf(stage, object).map(({ id }): Value => ({ kind: "reference", object, id })),
      );
    }
    case "coordinate":
      return [];
  }
};

const rangeOf = (types: readonly Type[]) => {
  if (types.some(({ kind }) => kind === "date")) return DAYS;
  const numbers = types.flatMap((type) => (type.kind === "number" ? [type] : []));
  return numbers.length === 0 ? null : gridOf(numbers);
};

const caseOf = (variable: string, count: number, index: number, option: Option, missing: Outcome): Case => {
  const guard = choose(variable, count, [index]);
  if (option === null) return when(guard, missing);
  if (option === "number" || option === "date")
    return when(guard, { kind: option, sum: onlyVariable(numberOf(variable)) });
  return when(guard, { kind: "constant", value: option });
};
