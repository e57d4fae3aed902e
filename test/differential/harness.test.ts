import { describe, expect, test } from "vitest";
import { canonicalCell } from "../../compiler/data/canonical-record.ts";
import { parseCell } from "../../compiler/data/parse-cell.ts";
import { visitDecision } from "../../compiler/model/walk.ts";
import type { Engine, Said } from "./engine.ts";
import { compareEngine, emptyTally } from "./compare.ts";
import { expectedOf, interpreter } from "./engines/interpreter.ts";
import { reduce } from "./reduce.ts";
import { RARE, scenarioOf } from "./seeds.ts";
import { readScenario, writeScenario } from "./serialise.ts";

const SEEDS = Array.from({ length: 90 }, (_, seed) => seed);

/** Calls what is undecided for want of facts decided, where a fact is missing and something is counted. */
const careless: Engine = {
  name: "careless",
  run: (scenario) => {
    const said = new Map<string, Said>();
    for (const [key, { status, outcome }] of expectedOf(scenario)) {
      const wrong = outcome.reasons.some(({ kind }) => kind === "空集合") && status === "未知";
      said.set(key, { status: wrong ? "不成立" : status });
    }
    return Promise.resolve({ said, refused: new Set() });
  },
};

describe("the differential test itself", () => {
  test("generates facts that the loader reads back unchanged", () => {
    for (const seed of SEEDS) {
      const { program, world } = scenarioOf(seed, 50);
      expect(world.records).toHaveLength(50);
      for (const { object, facts } of world.records) {
        for (const [name, value] of facts) {
          const field = program.objects.get(object)!.fields.get(name)!;
          const text = String(canonicalCell(value, field.type, "text"));
          expect(parseCell(text, field)).toEqual({ kind: "value", value });
        }
      }
    }
  });

  test("generates every kind of condition, term, status and reason", () => {
    const kinds = new Set<string>();
    for (const seed of [...SEEDS, ...RARE]) {
      const scenario = scenarioOf(seed, seed % 2 === 0 ? 50 : null);
      const note = (part: { readonly kind: string }): unknown => kinds.add(part.kind);
      for (const decision of scenario.program.decisions) {
        visitDecision(scenario.program, decision, {
          condition: note,
          term: (term) => {
            note(term);
            if (term.kind === "arithmetic") kinds.add(term.operator);
            if (term.kind === "aggregate") kinds.add(term.function);
          },
          candidates: ({ scope }) => kinds.add(scope.kind === "distance" ? scope.metric : scope.kind),
        });
      }
      for (const { status, outcome } of expectedOf(scenario).values()) {
        kinds.add(status);
        for (const { kind } of outcome.reasons) kinds.add(kind);
      }
    }
    expect([...kinds].sort()).toEqual([...EXPECTED_KINDS].sort());
  });

  test("writes a scenario as text and reads it back", () => {
    for (const seed of [0, 1, 2]) {
      const scenario = scenarioOf(seed, null);
      expect(readScenario(writeScenario(scenario))).toEqual(scenario);
      expect(scenarioOf(seed, null)).toEqual(scenario);
    }
  });

  test("finds nothing where two engines are one, and compares every outcome", async () => {
    const tally = emptyTally();
    const scenario = scenarioOf(1, 50);
    expect(await compareEngine(interpreter, scenario, tally)).toEqual([]);
    expect(tally.compared).toBe(expectedOf(scenario).size);
  });

  test("finds a careless engine and reduces the case to what it needs", async () => {
    const fails = async (scenario: ReturnType<typeof scenarioOf>): Promise<boolean> =>
      (await compareEngine(careless, scenario)).length > 0;
    const failing = await firstFailing(fails);
    const [found] = await compareEngine(careless, failing);
    const small = await reduce(failing, found!.decision, fails, 20_000);
    expect(await fails(small)).toBe(true);
    expect(small.program.decisions).toHaveLength(1);
    expect(small.world.records).toHaveLength(1);
    expect(writeScenario(small).length).toBeLessThan(12_000);
  });

  test("counts results that an engine leaves out as disagreements", async () => {
    const silent: Engine = {
      name: "silent",
      run: () => Promise.resolve({ said: new Map(), refused: new Set() }),
    };
    const scenario = scenarioOf(3, null);
    expect(await compareEngine(silent, scenario)).toHaveLength(expectedOf(scenario).size);
  });
});

const firstFailing = async (
  fails: (scenario: ReturnType<typeof scenarioOf>) => Promise<boolean>,
): Promise<ReturnType<typeof scenarioOf>> => {
  for (const seed of SEEDS) {
    const scenario = scenarioOf(seed, null);
    if (await fails(scenario)) return scenario;
  }
  throw new Error("no scenario fails");
};

const EXPECTED_KINDS = [
  ["constant", "all", "any", "atLeast", "not", "holds", "compare", "compareOrder", "oneOf", "same"],
  ["elapsed", "exists", "ranked", "reading", "defined"],
  [
    "literal",
    "field",
    "record",
    "parameter",
    "arithmetic",
    "aggregate",
    "decision",
    "rounded",
    "referenceDate",
  ],
  ["add", "subtract", "multiply", "divide", "count", "sum", "mean", "maximum", "minimum"],
  ["everywhere", "region", "walking", "straight"],
  ["成立", "不成立", "符合", "不符合", "已认定", "未认定", "冲突", "未知", "需裁量", "不适用"],
  ["缺少事实", "缺少步行距离", "引用对象缺失", "坐标系不一致", "参数未定", "裁量判断", "读法未定"],
  ["除数为零", "溢出", "同名次", "空集合", "认定冲突", "名次取整未定"],
].flat();
