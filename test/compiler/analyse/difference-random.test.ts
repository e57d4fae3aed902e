import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import type { DifferenceQuery, SideResult } from "../../../compiler/analyse/difference-query.ts";
import { replay, replayWanted } from "../../../compiler/analyse/witness/index.ts";
import type { Decision, Program } from "../../../compiler/model/ir.ts";
import type { Status } from "../../../compiler/model/outcome.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { arbitraryWorld } from "../../generators/world.ts";
import { supplyOnlyOpen } from "./difference-induce.ts";

const LIMITS = { limits: { steps: 20_000, milliseconds: 1000 }, second: null, seed: 1 } as const;

const AT = 20_100;

const STATUSES: Readonly<Partial<Record<Decision["kind"], readonly Status[]>>> = {
  measure: ["成立", "不成立", "未知", "需裁量", "不适用"],
  requirement: ["符合", "不符合", "未知", "需裁量", "不适用"],
  classification: ["已认定", "未认定", "未知", "需裁量", "冲突", "不适用"],
  definition: ["成立", "不成立", "未知", "需裁量"],
};

const KINDS = ["重点机构", "重点县区", "管理类别", "县区类别", "措施规则1", "条件规则", "县区规则", "城市规则"];

interface Asked {
  readonly left: Program;
  readonly right: Program;
  readonly name: string;
  readonly first: number;
  readonly second: number;
  readonly seed: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  left: arbitraryProgram(),
  right: arbitraryProgram(),
  name: fc.constantFrom(...KINDS),
  first: fc.nat(5),
  second: fc.nat(5),
  seed: fc.nat(),
});

const queryOf = ({ left, right, name, first, second }: Asked): DifferenceQuery => {
  const decisionOf = ({ decisions }: Program): Decision => decisions.find(({ id }) => id === name)!;
  const statuses = STATUSES[decisionOf(left).kind]!;
  const wanted = (one: SideResult, other: SideResult): boolean =>
    one.status === statuses[first % statuses.length] && other.status === statuses[second % statuses.length];
  return {
    left: { program: left, decision: decisionOf(left) },
    right: { program: right, decision: decisionOf(right) },
    at: AT,
    wanted,
    focus: [],
    keepParameters: false,
  };
};

/** Nothing that is proved impossible comes about in a world. */
const survives = (query: DifferenceQuery, seed: number, worlds: number): void => {
  const object = query.left.decision!.object;
  for (const generated of fc.sample(arbitraryWorld(2), { seed, numRuns: worlds })) {
    const world = supplyOnlyOpen(generated, [query.left.program, query.right.program]);
    for (const { id } of world.records.filter((record) => record.object === object))
      expect(replayWanted(query, world, { object, id })).toBeNull();
  }
};

test("random pairs: a proof is never contradicted, and what is found is so", async () => {
  const answers = { found: 0, none: 0, undecided: 0 };
  await fc.assert(
    fc.asyncProperty(asked, async (each) => {
      const query = queryOf(each);
      const answer = await findDifference(query, LIMITS);
      answers[answer.kind] += 1;
      if (answer.kind === "none") survives(query, each.seed, 60);
      if (answer.kind !== "found") return;
      const again = replay(query, answer.world, answer.record)!;
      expect(again.left).toEqual(answer.left);
      expect(again.right).toEqual(answer.right);
      expect(query.wanted(again.left, again.right)).toBe(true);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
  console.log(answers);
  expect(answers.none).toBeGreaterThan(0);
  expect(answers.found).toBeGreaterThan(0);
});
