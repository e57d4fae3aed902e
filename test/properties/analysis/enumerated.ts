import { withAdopted } from "../../../compiler/analyse/probe.ts";
import { alwaysInForce } from "../../../compiler/analyse/witness/index.ts";
import {
  evaluateCondition,
  judge,
  printDecided,
  smallWorld,
  startRun,
  type Run,
} from "../../../compiler/evaluate/index.ts";
import type { FactRecord, World } from "../../../compiler/model/facts.ts";
import type { Condition, DatedValue, Decision, Program } from "../../../compiler/model/ir.ts";
import type { Status } from "../../../compiler/model/outcome.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { SHOP } from "../../generators/schema.ts";
import type { SmallProgram } from "./small-program.ts";

export const AT = 20_200;

/** What the interpreter says in one world. */
export interface Told {
  readonly status: Status;
  readonly value: string | null;
}

/** Every world of a small program, each thing known in every way or missing. */
export const worldsOf = ({ fields, parameters }: SmallProgram): readonly World[] => {
  const facts = products(fields.map(({ name, values }) => ({ name, values })));
  const settings = products(parameters);
  return facts.flatMap((each) =>
    settings.map((set): World => {
      const record: FactRecord = { object: SHOP, id: "甲", facts: each, source: "合成数据" };
      return {
        records: [record],
        parameters: new Map([...set].map(([name, value]) => [name, [dated(value)]])),
      };
    }),
  );
};

const dated = (value: Value): DatedValue => ({ from: null, region: null, value, source: "合成数据" });

const products = (
  parts: readonly { readonly name: string; readonly values: readonly Value[] }[],
): readonly ReadonlyMap<string, Value>[] =>
  parts.reduce<readonly ReadonlyMap<string, Value>[]>(
    (known, { name, values }) =>
      known.flatMap((each) => [each, ...values.map((value) => new Map([...each, [name, value]]))]),
    [new Map()],
  );

/** A program on each of its worlds in turn, by the interpreter alone. */
export class Enumerated {
  readonly worlds: readonly World[];
  readonly #runs = new Map<string, readonly Run[]>();
  readonly #program: Program;

  constructor(program: Program, worlds: readonly World[]) {
    this.#program = program;
    this.worlds = worlds;
  }

  /** Whether all of these conditions are true in some world. */
  exists(conditions: readonly Condition[], readings: ReadonlyMap<string, number> = new Map()): boolean {
    return this.#under(readings).some((run) => {
      const record = run.facts.records(SHOP)[0]!;
      return conditions.every((condition) => evaluateCondition(run, condition, [record]).kind === "true");
    });
  }

  /** What a decision says, world by world. */
  results(decision: Decision, readings: ReadonlyMap<string, number> = new Map()): readonly Told[] {
    return this.#under(readings).map((run) => {
      const { status, value } = judge(run, decision.id, run.facts.records(SHOP)[0]!);
      return { status, value: value === null ? null : printDecided(value, decision) };
    });
  }

  #under(readings: ReadonlyMap<string, number>): readonly Run[] {
    const key = JSON.stringify([...readings]);
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const program = alwaysInForce(withAdopted(this.#program, readings));
    const runs = this.worlds.map((world) => startRun(program, smallWorld(world), AT));
    this.#runs.set(key, runs);
    return runs;
  }
}
