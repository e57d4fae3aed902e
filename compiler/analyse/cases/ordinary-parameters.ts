import { multiply, rational, unitOf, type Rational } from "../../../language/index.ts";
import type { World } from "../../model/facts.ts";
import type { DatedValue, Decision, Parameter, Program } from "../../model/ir.ts";
import type { NumberType } from "../../model/type.ts";
import type { Day, Value } from "../../model/value.ts";
import { decisionsBehind } from "../../evaluate/index.ts";
import { readsOf } from "../fields-read.ts";

/**
 * The program with an ordinary amount for every parameter that is open: a 用例 sets it, so any amount serves, and facts
 * around it are ordinary too. The same program where none is open.
 */
export const withOrdinaryParameters = (program: Program, at: Day): Program => {
  const set = [...program.parameters.values()].flatMap((parameter) => {
    const value = isOpen(parameter) ? ordinary(parameter, at) : null;
    return value === null ? [] : [[parameter.name, { ...parameter, values: [dated(value)] }] as const];
  });
  return set.length === 0 ? program : { ...program, parameters: new Map([...program.parameters, ...set]) };
};

/** The amounts that a decision reads, as the world sets them. */
export const settingParameters = (
  ordinaryProgram: Program,
  program: Program,
  decision: Decision,
  world: World,
): World => {
  const { openParameters } = readsOf(program, decisionsBehind(program, decision.id));
  const set = [...openParameters].flatMap((name) => {
    const values = ordinaryProgram.parameters.get(name)?.values ?? [];
    return values.length === 0 ? [] : [[name, values] as const];
  });
  return { ...world, parameters: new Map([...(world.parameters ?? []), ...set]) };
};

const dated = (value: Value): DatedValue => ({ from: null, region: null, value, source: null });

const isOpen = ({ values }: Parameter): boolean => values.length === 0;

/** 10笔, 80％, 1公里, 30日, 10000元; a day a year back. */
const ordinary = ({ type }: Parameter, at: Day): Value | null => {
  if (type.kind === "date") return { kind: "date", value: at - 365 };
  return type.kind === "number" ? { kind: "number", value: amount(type) } : null;
};

const amount = (type: NumberType): Rational => {
  if (type.share) return rational(4n, 5n);
  const base = AMOUNTS[type.dimension];
  if (base !== undefined) return rational(base);
  return multiply(rational(10n), (type.unit === null ? null : unitOf(type.unit)?.factor) ?? rational(1n));
};

/** In base units; of anything else ten. */
const AMOUNTS: Readonly<Partial<Record<NumberType["dimension"], bigint>>> = {
  length: 1000n,
  money: 10_000n,
  day: 30n,
  month: 3n,
  year: 2n,
};
