import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import { compareTexts } from "../../../compiler/diff/text/index.ts";
import type { ProvisionChange, RuleChange } from "../../../compiler/model/change.ts";
import { officialText, readDocument, segment, type OfficialDocument } from "../../../language/index.ts";
import {
  cityPolicies,
  examplePolicies,
  programOf,
  type ComparedPolicy,
} from "../../support/compared-policies.ts";
import { PATIENCE, TIMES } from "../../support/long-run.ts";
import { labelOf, mutatedPairs, type MutatedPair } from "../../support/mutated-pairs.ts";
import { writtenPolicies } from "../../support/written-policies.ts";
import { POLICY_MUTATIONS } from "../../generators/mutated-policy.ts";
import { generatedPolicy } from "./generated-policy.ts";

const documentOf = (text: string): OfficialDocument =>
  readDocument({ name: "p.tiaowen", text: officialText(segment({ name: "p.tiaowen", text })) });

const textChanges = (left: string, right: string): readonly ProvisionChange[] => {
  const { provisions, headings } = compareTexts(documentOf(left), documentOf(right));
  return [...provisions, ...headings].filter(({ kind, edits }) => kind !== "unchanged" || edits.length > 0);
};

/** What is told of a pair, where it is not exactly the one thing that was changed. */
const wrongIn = (pair: MutatedPair): readonly string[] => {
  const { left, right, way, kind } = pair;
  const { provisions } = compareTexts(documentOf(pair.policy.text), documentOf(way.text));
  const found = compareRules(left, right, provisions).changes.map(({ change }) => change);
  const told = found.map(rowOf);
  const expected = [kind, way.left, way.right].join(" ");
  const isText = provisions.every((change) => change.kind === "unchanged" && change.edits.length === 0);
  return [
    ...(told.length === 1 && told[0] === expected
      ? []
      : [`${labelOf(pair)}: ${told.join("; ")}, not ${expected}`]),
    ...(isText ? [] : [`${labelOf(pair)}: the official text has not changed`]),
  ];
};

const seen = new Set<string>();
const tally = { changes: 0, refused: 0 };

/** Each policy says something of its own; only a few changes of it are refused by the language. */
const expectNamed = (policies: readonly ComparedPolicy[], most: number, turn = 0): void => {
  let [judged, refused] = [0, 0];
  const wrong = policies.flatMap((policy) => {
    const mutated = mutatedPairs(policy, most, turn);
    judged += mutated.pairs.length;
    refused += mutated.refused;
    for (const { mutation } of mutated.pairs) seen.add(mutation);
    return mutated.pairs.flatMap(wrongIn);
  });
  tally.changes += judged;
  tally.refused += refused;
  expect(wrong).toEqual([]);
  expect(refused).toBeLessThan(judged / 5);
};

describe(
  "one thing is changed in the text of a policy, and exactly that is told",
  { timeout: PATIENCE },
  () => {
    test("in hand-written policies", () => expectNamed(writtenPolicies, 20 * TIMES));

    test("in the examples", () => {
      expectNamed(
        examplePolicies.filter((policy) => programOf(policy)!.decisions.length > 0),
        3 * TIMES,
      );
    });

    test.each(cityPolicies.map((policy) => [policy.name, policy] as const))("in %s", (_, policy) => {
      expectNamed([policy], 2 * TIMES);
    });

    test("in policies that were put together at random", () => {
      fc.assert(
        fc.property(generatedPolicy, fc.nat(20), (policy, turn) => expectNamed([policy], 2, turn)),
        { numRuns: 12 * TIMES, endOnFailure: true },
      );
    });

    test("and every kind of change was made", ({ task }) => {
      task.meta.tally = tally;
      expect([...seen].sort()).toEqual(POLICY_MUTATIONS.map(({ name }) => name).sort());
    });
  },
);

describe("two things are changed in two rules, and both are told", { timeout: PATIENCE }, () => {
  test.each(writtenPolicies.map((policy) => [policy.name, policy] as const))("in %s", (_, policy) => {
    let told = 0;
    for (const first of mutatedPairs(policy, 1).pairs) {
      const changed = { ...policy, text: first.way.text };
      for (const second of mutatedPairs(changed, 1, told, 5).pairs) {
        if (touched(first).some((rule) => touched(second).includes(rule))) continue;
        const found = compareRules(first.left, second.right, []).changes.map(({ change }) => rowOf(change));
        const expected = [first, second].map(({ kind, way }) => [kind, way.left, way.right].join(" "));
        expect(found.toSorted(), `${labelOf(first)} + ${labelOf(second)}`).toEqual(expected.toSorted());
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(60);
  });
});

/** Blocks, and the terms that others rest on. */
const touched = ({ way }: MutatedPair): readonly (string | null)[] => [way.left, way.right];

const rowOf = ({ kind, left, right }: RuleChange): string =>
  [kind, left?.rule ?? null, right?.rule ?? null].join(" ");

describe("official words are changed, and the rules are not", { timeout: PATIENCE }, () => {
  test.each(writtenPolicies.map((policy) => [policy.name, policy] as const))("in %s", (_, policy) => {
    const left = programOf(policy)!;
    for (const number of ["第一条", "第二条", "第三条"]) {
      const text = policy.text.replace(new RegExp(`^(${number}　.*)。$`, "mu"), "$1，具体办法另行制定。");
      expect(text).not.toBe(policy.text);
      const changes = textChanges(policy.text, text);
      expect(changes.map(({ kind, left: from, right: to }) => [kind, from?.label, to?.label])).toEqual([
        ["changed", number, number],
      ]);
      expect(changes[0]!.edits.map(({ class: kind, before, after }) => [kind, before, after])).toEqual([
        ["words", "", "，具体办法另行制定"],
      ]);
      expect(compareRules(left, programOf(policy, text)!, []).changes).toEqual([]);
    }
  });
});
