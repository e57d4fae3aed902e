import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alwaysInForce } from "../../../compiler/analyse/witness/index.ts";
import { impactOf } from "../../../compiler/diff/impact.ts";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import { smallWorld } from "../../../compiler/evaluate/index.ts";
import {
  evaluate,
  type Day,
  type Impact,
  type Outcome,
  type Program,
  type World,
} from "../../../compiler/index.ts";
import { cityPolicies, type ComparedPolicy } from "../../support/compared-policies.ts";
import { PATIENCE, seedsFrom } from "../../support/long-run.ts";
import { labelOf, mutatedPairs, type MutatedPair } from "../../support/mutated-pairs.ts";
import { joinedWorld, randomWorlds, withBothNames } from "../../support/random-worlds.ts";
import { writtenPolicies } from "../../support/written-policies.ts";
import { generatedPolicy } from "./generated-policy.ts";

/** 2025年6月1日. */
const DAY: Day = 20_240;

/** Registers of some dozens of records, whose facts lie around the limits of the rules of either side. */
const registerFor = ({ left, right }: MutatedPair, seed: number): World => {
  const rules = left.decisions.filter(({ kind }) => kind !== "definition");
  return joinedWorld(
    rules.flatMap((decision, index) => {
      const other = right.decisions.find(({ id }) => id === decision.id) ?? null;
      return randomWorlds({ left, right }, { left: decision, right: other }, DAY, 6, seed + index);
    }),
  );
};

const EFFECTS: ReadonlySet<string> = new Set(["成立", "不符合", "已认定", "冲突", "未知", "需裁量"]);

/** What both programs say of every record by the interpreter; only where it is not the same. */
const differing = ({ left, right, way }: MutatedPair, world: World): ReadonlySet<string> => {
  const [before, after] = [left, right].map((program) => outcomesOf(program, world));
  const renamed = (key: string): string =>
    way.left !== null && way.right !== null && way.left !== way.right
      ? key.replace(`${way.left} `, `${way.right} `)
      : key;
  const found = new Set<string>();
  const inBoth = new Set<string>();
  for (const [key, one] of before!) {
    const other = after!.get(renamed(key)) ?? after!.get(key);
    if (other !== undefined) inBoth.add(after!.has(renamed(key)) ? renamed(key) : key);
    if (other === undefined ? EFFECTS.has(one.status) : isOther(one, other)) found.add(key);
  }
  for (const [key, other] of after!) if (!inBoth.has(key) && EFFECTS.has(other.status)) found.add(key);
  return found;
};

const outcomesOf = (program: Program, world: World): ReadonlyMap<string, Outcome> =>
  new Map(
    evaluate(alwaysInForce(program), smallWorld(world), { at: DAY }).outcomes.map((outcome) => [
      `${outcome.rule} ${outcome.object} ${outcome.id}`,
      outcome,
    ]),
  );

const isOther = (one: Outcome, other: Outcome): boolean =>
  one.status !== other.status ||
  one.value !== other.value ||
  ((one.status === "成立" || one.status === "不符合") && orderOf(one) !== orderOf(other));

/** 必须 is 应当 in another word. */
const orderOf = ({ modality, measure }: Outcome): string =>
  `${(modality ?? "").replace("必须", "应当").replace("严禁", "不得").replace("不再", "不得")}${measure ?? ""}`;

const toldBy = (impact: Impact): ReadonlySet<string> =>
  new Set(
    impact.changes.flatMap(({ left, right, object, records }) =>
      records.map((id) => `${(left ?? right)!.rule} ${object} ${id}`),
    ),
  );

const tally = { records: 0, changed: 0 };

const expectExplained = (pair: MutatedPair, seed: number): void => {
  const rules = compareRules(pair.left, pair.right, []);
  const world = withBothNames(registerFor(pair, seed), rules);
  const facts = smallWorld(world);
  const impact = impactOf({ program: pair.left, facts }, { program: pair.right, facts }, rules, DAY);
  expect([...toldBy(impact)].sort(), labelOf(pair)).toEqual([...differing(pair, world)].sort());
  for (const change of impact.changes) {
    expect(change.count, labelOf(pair)).toBe(change.records.length);
    expect(change.because.length, `${labelOf(pair)}: ${change.rule}`).toBeGreaterThan(0);
    for (const index of change.because) {
      const { reaches, severity } = rules.changes[index]!.change;
      expect(severity).not.toBe("wording");
      const isReached =
        reaches.left.includes(change.left?.name ?? "") || reaches.right.includes(change.right?.name ?? "");
      expect(isReached, labelOf(pair)).toBe(true);
    }
    tally.changed += change.count;
  }
  tally.records += world.records.length;
};

const expectAllExplained = (policy: ComparedPolicy, share: number, turn: number): void => {
  for (const [index, pair] of mutatedPairs(policy, 1, turn, share).pairs.entries()) {
    expectExplained(pair, 100 * turn + index);
  }
};

describe("whose results change in a register by chance", { timeout: PATIENCE }, () => {
  test.each([...writtenPolicies, ...cityPolicies].map((policy) => [policy.name, policy] as const))(
    "is what the interpreter says, and explained by a change of the rules: %s",
    (_, policy) => expectAllExplained(policy, 5, 1),
  );

  test.each(seedsFrom(4, 3))("also for a policy put together at random: %i", (seed) => {
    expectAllExplained(fc.sample(generatedPolicy, { seed, numRuns: 1 })[0]!, 1, seed);
  });

  test("and there were many of them", ({ task }) => {
    task.meta.tally = tally;
    expect(tally.changed).toBeGreaterThan(500);
  });
});
