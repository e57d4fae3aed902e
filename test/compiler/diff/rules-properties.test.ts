import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import type { RuleChange } from "../../../compiler/model/change.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { MUTATIONS, mutated } from "./rule-mutations.ts";
import { asSeenFromBehind, seen } from "./rule-mirror.ts";

const changesOf = (left: Program, right: Program): readonly RuleChange[] =>
  compareRules(left, right, []).changes.map(({ change }) => change);

describe("any program", () => {
  test("has not changed in relation to itself, nor to a copy of itself", () => {
    fc.assert(
      fc.property(arbitraryProgram(), (program) => {
        expect(changesOf(program, program)).toEqual([]);
        expect(changesOf(program, structuredClone(program))).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("any two: the changes from one to the other mirror those back", () => {
    fc.assert(
      fc.property(arbitraryProgram(), arbitraryProgram(), (left, right) => {
        expect(seen(changesOf(right, left))).toEqual(asSeenFromBehind(changesOf(left, right)));
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

describe("one thing changed in a program", () => {
  for (const mutation of MUTATIONS) {
    test(`${mutation.name} is told as exactly that`, () => {
      let told = 0;
      fc.assert(
        fc.property(arbitraryProgram(), fc.nat(), (program, at) => {
          const other = mutated(program, mutation, at);
          fc.pre(other !== null);
          const changes = changesOf(program, other);
          expect(changes.map(({ kind }) => kind)).toEqual([mutation.kind]);
          expect(seen(changesOf(other, program))).toEqual(asSeenFromBehind(changes));
          told += 1;
        }),
        { numRuns: 25, maxSkipsPerRun: 60, endOnFailure: true },
      );
      expect(told).toBeGreaterThan(0);
    });
  }
});
