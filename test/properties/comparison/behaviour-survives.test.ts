import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparedTexts,
  failedCases,
  survivedRecords,
  witnessesOf,
  wrongWitnesses,
  type ComparedTexts,
} from "../../support/behaviour-laws.ts";
import { cityPolicies, type ComparedPolicy } from "../../support/compared-policies.ts";
import { labelOf, mutatedPairs } from "../../support/mutated-pairs.ts";
import { writtenPolicies } from "../../support/written-policies.ts";
import { generatedPolicy } from "./generated-policy.ts";

const tally = { pairs: 0, witnesses: 0, equivalent: 0, directed: 0 };

const expectHeld = (compared: ComparedTexts, worlds: number): void => {
  const survived = survivedRecords(compared, { changed: worlds, others: 2 }, 7);
  tally.pairs += 1;
  tally.witnesses += compared.behaviour.flatMap(witnessesOf).length;
  tally.equivalent += survived.equivalent;
  tally.directed += survived.directed;
  expect([...wrongWitnesses(compared), ...failedCases(compared), ...survived.wrong]).toEqual([]);
};

const expectHeldWhenMutated = async (policy: ComparedPolicy, most: number, turn: number): Promise<void> => {
  for (const pair of mutatedPairs(policy, most, turn).pairs) {
    // oxlint-disable-next-line no-await-in-loop
    const compared = await comparedTexts(
      labelOf(pair),
      { policy, text: policy.text },
      { policy, text: pair.way.text },
    );
    expectHeld(compared, 20);
  }
};

describe("what is said of a policy and the same with one thing changed holds for records by chance", () => {
  test.each([...writtenPolicies, ...cityPolicies].map((policy) => [policy.name, policy] as const))(
    "in %s",
    (_, policy) => expectHeldWhenMutated(policy, 1, 0),
  );

  test.each([1, 2, 3])("in policies that were put together at random: %i", async (seed) => {
    const [policy] = fc.sample(generatedPolicy, { seed, numRuns: 1 });
    await expectHeldWhenMutated(policy!, 1, seed);
  });

  test("tally", () => console.log(tally));
});
