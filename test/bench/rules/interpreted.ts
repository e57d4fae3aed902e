import {
  compile,
  createFacts,
  evaluate,
  loadFacts,
  readDay,
  type CompiledPolicy,
} from "../../../compiler/index.ts";
import { createClosureEngine } from "../../../compiler/evaluate/closure/index.ts";
import { judge, startRun } from "../../../compiler/evaluate/index.ts";
import type { Facts, Program } from "../../../compiler/index.ts";
import { benchPolicy } from "./policy.ts";
import { AT, asWritten, type Institution } from "./register.ts";

/** The bench policy, compiled; it has no error. */
export const compiledRules = (text: string = benchPolicy): Program => {
  const compiled: CompiledPolicy = compile({ policy: { name: "policy.tiaowen", text }, vocabularies: [] });
  if (compiled.program === null) {
    const first = compiled.diagnostics.find(({ severity }) => severity === "error");
    throw new Error(`the bench policy has errors: ${first?.message}`);
  }
  return compiled.program;
};

/** The bench register as the loader reads it from a JSON file. */
export const loadedRegister = (program: Program, records: readonly Institution[]): Facts =>
  loadedFacts(program, { [OBJECT]: records.map(asWritten) });

/** Any register, which must have no error. */
export const loadedFacts = (
  program: Program,
  register: Readonly<Record<string, readonly object[]>>,
): Facts => {
  const files = Object.entries(register).map(([object, records]) => ({
    name: `${object}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(records)),
  }));
  const { facts, dataErrors } = loadFacts(program, files);
  if (dataErrors.length > 0) {
    throw new Error(`the bench register has errors: ${JSON.stringify(dataErrors[0])}`);
  }
  return facts;
};

/** What the specification says of every record: statuses by decision, records in the order of the register. */
export const interpretedStatuses = (
  program: Program,
  facts: Facts,
  records: readonly Institution[],
): ReadonlyMap<string, readonly string[]> => {
  const run = startRun(program, facts, readDay(AT)!);
  const byId = new Map(facts.records(OBJECT).map((record) => [record.id, record]));
  const judged = program.decisions.map(({ id }) => {
    const statuses = records.map((record) => judge(run, id, byId.get(record.编号)!).status);
    // The run remembers every judgement; for the bench each is wanted once.
    run.judgements.delete(id);
    return [id, statuses] as const;
  });
  return new Map(judged);
};

/** Judges some of the records in full, as `tiaowen check` does: statuses, reasons and citations. */
export const interpretSome = (program: Program, facts: Facts, count: number): (() => void) => {
  const some = createFacts(facts.records(OBJECT).slice(0, count), { objects: [OBJECT] });
  const at = readDay(AT)!;
  return () => {
    const { outcomes } = evaluate(program, some, { at });
    if (outcomes.length !== count * program.decisions.length) throw new Error("an outcome is missing");
  };
};

/** All decisions on all records through closures, from facts to codes; columns are built anew each time. */
export const closureStatuses = (program: Program, facts: Facts): Readonly<Record<string, Uint8Array>> => {
  const engine = createClosureEngine(program, facts, { at: readDay(AT)! });
  const statuses = Object.fromEntries(engine.decisions.map(({ id }) => [id, engine.statuses(id)]));
  if (engine.interpreted().length > 0) throw new Error(`interpreted: ${engine.interpreted().join(", ")}`);
  return statuses;
};

export const OBJECT = "定点医药机构";
