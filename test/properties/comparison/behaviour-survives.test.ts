import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BehaviourChange } from "../../../compiler/index.ts";
import {
  comparedTexts,
  contradictions,
  failedCases,
  survivedRecords,
  witnessesOf,
  wrongWitnesses,
  type ComparedTexts,
} from "../../support/behaviour-laws.ts";
import {
  cityPolicies,
  examplePolicies,
  programOf,
  type ComparedPolicy,
} from "../../support/compared-policies.ts";
import { PATIENCE, seedsFrom } from "../../support/long-run.ts";
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
  expect([
    ...wrongWitnesses(compared),
    ...failedCases(compared),
    ...contradictions(compared),
    ...survived.wrong,
  ]).toEqual([]);
};

const expectHeldWhenMutated = async (policy: ComparedPolicy, share: number, turn: number): Promise<void> => {
  for (const pair of mutatedPairs(policy, 1, turn, share).pairs) {
    const compared = await comparedTexts(
      labelOf(pair),
      { policy, text: policy.text },
      { policy, text: pair.way.text },
    );
    expectHeld(compared, 60);
  }
};

describe(
  "what is said of a policy and the same with one thing changed holds for records by chance",
  { timeout: PATIENCE },
  () => {
    test.each([...writtenPolicies, ...cityPolicies].map((policy) => [policy.name, policy] as const))(
      "in %s",
      (_, policy) => expectHeldWhenMutated(policy, 3, 0),
    );

    test("in the examples", async () => {
      const before = tally.pairs;
      const policies = examplePolicies.filter((policy) => programOf(policy)!.decisions.length > 0);
      for (const [index, policy] of policies.entries()) {
        await expectHeldWhenMutated(policy, 6, index);
      }
      expect(tally.pairs - before).toBeGreaterThan(policies.length);
    });

    test.each(seedsFrom(1, 2))("in a policy put together at random: %i", async (seed) => {
      const [policy] = fc.sample(generatedPolicy, { seed, numRuns: 1 });
      await expectHeldWhenMutated(policy!, 3, seed);
    });

    test("and there was much to hold", ({ task }) => {
      task.meta.tally = tally;
      expect(tally.witnesses).toBeGreaterThan(50);
      expect(Math.min(tally.equivalent, tally.directed)).toBeGreaterThan(500);
    });
  },
);

describe("what is false is noticed", { timeout: PATIENCE }, () => {
  const policy = writtenPolicies[0]!;
  const falsified = async (change: (found: BehaviourChange) => BehaviourChange): Promise<ComparedTexts> => {
    const compared = await comparedTexts(
      "falsified",
      { policy, text: policy.text },
      { policy, text: policy.text.replace("业务量低于100笔", "业务量低于200笔") },
    );
    return {
      ...compared,
      behaviour: compared.behaviour.map((each) => (each.verdict === "equivalent" ? each : change(each))),
    };
  };

  test.each(["equivalent", "looser"] as const)("a wrong verdict: %s", async (verdict) => {
    const compared = await falsified((found) => ({ ...found, verdict }));
    expect(survivedRecords(compared, { changed: 400, others: 1 }, 1).wrong).not.toEqual([]);
  });

  test("a witness on which both sides say the same, and a case that does not pass", async () => {
    const compared = await falsified((found) => ({
      ...found,
      witness: {
        ...found.witness!,
        right: found.witness!.left,
        cases: { ...found.witness!.cases, right: found.witness!.cases.left },
      },
    }));
    expect(wrongWitnesses(compared)).toHaveLength(1);
    expect(failedCases(compared)).toHaveLength(1);
  });
});

test("a duty that is only permitted is looser, and back stricter", async () => {
  const policy = writtenPolicies[0]!;
  const [duty, permission] = [policy.text, policy.text.replace("药店应当同时符合", "药店可以同时符合")];
  for (const [left, right, verdict] of [
    [duty, permission, "looser"],
    [permission, duty, "stricter"],
  ] as const) {
    const { behaviour, rules } = await comparedTexts(
      verdict,
      { policy, text: left },
      { policy, text: right },
    );
    expect(behaviour.find(({ left: rule }) => rule?.name === "药店条件")!.verdict).toBe(verdict);
    expect(rules.changes[0]!.change.direction).toBe(verdict === "looser" ? "loosened" : "tightened");
  }
});
