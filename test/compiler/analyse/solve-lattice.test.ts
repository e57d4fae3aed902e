import { describe, expect, test } from "vitest";
import { Lattice } from "../../../compiler/analyse/solve/lattice.ts";
import { solve } from "../../../compiler/analyse/solve/index.ts";
import type { Formula, Question } from "../../../compiler/analyse/formula.ts";
import { and, chanceFrom, not, or, question, range, sum, yes, type Chance } from "./solve-questions.ts";

const LIMITS = { steps: 50_000, milliseconds: 0 };

const sumBy = (chance: Chance): bigint[] => Array.from({ length: 3 }, () => BigInt(chance.between(-4, 4)));

const valueAt = (coefficients: readonly bigint[], point: readonly bigint[]): bigint =>
  coefficients.reduce((total, factor, place) => total + factor * point[place]!, 0n);

const box = Array.from({ length: 13 ** 3 }, (_, index) =>
  [index % 13, Math.floor(index / 13) % 13, Math.floor(index / 169)].map((at) => BigInt(at - 6)),
);

describe("the whole points of equations", () => {
  test("are just those that trying every point of a box finds", () => {
    const chance = chanceFrom(3);
    const wrong: string[] = [];
    let impossible = 0;
    for (let round = 0; round < 400; round++) {
      const lattice = new Lattice(3);
      const equations = Array.from({ length: chance.between(1, 3) }, () => ({
        coefficients: sumBy(chance),
        value: BigInt(chance.between(-5, 5)),
      }));
      const meets = equations.every(({ coefficients, value }) => lattice.add(coefficients, value));
      const found = box.filter((point) =>
        equations.every(({ coefficients, value }) => valueAt(coefficients, point) === value),
      );
      if (!meets) {
        impossible++;
        if (found.length > 0) wrong.push(`${round}: called impossible`);
        continue;
      }
      lattice.shorten();
      for (const point of found.slice(0, 20)) {
        const free = lattice.free.map((coefficients) => valueAt(coefficients, point));
        if (lattice.point(free).join() !== point.join()) wrong.push(`${round}: lost ${point.join()}`);
      }
      const made = lattice.point(lattice.free.map(() => BigInt(chance.between(-9, 9))));
      if (equations.some(({ coefficients, value }) => valueAt(coefficients, made) !== value))
        wrong.push(`${round}: made ${made.join()}`);
      const asked = sumBy(chance);
      const { constant, step } = lattice.values(asked);
      const rest = valueAt(asked, made) - constant;
      if (step === 0n ? rest !== 0n : rest % step !== 0n) wrong.push(`${round}: values`);
    }
    expect(wrong).toEqual([]);
    expect(impossible).toBeGreaterThan(40);
    expect(impossible).toBeLessThan(360);
  });

  test("reach every value that is told of a sum", () => {
    const lattice = new Lattice(2);
    expect(lattice.add([3n, 5n], 4n)).toBe(true);
    expect(lattice.add([6n, 10n], 9n)).toBe(false);
    const { constant, step } = lattice.values([1n, 0n]);
    expect(step).toBe(5n);
    expect(((constant % 5n) + 5n) % 5n).toBe(3n);
  });
});

describe("what is learned from them", () => {
  const whole = range(-50, 50, 1);
  const atMost = sum(
    [
      ["x", 2],
      ["y", 2],
      ["z", 1],
    ],
    "<=",
    1,
  );
  const atLeast = sum(
    [
      ["x", -2],
      ["y", -2],
      ["z", -1],
    ],
    "<=",
    -1,
  );
  const zero = sum([["z", 1]], "=", 0);
  const asked = (...parts: Formula[]): Question =>
    question(and(zero, ...parts), { a: 2, b: 2 }, { x: whole, y: whole, z: whole });

  test("rests on all that it needs", () => {
    expect(solve(asked(atMost, atLeast), LIMITS).kind).toBe("unsatisfiable");
    const parts = [or(atMost, yes("a")), or(atLeast, yes("b"))];
    for (const [free, fixed] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      const answer = solve(asked(...parts, not(yes(fixed))), LIMITS);
      expect(answer.kind === "satisfiable" && answer.model.choices.get(free)).toBe(1);
    }
    const either = or(and(atMost, atLeast), yes("a"));
    expect(solve(asked(either, not(yes("a"))), LIMITS).kind).toBe("unsatisfiable");
  });

  test("leaves the values that bounds just reach", () => {
    const even = sum(
      [
        ["x", 2],
        ["y", 2],
        ["z", 1],
      ],
      "<=",
      2,
    );
    const odd = sum(
      [
        ["x", -2],
        ["y", -2],
        ["z", -1],
      ],
      "<=",
      -1,
    );
    const half = sum(
      [
        ["x", 2],
        ["y", -4],
      ],
      "=",
      2,
    );
    expect(solve(asked(even, odd), LIMITS).kind).toBe("satisfiable");
    expect(solve(asked(even, odd, half), LIMITS).kind).toBe("satisfiable");
  });
});
