import { canonicalParameters, canonicalRegister } from "../../compiler/data/canonical-record.ts";
import { generateJavaScript } from "../../compiler/generate/javascript/index.ts";
import { Identifiers } from "../../compiler/generate/names.ts";
import type { Outcome } from "../../compiler/model/outcome.ts";
import type { Scenario } from "../generators/program.ts";
import { factsOf, recordedReasons } from "./facts-of.ts";

type CanonicalRecord = Readonly<Record<string, unknown>>;

export interface BatchColumn {
  readonly values: Float64Array | Int32Array | Uint8Array | Uint16Array;
  readonly nulls?: Uint8Array;
  readonly dictionary?: readonly string[];
}

export interface BatchColumns {
  readonly length: number;
  readonly columns: Readonly<Record<string, BatchColumn>>;
}

/** What the generated file offers for one object. */
export interface Functions {
  readonly check: (record: CanonicalRecord, context: unknown) => Readonly<Record<string, string>>;
  readonly values: (
    record: CanonicalRecord,
    context: unknown,
  ) => Readonly<Record<string, string | number | null>>;
  readonly explain: (record: CanonicalRecord, context: unknown) => readonly Outcome[];
  readonly batch: (
    columns: BatchColumns,
    context: unknown,
  ) => { readonly length: number; readonly statuses: Readonly<Record<string, Uint8Array>> };
}

/** A generated file, running. */
export interface Validator {
  readonly statuses: readonly string[];
  readonly createContext: (options: unknown) => unknown;
  readonly of: (object: string) => Functions;
}

/** Changes the generated text before it runs; the tests of the test break it so. */
export type Change = (text: string) => string;

export const asGenerated: Change = (text) => text;

/** Loaded once for a program, because an engine keeps what it has loaded for good. */
export const loadValidator = (program: Scenario["program"], change: Change): Promise<Validator> => {
  if (change !== asGenerated) return load(program, change);
  const known = loaded.get(program) ?? load(program, change);
  loaded.set(program, known);
  return known;
};

const loaded = new WeakMap<Scenario["program"], Promise<Validator>>();

const load = async (program: Scenario["program"], change: Change): Promise<Validator> => {
  const { files } = generateJavaScript(program);
  const file = files.find(({ name }) => /\.m?js$/.test(name))!;
  const text = change(file.text);
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const module = (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
  const identifiers = new Identifiers();
  const named = (prefix: string, object: string): unknown => module[identifiers.of(prefix, object)];
  return {
    statuses: module["statuses"] as readonly string[],
    createContext: module["createContext"] as Validator["createContext"],
    of: (object) => ({
      check: named("check", object) as Functions["check"],
      values: named("values", object) as Functions["values"],
      explain: named("explain", object) as Functions["explain"],
      batch: named("batch", object) as Functions["batch"],
    }),
  };
};

export interface Prepared {
  readonly records: Readonly<Record<string, readonly CanonicalRecord[]>>;
  readonly context: unknown;
}

/** The register and the context as a developer passes them. */
export const prepare = (validator: Validator, scenario: Scenario, decimals: "text" | "number"): Prepared => {
  const { program, world, at } = scenario;
  const facts = factsOf(scenario);
  return {
    records: canonicalRegister(facts, program, decimals),
    context: validator.createContext({
      at: decimals === "text" ? isoDay(at) : at,
      records: canonicalRegister(facts, program, decimals),
      parameters: canonicalParameters(facts, program, decimals),
      readings: Object.fromEntries(scenario.readings),
      distances: world.distances ?? [],
      reasons: recordedReasons(scenario),
    }),
  };
};

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
