import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, evaluateOne } from "../../compiler/evaluate/evaluate.ts";
import { withFacts } from "../../compiler/evaluate/explain/changed-facts.ts";
import { startRun } from "../../compiler/evaluate/run.ts";
import { smallWorld, type SmallWorld } from "../../compiler/evaluate/small-world.ts";
import type { Facts } from "../../compiler/model/facts.ts";
import type { Condition, Decision, Program } from "../../compiler/model/ir.ts";
import type { Outcome, ResultSet } from "../../compiler/model/outcome.ts";
import type { Value } from "../../compiler/model/value.ts";
import { arbitraryScenario } from "../generators/program.ts";
import { schema } from "../generators/schema.ts";
import { arbitraryValue } from "../generators/world.ts";

const keyed = (results: ResultSet): ReadonlyMap<string, Outcome> =>
  new Map(
    results.outcomes.map((outcome) => [`${outcome.decision} ${outcome.object} ${outcome.id}`, outcome]),
  );

/** By name, so that definitions are reported too. */
const every = (program: Program): readonly string[] => program.decisions.map(({ id }) => id);

const runs = (numRuns: number) => ({ numRuns });

describe("evaluation of random programs", () => {
  test("gives a result for every decision on every record of its object, definitions apart", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const results = evaluate(program, smallWorld(world), { at });
        const expected = program.decisions
          .filter(({ kind }) => kind !== "definition")
          .flatMap(({ object }) => world.records.filter((record) => record.object === object));
        expect(results.outcomes).toHaveLength(expected.length);
        for (const { status, reasons, value } of results.outcomes) {
          expect(status === "未知" || status === "需裁量").toBe(reasons.length > 0);
          expect(status === "已认定").toBe(value !== null);
        }
      }),
      runs(300),
    );
  });

  test("does not depend on the order of records", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const turned = { ...world, records: [...world.records].reverse() };
        expect(evaluate(program, smallWorld(turned), { at, only: every(program) })).toEqual(
          evaluate(program, smallWorld(world), { at, only: every(program) }),
        );
      }),
      runs(150),
    );
  });

  test("does not depend on the order of operands, items, exceptions and decisions", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const straight = keyed(evaluate(program, smallWorld(world), { at, only: every(program) }));
        const turned = keyed(evaluate(turnProgram(program), smallWorld(world), { at, only: every(program) }));
        expect(turned.size).toBe(straight.size);
        for (const [key, outcome] of straight) expect(turned.get(key)).toEqual(outcome);
      }),
      runs(200),
    );
  });

  test("remembers nothing that changes a result, and needs no index", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const together = keyed(evaluate(program, smallWorld(world), { at, only: every(program) }));
        const facts = withoutIndexes(smallWorld(world));
        for (const decision of program.decisions) {
          for (const record of facts.records(decision.object)) {
            const alone = evaluateOne(startRun(program, facts, at), decision, record);
            expect(alone).toEqual(together.get(`${decision.id} ${record.object} ${record.id}`));
          }
        }
      }),
      runs(100),
    );
  });

  test("filling in a missing fact never turns a result into its opposite", () => {
    fc.assert(
      fc.property(
        arbitraryScenario(4).chain((scenario) =>
          fc.tuple(fc.constant(scenario), arbitraryFilling(scenario.world)),
        ),
        ([scenario, filled]) => {
          const { program, world, at } = scenario;
          const before = keyed(evaluate(program, smallWorld(world), { at, only: every(program) }));
          const after = keyed(evaluate(program, smallWorld(filled), { at, only: every(program) }));
          for (const [key, outcome] of before) {
            const later = after.get(key)!;
            expect({ key, status: later.status, value: later.value }).toSatisfy(() => agrees(outcome, later));
          }
        },
      ),
      runs(400),
    );
  });
});

/** What was certain stays as it is; only an exemption that spared a question may turn out not to have been needed. */
const agrees = (before: Outcome, after: Outcome): boolean => {
  if (before.reasons.length > 0) return true;
  if (before.status === "不适用" && before.reason?.startsWith("适用例外")) return after.status !== "成立";
  return before.status === after.status && before.value === after.value;
};

const arbitraryFilling = (world: SmallWorld): fc.Arbitrary<SmallWorld> => {
  const gaps = world.records.flatMap((record, index) =>
    [...schema.find((each) => each.name === record.object)!.fields.values()]
      .filter((field) => !record.facts.has(field.name))
      .map((field) => ({ index, field })),
  );
  if (gaps.length === 0) return fc.constant(world);
  return fc
    .constantFrom(...gaps)
    .chain(({ index, field }) =>
      arbitraryValue(field).map((value) => fillIn(world, index, field.name, value)),
    );
};

const fillIn = (world: SmallWorld, index: number, name: string, value: Value): SmallWorld => {
  const records = [...world.records];
  records[index] = withFacts(records[index]!, [[name, value]]);
  return { ...world, records };
};

/** Facts whose indexes find everything: then only the interpreter decides. */
const withoutIndexes = (facts: Facts): Facts => ({
  ...facts,
  inRegion: (object) => facts.records(object),
  near: (object) => facts.records(object),
});

const turnProgram = (program: Program): Program => ({
  ...program,
  decisions: [...program.decisions].reverse().map(turnDecision),
  exceptions: new Map(
    [...program.exceptions]
      .reverse()
      .map(([id, clause]) => [id, { ...clause, condition: turn(clause.condition) }]),
  ),
});

const turnDecision = (decision: Decision): Decision => {
  switch (decision.kind) {
    case "measure":
      return {
        ...decision,
        subject: turn(decision.subject),
        base: turn(decision.base),
        exceptions: [...decision.exceptions].reverse(),
      };
    case "requirement":
      return {
        ...decision,
        applicability: turn(decision.applicability),
        requirement: turn(decision.requirement),
      };
    case "classification":
      return { ...decision, items: [...decision.items].reverse() };
    case "definition":
      return { ...decision, condition: turn(decision.condition) };
    case "indicator":
    case "ranking":
      return decision;
  }
};

const turn = (condition: Condition): Condition => {
  if (condition.kind === "all" || condition.kind === "any" || condition.kind === "atLeast") {
    return { ...condition, operands: [...condition.operands].reverse().map(turn) };
  }
  if (condition.kind === "not") return { ...condition, operand: turn(condition.operand) };
  if (condition.kind === "exists") {
    return { ...condition, candidates: { ...condition.candidates, where: turn(condition.candidates.where) } };
  }
  return condition;
};
