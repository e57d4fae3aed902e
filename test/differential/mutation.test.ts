import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { startSession, type SqlSession } from "./sql-session.ts";

/** Scenarios and what the specification says of them, put together once. */
const scenarios = new Map<
  number,
  { scenario: ReturnType<typeof scenarioOf>; expected: ReturnType<typeof expectedOf> }
>();

/** Many programs on a few records each; then some on many, for what must meet a rare fact. */
const SMALL = 100;

const prepared = (number: number) => {
  const known = scenarios.get(number);
  if (known !== undefined) return known;
  const scenario = scenarioOf(number, number < SMALL ? null : 50);
  const made = { scenario, expected: expectedOf(scenario) };
  scenarios.set(number, made);
  return made;
};

/** The number of programs after which the broken operator shows; null where it does not. */
const noticedAfter = async (
  mutation: Mutation,
  engineOf: (change: Change) => Engine | Promise<Engine>,
  most: number,
): Promise<number | null> => {
  const { change, changes } = mutating(mutation);
  const engine = await engineOf(change);
  const numbers = Array.from({ length: most }, (_, number) => number);
  const { shownBy } = mutation;
  for (const number of shownBy === undefined ? numbers : [shownBy, ...numbers]) {
    const { scenario, expected } = prepared(number);
    if ((await compareEngine(engine, scenario, undefined, expected)).length > 0) return number;
  }
  expect(changes(), `${mutation.name}: the text has nothing to break`).toBeGreaterThan(0);
  return null;
};

describe("an operator that is broken in the generated JavaScript is noticed", () => {
  test.each(EXPLAIN)("in explanations: $name", async (mutation) => {
    expect(await noticedAfter(mutation, javascriptExplain, 200)).not.toBeNull();
  });

  test.each(FAST)("in check: $name", async (mutation) => {
    expect(await noticedAfter(mutation, (change) => javascriptCheck("number", change), 200)).not.toBeNull();
  });

  test.each(BATCH)("in batch: $name", async (mutation) => {
    expect(await noticedAfter(mutation, javascriptBatch, 200)).not.toBeNull();
  });
});

describe("an operator that is broken in the closures is noticed", () => {
  let text = "";
  beforeAll(async () => {
    text = await bundleClosure();
  });

  test.each(CLOSURE)("$name", async (mutation) => {
    expect(await noticedAfter(mutation, (change) => loadClosure(text, change), 200)).not.toBeNull();
  });
});

describe.each(["duckdb", "postgresql"] as const satisfies readonly Dialect[])(
  "an operator that is broken in the views of %s is noticed",
  (dialect) => {
    let session: SqlSession;
    beforeAll(async () => {
      session = await startSession(dialect);
    });
    afterAll(() => session.close());

    test.each(SQL)("$name", async (mutation) => {
      const engineOf = (change: Change): Promise<Engine> => sqlEngine(dialect, change, session);
      expect(await noticedAfter(mutation, engineOf, 40)).not.toBeNull();
    });
  },
);
