import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alwaysInForce, sampleDifference } from "../../../compiler/analyse/witness/index.ts";
import { weightOfOrders } from "../../../compiler/diff/behaviour/modality-weight.ts";
import { relationFor } from "../../../compiler/diff/behaviour/relation.ts";
import { burdenOf } from "../../../compiler/diff/burden.ts";
import { evaluate, smallWorld } from "../../../compiler/evaluate/index.ts";
import type { BehaviourChange, Witness, WitnessResult } from "../../../compiler/model/change.ts";
import type { Decision, Program } from "../../../compiler/model/ir.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { compareBehaviour } from "../../../compiler/diff/behaviour/index.ts";
import type { RenamedTerms, RuleComparison } from "../../../compiler/diff/found-change.ts";
import { mirrorBehaviour } from "../../../compiler/diff/mirror.ts";
import { behaviourOf, LIMITS } from "./behaviour-pair.ts";
import { MUTATIONS, mutated } from "./rule-mutations.ts";

const mutations = fc.constantFrom(...MUTATIONS);

/** A random program, and the same with one thing changed. */
const versions = fc
  .tuple(arbitraryProgram(), mutations, fc.nat(20))
  .map(([program, mutation, at]) => ({ left: program, right: mutated(program, mutation, at) }))
  .filter((pair): pair is { left: Program; right: Program } => pair.right !== null);

const everyWitness = ({ witness, witnesses }: BehaviourChange): readonly Witness[] =>
  witness === null ? witnesses : [witness, ...witnesses];

const decisionOf = (program: Program, place: BehaviourChange["left"]): Decision | null =>
  program.decisions.find(({ id }) => id === place?.name) ?? null;

/** What the interpreter says of the judged record, by itself. */
const evaluated = (program: Program, place: BehaviourChange["left"], { at, world, record }: Witness) =>
  evaluate(alwaysInForce(program), smallWorld(world), { at, only: [place?.name ?? ""] }).outcomes.find(
    ({ object, id }) => object === record.object && id === record.id,
  );

const resultOf = ({ status, value, modality, measure }: WitnessResult) => ({
  status,
  value,
  modality,
  measure,
});

const sameResult = ({ left, right }: Witness): boolean =>
  left.status === right.status && left.value === right.value;

/** The same result may still order something else. */
const orderDiffers = (left: Program, right: Program, change: BehaviourChange): boolean => {
  const [before, after] = [decisionOf(left, change.left), decisionOf(right, change.right)];
  return before !== null && after !== null && weightOfOrders(before, after) !== "same";
};

const NO_RULE = { status: null, value: null, modality: null, measure: null };

describe("one thing changed in a random program", () => {
  test("every witness is what the interpreter says, and differs; every equivalent survives samples", async () => {
    let [witnesses, equivalents] = [0, 0];
    await fc.assert(
      fc.asyncProperty(versions, async ({ left, right }) => {
        const { changes, rules } = await behaviourOf(left, right);
        for (const change of changes) {
          for (const witness of everyWitness(change)) {
            witnesses += 1;
            for (const [program, place, told] of [
              [left, change.left, witness.left],
              [right, change.right, witness.right],
            ] as const) {
              const found = evaluated(program, place, witness);
              const said = found === undefined ? NO_RULE : resultOf({ ...found, summary: [] });
              expect(resultOf(told)).toEqual(place === null ? NO_RULE : said);
            }
            expect(orderDiffers(left, right, change) || !sameResult(witness)).toBe(true);
            expect(witness.changes.every((index) => rules.changes[index] !== undefined)).toBe(true);
          }
          expect(change.verdict !== "equivalent" || change.witness === null).toBe(true);
          expect(change.proof === null).toBe(change.verdict === "undecided");
          if (change.verdict !== "equivalent" || change.proof === "structure") continue;
          equivalents += 1;
          const pair = { left: decisionOf(left, change.left), right: decisionOf(right, change.right) };
          const burden = burdenOf((pair.left ?? pair.right)!, [left, right]);
          const relation = relationFor(pair, burden);
          const query = {
            left: { program: alwaysInForce(left), decision: pair.left },
            right: { program: alwaysInForce(right), decision: pair.right },
            at: 20_454,
            wanted: (one: Parameters<typeof relation>[0], other: Parameters<typeof relation>[1]) =>
              relation(one, other) !== "same",
            focus: [],
            keepParameters: false,
          };
          expect(sampleDifference(query, 5, 300).kind).toBe("undecided");
        }
      }),
      { numRuns: 12, seed: 21, endOnFailure: true },
    );
    expect(witnesses).toBeGreaterThan(5);
    expect(equivalents).toBeGreaterThan(0);
  }, 120_000);

  test("from the other side everything is mirrored", async () => {
    let different = 0;
    await fc.assert(
      fc.asyncProperty(versions, async ({ left, right }) => {
        const { changes, rules } = await behaviourOf(left, right);
        const turned: RuleComparison = {
          pairs: rules.pairs.map((pair) => ({ left: pair.right, right: pair.left })),
          changes: rules.changes.map(({ change, clauses }) => ({
            change: {
              ...change,
              left: change.right,
              right: change.left,
              before: change.after,
              after: change.before,
              reaches: { left: change.reaches.right, right: change.reaches.left },
            },
            clauses: { left: clauses.right, right: clauses.left },
          })),
          renamed: turnedNames(rules.renamed!),
        };
        const mirrored = await compareBehaviour(right, left, turned, {
          at: null,
          limits: LIMITS,
          second: null,
        });
        expect(mirrored.map((change) => mirrorBehaviour(change))).toEqual(changes);
        different += changes.filter(({ verdict }) => verdict !== "equivalent").length;
      }),
      { numRuns: 16, seed: 23, endOnFailure: true },
    );
    expect(different).toBeGreaterThan(3);
  }, 120_000);

  test("a program against itself is equivalent by its structure", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgram(), async (program) => {
        const { changes } = await behaviourOf(program, program);
        expect(changes.map(({ verdict, proof, witness }) => [verdict, proof, witness])).toEqual(
          changes.map(() => ["equivalent", "structure", null]),
        );
      }),
      { numRuns: 20, seed: 22 },
    );
  });
});

const turnedNames = ({ fields, parameters, readings }: RenamedTerms): RenamedTerms => {
  const each = (pairs: RenamedTerms["fields"]): RenamedTerms["fields"] =>
    pairs.map(([left, right]) => [right, left]);
  return { fields: each(fields), parameters: each(parameters), readings: each(readings) };
};
