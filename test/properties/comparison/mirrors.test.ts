import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallWorld } from "../../../compiler/evaluate/index.ts";
import {
  compare,
  mirror,
  type ComparedInput,
  type Comparison,
  type Day,
  type Impact,
  type Program,
  type RuleChange,
  type Witness,
  type World,
} from "../../../compiler/index.ts";
import { cityPolicies, compiledText, type ComparedPolicy } from "../../support/compared-policies.ts";
import { PATIENCE, seedsFrom } from "../../support/long-run.ts";
import { labelOf, mutatedPairs } from "../../support/mutated-pairs.ts";
import { joinedWorld, randomWorlds } from "../../support/random-worlds.ts";
import { writtenPolicies } from "../../support/written-policies.ts";
import { generatedPolicy } from "./generated-policy.ts";

/** 2025年6月1日. */
const DAY: Day = 20_240;
const LIMITS = { steps: 50_000, milliseconds: 1000 } as const;

const input = (policy: ComparedPolicy, text: string, world: World): ComparedInput => {
  const compiled = compiledText(policy, text);
  return { file: compiled.file.source, compiled, facts: smallWorld(world) };
};

const registerFor = (left: Program, right: Program): World =>
  joinedWorld(
    left.decisions
      .filter(({ kind }) => kind !== "definition")
      .flatMap((decision, index) =>
        randomWorlds(
          { left, right },
          { left: decision, right: right.decisions.find(({ id }) => id === decision.id) ?? null },
          DAY,
          4,
          index,
        ),
      ),
  );

/** Everything that does not depend on which side was called left; lists without an order of their own are sorted. */
const essence = (found: Comparison): unknown => ({
  left: found.left,
  right: found.right,
  relation: found.relation,
  provisions: found.provisions,
  headings: found.headings,
  furniture: found.furniture,
  patch: found.patch,
  rules: found.rules.map(ruleRow).toSorted(),
  behaviour: found.behaviour
    .map(({ about, object, verdict, proof, ground, left, right, witness, witnesses }) =>
      plain({
        about,
        object,
        verdict,
        proof,
        ground,
        left,
        right,
        witness: witness === null ? null : witnessRow(witness, found.rules),
        witnesses: witnesses.map((each) => witnessRow(each, found.rules)),
      }),
    )
    .toSorted(),
  impact: found.impact === null ? null : impactRow(found.impact, found.rules),
  notes: found.notes.toSorted(),
});

/** Sentences are written for one direction. */
const ruleRow = ({ message: _message, ground: _ground, ...change }: RuleChange): string => plain(change);

/** Changes by what they are, because their places in the list depend on the side. */
const rowsAt = (indexes: readonly number[], rules: readonly RuleChange[]): readonly string[] =>
  indexes.map((index) => ruleRow(rules[index]!)).toSorted();

const witnessRow = ({ changes, ...witness }: Witness, rules: readonly RuleChange[]): unknown => ({
  ...witness,
  changes: rowsAt(changes, rules),
});

const impactRow = (
  { changes, unchangedRules, ...impact }: Impact,
  rules: readonly RuleChange[],
): unknown => ({
  ...impact,
  changes: changes
    .map(({ because, ...change }) => plain({ ...change, because: rowsAt(because, rules) }))
    .toSorted(),
  unchangedRules: unchangedRules.toSorted(),
});

const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "bigint" ? `${each}` : each instanceof Map ? [...each] : each,
  );

const options = { at: DAY, limits: LIMITS };

const expectMirrors = async (
  label: string,
  left: ComparedInput,
  right: ComparedInput,
): Promise<Comparison> => {
  const there = await compare(left, right, options);
  const back = await compare(right, left, options);
  expect(essence(mirror(there)), label).toEqual(essence(back));
  expect(essence(mirror(mirror(there))), label).toEqual(essence(there));
  return there;
};

const expectMutatedMirrors = async (policy: ComparedPolicy, turn: number, share: number): Promise<void> => {
  for (const pair of mutatedPairs(policy, 1, turn, share).pairs) {
    const world = registerFor(pair.left, pair.right);
    const found = await expectMirrors(
      labelOf(pair),
      input(policy, policy.text, world),
      input(policy, pair.way.text, world),
    );
    expect(found.rules, labelOf(pair)).toHaveLength(1);
  }
};

describe(
  "a comparison is the mirror of the one from the other side: words, rules, behaviour and impact",
  { timeout: PATIENCE },
  () => {
    test.each([...writtenPolicies, ...cityPolicies].map((policy) => [policy.name, policy] as const))(
      "%s with one thing changed",
      (_, policy) => expectMutatedMirrors(policy, 2, 6),
    );

    test.each(seedsFrom(7, 2))("a policy put together at random with one thing changed: %i", async (seed) => {
      await expectMutatedMirrors(fc.sample(generatedPolicy, { seed, numRuns: 1 })[0]!, seed, 6);
    });

    test("two policies put together at random", async () => {
      const [first, second] = fc.sample(generatedPolicy, { seed: 9, numRuns: 2 });
      const [left, right] = [first!, second!].map((policy) => compiledText(policy).program!);
      const world = registerFor(left!, right!);
      const found = await expectMirrors(
        "at random",
        input(first!, first!.text, world),
        input(second!, second!.text, world),
      );
      expect(found.rules.length).toBeGreaterThan(5);
    });

    test("the two cities", async () => {
      const [first, second] = cityPolicies;
      const [left, right] = [first!, second!].map((policy) => compiledText(policy).program!);
      const world = registerFor(left!, right!);
      const found = await expectMirrors(
        "cities",
        input(first!, first!.text, world),
        input(second!, second!.text, world),
      );
      expect(found.impact!.changes.length).toBeGreaterThan(10);
    });
  },
);

describe("a policy compared with itself", { timeout: PATIENCE }, () => {
  test.each([...writtenPolicies, ...cityPolicies].map((policy) => [policy.name, policy] as const))(
    "%s: nothing has changed, for nobody",
    async (_, policy) => {
      const { program } = compiledText(policy);
      const own = input(policy, policy.text, registerFor(program!, program!));
      const found = await compare(own, own, options);
      expect(found.provisions.filter(({ kind, edits }) => kind !== "unchanged" || edits.length > 0)).toEqual(
        [],
      );
      expect([found.rules, found.impact!.changes, found.furniture, found.notes]).toEqual([[], [], [], []]);
      expect(new Set(found.behaviour.map(({ verdict, proof }) => `${verdict} ${proof}`))).toEqual(
        new Set(["equivalent structure"]),
      );
      expect(Object.values(found.impact!.records).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    },
  );
});
