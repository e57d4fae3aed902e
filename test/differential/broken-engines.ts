import type { Dialect } from "../../compiler/generate/target.ts";
import { bundleClosure, loadClosure } from "./closure-bundle.ts";
import { compareEngine } from "./compare.ts";
import type { Engine } from "./engine.ts";
import { expectedOf } from "./engines/interpreter.ts";
import { javascriptBatch } from "./engines/javascript-batch.ts";
import { javascriptCheck, javascriptExplain } from "./engines/javascript.ts";
import { sqlEngine } from "./engines/sql.ts";
import type { Change } from "./javascript-module.ts";
import { BATCH, CLOSURE, EXPLAIN, FAST, mutating, SQL, type Mutation } from "./mutations.ts";
import { scenarioOf } from "./seeds.ts";
import { startSession } from "./sql-session.ts";

/** Makes engines of one kind whose text was changed. */
export interface Breakable {
  readonly engineOf: (change: Change) => Engine | Promise<Engine>;
  readonly close: () => Promise<void>;
}

/** A kind of engine with the operators that are broken in it. */
export interface BrokenKind {
  readonly name: string;
  readonly mutations: readonly Mutation[];
  /** Programs that are tried before an operator counts as unnoticed. */
  readonly most: number;
  readonly start: () => Promise<Breakable>;
}

const nothingToClose = (): Promise<void> => Promise.resolve();

const loaded =
  (engineOf: Breakable["engineOf"]): BrokenKind["start"] =>
  () =>
    Promise.resolve({ engineOf, close: nothingToClose });

const views = (dialect: Dialect) => async (): Promise<Breakable> => {
  const session = await startSession(dialect);
  return { engineOf: (change) => sqlEngine(dialect, change, session), close: session.close };
};

export const BROKEN_KINDS: readonly BrokenKind[] = [
  { name: "javascript explain", mutations: EXPLAIN, most: 400, start: loaded(javascriptExplain) },
  {
    name: "javascript check",
    mutations: FAST,
    most: 200,
    start: loaded((change) => javascriptCheck("number", change)),
  },
  { name: "javascript batch", mutations: BATCH, most: 200, start: loaded(javascriptBatch) },
  {
    name: "closure",
    mutations: CLOSURE,
    most: 200,
    start: async () => {
      const text = await bundleClosure();
      return { engineOf: (change) => loadClosure(text, change), close: nothingToClose };
    },
  },
  { name: "duckdb", mutations: SQL, most: 60, start: views("duckdb") },
  { name: "postgresql", mutations: SQL, most: 60, start: views("postgresql") },
];

/** What became of a broken operator. */
export type Noticed =
  | { readonly kind: "noticed"; readonly by: number }
  /** Every program was judged rightly all the same. */
  | { readonly kind: "unnoticed" }
  /** The operator does not stand in the text any more, so nothing was broken. */
  | { readonly kind: "nothing to break" };

/** Tries programs until one shows it, first the one that did so before. */
export const tryMutation = async (
  mutation: Mutation,
  { engineOf }: Breakable,
  most: number,
): Promise<Noticed> => {
  const { change, changes } = mutating(mutation);
  const engine = await engineOf(change);
  const { shownBy } = mutation;
  const numbers = Array.from({ length: most }, (_, number) => number);
  for (const number of shownBy === undefined ? numbers : [shownBy, ...numbers]) {
    const { scenario, expected } = prepared(number);
    if ((await compareEngine(engine, scenario, undefined, expected, false)).length > 0)
      return changes() > 0 ? { kind: "noticed", by: number } : { kind: "nothing to break" };
  }
  return changes() > 0 ? { kind: "unnoticed" } : { kind: "nothing to break" };
};

/** Many programs on a few records each; then some on many, for what must meet a rare fact. */
const SMALL = 100;

/** Scenarios and what the specification says of them, put together once. */
const scenarios = new Map<
  number,
  { scenario: ReturnType<typeof scenarioOf>; expected: ReturnType<typeof expectedOf> }
>();

const prepared = (number: number) => {
  const known = scenarios.get(number);
  if (known !== undefined) return known;
  const scenario = scenarioOf(number, number < SMALL ? null : 50);
  const made = { scenario, expected: expectedOf(scenario) };
  scenarios.set(number, made);
  return made;
};
