import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sameStructure } from "../../../compiler/analyse/difference/same.ts";
import { judge, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import type { Condition, Decision, Program } from "../../../compiler/model/ir.ts";
import type { Field } from "../../../compiler/model/type.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { arbitraryWorld } from "../../generators/world.ts";

const AT = 20_100;

/** A program with one of its parts from another one, which some of its decisions read. */
const arbitraryNeighbours = fc
  .record({
    program: arbitraryProgram(),
    other: arbitraryProgram(),
    part: fc.constantFrom("parameters", "readings", "exceptions", "decision", "judgement"),
    index: fc.nat(20),
  })
  .map(({ program, other, part, index }): readonly [Program, Program] => {
    switch (part) {
      case "parameters":
      case "readings":
      case "exceptions":
        return [program, { ...program, [part]: other[part] }];
      case "decision": {
        const id = program.decisions[index % program.decisions.length]!.id;
        const replaced = other.decisions.find((each) => each.id === id);
        const decisions = program.decisions.map((each) => (each.id === id ? (replaced ?? each) : each));
        return [program, { ...program, decisions }];
      }
      case "judgement":
        return [program, { ...program, objects: withoutJudgements(program) }];
    }
  });

const withoutJudgements = ({ objects }: Program): Program["objects"] =>
  new Map(
    Array.from(objects, ([name, object]) => [
      name,
      {
        ...object,
        fields: new Map(
          Array.from(object.fields, ([field, declared]): [string, Field] => [
            field,
            { ...declared, judgedBy: null },
          ]),
        ),
      },
    ]),
  );

const isSame = (left: Program, right: Program, first: Decision, second: Decision): boolean =>
  sameStructure({
    left: { program: left, decision: first },
    right: { program: right, decision: second },
    at: AT,
    wanted: (one, other) => one.status !== other.status || one.value !== other.value,
    focus: [],
    keepParameters: false,
  });

test("what has the same structure gives the same in every world", () => {
  let [same, other] = [0, 0];
  fc.assert(
    fc.property(arbitraryNeighbours, ([left, right]) => {
      const pairs = left.decisions.flatMap((first) => {
        const second = right.decisions.find(({ id }) => id === first.id)!;
        return isSame(left, right, first, second) ? [{ first, second }] : [];
      });
      same += pairs.length;
      other += left.decisions.length - pairs.length;
      for (const world of fc.sample(arbitraryWorld(2), { seed: same, numRuns: 6 })) {
        const facts = smallWorld(world);
        const [one, two] = [startRun(left, facts, AT), startRun(right, facts, AT)];
        for (const { first, second } of pairs) {
          for (const record of facts.records(first.object)) {
            const [found, expected] = [judge(one, first.id, record), judge(two, second.id, record)];
            expect([first.id, found.status, found.value]).toEqual([
              second.id,
              expected.status,
              expected.value,
            ]);
          }
        }
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
  expect(same).toBeGreaterThan(100);
  expect(other).toBeGreaterThan(20);
});

/** Parts in another order, each said twice, comparisons turned round. */
const turned = (condition: Condition): Condition => {
  if (condition.kind === "all" || condition.kind === "any") {
    const operands = condition.operands.map(turned).toReversed();
    return { ...condition, operands: [...operands, ...condition.operands] };
  }
  if (condition.kind === "not") return { ...condition, operand: turned(condition.operand) };
  if (condition.kind !== "compare") return condition;
  return {
    ...condition,
    word: "其他说法",
    operator: TURNED[condition.operator],
    left: condition.right,
    right: condition.left,
  };
};

const TURNED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const;

test("another order and other words are the same structure", () => {
  fc.assert(
    fc.property(arbitraryProgram(), (program) => {
      const decisions = program.decisions.map((decision): Decision =>
        decision.kind === "measure"
          ? { ...decision, base: turned(decision.base), exceptions: decision.exceptions.toReversed() }
          : decision,
      );
      const other = { ...program, decisions };
      for (const [index, decision] of program.decisions.entries())
        expect([decision.id, isSame(program, other, decision, decisions[index]!)]).toEqual([
          decision.id,
          true,
        ]);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
});
