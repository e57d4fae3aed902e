import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimise, sampleDifference } from "../../../compiler/analyse/index.ts";
import type { DifferenceQuery, SideResult } from "../../../compiler/analyse/difference-query.ts";
import {
  alwaysInForce,
  compareSizes,
  replay,
  replayWanted,
  sizeOf,
  yardstickOf,
} from "../../../compiler/analyse/witness/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { arbitraryProgram } from "../../generators/program.ts";

const AT = 20_454;

const differ = (left: SideResult, right: SideResult): boolean =>
  left.status !== right.status || left.value !== right.value;

const queryOf = (left: Program, right: Program, id: string): DifferenceQuery => ({
  left: { program: alwaysInForce(left), decision: left.decisions.find((each) => each.id === id)! },
  right: { program: alwaysInForce(right), decision: right.decisions.find((each) => each.id === id)! },
  at: AT,
  wanted: differ,
  focus: [],
  keepParameters: false,
});

const IDS = ["管理类别", "措施规则1", "条件规则", "县区规则", "城市规则", "医保规模", "业务量排名"] as const;

const pairs = fc.tuple(arbitraryProgram(), arbitraryProgram(), fc.constantFrom(...IDS), fc.nat(1000));

describe("samples of random programs", () => {
  test("what is found is a difference that the interpreter confirms", () => {
    let count = 0;
    fc.assert(
      fc.property(pairs, ([left, right, id, seed]) => {
        const query = queryOf(left, right, id);
        const found = sampleDifference(query, seed, 30);
        if (found.kind !== "found") return;
        count += 1;
        const again = replay(query, found.world, found.record)!;
        expect([again.left, again.right]).toEqual([found.left, found.right]);
        expect(differ(again.left, again.right)).toBe(true);
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(count).toBeGreaterThan(20);
  });

  test("a program against itself gives no difference", () => {
    fc.assert(
      fc.property(arbitraryProgram(), fc.constantFrom(...IDS), fc.nat(1000), (program, id, seed) => {
        expect(sampleDifference(queryOf(program, program, id), seed, 20).kind).toBe("undecided");
      }),
      { numRuns: 30, seed: 12 },
    );
  });

  test("a smallest world is no larger, shows the same, and does not get smaller when it is done again", () => {
    let count = 0;
    fc.assert(
      fc.property(pairs, ([left, right, id, seed]) => {
        const query = queryOf(left, right, id);
        const found = sampleDifference(query, seed, 30);
        if (found.kind !== "found") return;
        count += 1;
        const yardstick = yardstickOf(query);
        const small = minimise(query, found);
        expect(replayWanted(query, small.world, small.record)).not.toBeNull();
        expect([small.left.status, small.right.status]).toEqual([found.left.status, found.right.status]);
        expect(
          compareSizes(sizeOf(yardstick, small.world), sizeOf(yardstick, found.world)),
        ).toBeLessThanOrEqual(0);
        expect(minimise(query, small)).toEqual(small);
      }),
      { numRuns: 60, seed: 13 },
    );
    expect(count).toBeGreaterThan(20);
  });

  test("the focus has to stand as asked", () => {
    let count = 0;
    fc.assert(
      fc.property(pairs, ([left, right, , seed]) => {
        const query = queryOf(left, right, "措施规则1");
        const { decision } = query.right;
        if (decision?.kind !== "measure") return;
        const focused: DifferenceQuery = {
          ...query,
          focus: [{ side: "right", condition: decision.base, levels: [1] }],
        };
        const found = sampleDifference(focused, seed, 30);
        if (found.kind !== "found") return;
        count += 1;
        expect(["不成立"]).not.toContain(found.right.status);
      }),
      { numRuns: 60, seed: 14 },
    );
    expect(count).toBeGreaterThan(5);
  });
});
