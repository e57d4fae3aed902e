import { smallWorld, startRun, type Run } from "../../../compiler/evaluate/index.ts";
import { lastDayOf } from "../../../compiler/evaluate/elapsed.ts";
import { roundTo } from "../../../compiler/evaluate/arithmetic.ts";
import { straightMillimetres } from "../../../compiler/evaluate/distance.ts";
import { evaluateCondition } from "../../../compiler/evaluate/condition.ts";
import { valueKey } from "../../../compiler/evaluate/result.ts";
import { evaluateTerm } from "../../../compiler/evaluate/term.ts";
import type { Model } from "../../../compiler/analyse/formula.ts";
import type { Expression } from "../../../compiler/analyse/difference/expression.ts";
import {
  numberOf,
  type Meaning,
  type Option,
  type Slot,
  type Stage,
  type View,
} from "../../../compiler/analyse/difference/stage.ts";
import { Numbering, Structure } from "../../../compiler/analyse/difference/structure.ts";
import { levelOf } from "../../../compiler/analyse/witness/replay.ts";
import type { FactRecord, World } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { add, multiply, rational, type Rational } from "../../../language/index.ts";

/** A stage on which exactly the records of a world stand, and places for the records that only references name. */
export const stageOf = (program: Program, world: World, at: number, texts: readonly string[]): Stage => {
  const slots = new Map<string, Slot[]>();
  const add = (object: string, id: string): void => {
    const known = slots.get(object) ?? [];
    slots.set(object, known);
    if (!known.some((slot) => slot.id === id))
      known.push({ object, id, existence: JSON.stringify(["exists", object, id]), isNamed: true });
  };
  for (const { object, id } of world.records) add(object, id);
  for (const { facts } of world.records)
    for (const value of facts.values()) if (value.kind === "reference") add(value.object, value.id);
  return {
    at,
    programs: [program, program],
    slots,
    texts,
    keepParameters: false,
    choices: new Map(),
    numbers: new Map(),
    meanings: new Map(),
    facts: [],
    opaque: new Set(),
    tries: true,
    unbounded: new Set(),
  };
};

export const viewOf = (stage: Stage, program: Program): View => ({
  side: "left",
  program,
  structure: new Structure(new Numbering(), program, stage.at),
  stage,
});

/** What every variable of the stage is in the world. */
export const induce = (stage: Stage, program: Program, world: World): Model => {
  const run = startRun(program, smallWorld(world), stage.at);
  const choices = new Map<string, number>();
  const numbers = new Map<string, Rational>();
  for (const meaning of stage.meanings.values()) {
    const { option, amount } = worth(meaning, { run, world, numbers });
    choices.set(meaning.variable, option);
    numbers.set(numberOf(meaning.variable), amount ?? rational(0n));
  }
  return { choices, numbers };
};

interface Known {
  readonly run: Run;
  readonly world: World;
  readonly numbers: ReadonlyMap<string, Rational>;
}

interface Worth {
  readonly option: number;
  readonly amount: Rational | null;
}

const worth = (meaning: Meaning, { run, world, numbers }: Known): Worth => {
  const recordOf = ({ object, id }: Slot): FactRecord | undefined => run.facts.record(object, id);
  switch (meaning.kind) {
    case "existence":
      return { option: recordOf(meaning.slot) === undefined ? 0 : 1, amount: null };
    case "fact":
      return amongOptions(meaning.options, recordOf(meaning.slot)?.facts.get(meaning.field));
    case "parameter": {
      const supplied = world.parameters?.get(meaning.name) ?? [];
      return amongOptions(meaning.options, supplied.find(({ region }) => region === meaning.region)?.value);
    }
    case "coordinate": {
      const value = recordOf(meaning.slot)?.facts.get(meaning.field);
      return {
        option: value?.kind === "coordinate" ? meaning.systems.indexOf(value.system, 1) : 0,
        amount: null,
      };
    }
    case "walk": {
      const found = (world.distances ?? []).findLast(
        ({ from, to }) => from === meaning.from.id && to === meaning.to.id,
      );
      return found === undefined
        ? { option: 0, amount: null }
        : { option: 1, amount: rational(BigInt(Math.round(found.metres * 1000)), 1000n) };
    }
    case "straight": {
      const from = recordOf(meaning.from)?.facts.get(meaning.fromField);
      const to = recordOf(meaning.to)?.facts.get(meaning.toField);
      if (from?.kind !== "coordinate" || to?.kind !== "coordinate") return { option: 0, amount: null };
      return { option: 0, amount: rational(BigInt(straightMillimetres(from, to)), 1000n) };
    }
    case "rounded": {
      const { operand, digits, mode } = meaning.value;
      return { option: 0, amount: roundTo(sumOf(operand, numbers), digits, mode) };
    }
    case "period": {
      const from = Number(sumOf(meaning.from, numbers).numerator);
      return { option: 0, amount: rational(lastDayOf(from, rational(meaning.months), "month")) };
    }
    case "opaque condition": {
      const places = meaning.places.map((slot) => recordOf(slot)!);
      if (places.some((place) => place === undefined)) return { option: 0, amount: null };
      return { option: levelOf(evaluateCondition(run, meaning.condition, places)), amount: null };
    }
    case "opaque term": {
      const places = meaning.places.map((slot) => recordOf(slot)!);
      if (places.some((place) => place === undefined)) return { option: 1, amount: null };
      const result = evaluateTerm(run, meaning.term, places);
      if (result.kind === "open")
        return { option: levelOf({ kind: "indeterminate", reasons: result.reasons }) - 1, amount: null };
      return amongOptions([result.kind === "number" ? "number" : "date"], result);
    }
  }
};

const amongOptions = (options: readonly Option[], value: Value | undefined): Worth => {
  if (value === undefined) return { option: options.indexOf(null), amount: null };
  if (value.kind === "number") return { option: options.indexOf("number"), amount: value.value };
  if (value.kind === "date") return { option: options.indexOf("date"), amount: rational(value.value) };
  const key = valueKey(value);
  return {
    option: options.findIndex((each) => each !== null && typeof each === "object" && valueKey(each) === key),
    amount: null,
  };
};

export const sumOf = ({ terms, constant }: Expression, numbers: ReadonlyMap<string, Rational>): Rational =>
  [...terms].reduce(
    (sum, [name, coefficient]) => add(sum, multiply(coefficient, numbers.get(name)!)),
    constant,
  );

/** The same world, in which only what programs leave open is supplied, from the beginning. */
export const supplyOnlyOpen = (world: World, programs: readonly Program[]): World => ({
  ...world,
  parameters: new Map(
    [...(world.parameters ?? [])].flatMap(([name, values]) => {
      if (programs.some(({ parameters }) => (parameters.get(name)?.values ?? []).length > 0)) return [];
      const byRegion = new Map(values.map((value) => [value.region, { ...value, from: null }]));
      return [[name, [...byRegion.values()]] as const];
    }),
  ),
});
