import { describe, expect, test } from "vitest";
import { compare, multiply, rational, type Rational } from "../../../language/index.ts";
import type { Answer, Formula, Model, Question } from "../../../compiler/analyse/formula.ts";
import { solve } from "../../../compiler/analyse/solve/index.ts";
import { holds } from "../../../compiler/analyse/solve/holds.ts";
import {
  and,
  chanceFrom,
  choiceOf,
  modelProblem,
  not,
  or,
  question,
  questionBy,
  range,
  sum,
  yes,
} from "./solve-questions.ts";

const LIMITS = { steps: 50_000, milliseconds: 5_000 };

/** A model as text, whole: `a=1 x=1/2`; the kind of the answer where there is none. */
const shown = (answer: Answer): string => {
  if (answer.kind !== "satisfiable") return answer.kind;
  const numbers = [...answer.model.numbers].map(
    ([name, { numerator, denominator }]) =>
      `${name}=${denominator === 1n ? numerator : `${numerator}/${denominator}`}`,
  );
  return [...[...answer.model.choices].map(([name, option]) => `${name}=${option}`), ...numbers].join(" ");
};

/** Every way to give the variables values; only where all numbers are on bounded grids. */
const everyModel = function* ({ variables }: Question): Iterable<Model> {
  let models: Model[] = [{ choices: new Map(), numbers: new Map() }];
  for (const [name, count] of variables.choices)
    models = models.flatMap((model) =>
      Array.from({ length: count }, (_, option) => ({
        ...model,
        choices: new Map([...model.choices, [name, option]]),
      })),
    );
  for (const [name, { step, lower, upper }] of variables.numbers) {
    const values = Array.from({ length: 41 }, (_, count) => multiply(step!, rational(count - 20))).filter(
      (value: Rational) => compare(value, lower!) >= 0 && compare(value, upper!) <= 0,
    );
    models = models.flatMap((model) =>
      values.map((value) => ({ ...model, numbers: new Map([...model.numbers, [name, value]]) })),
    );
  }
  yield* models;
};

/** Whether the answer is what trying everything says; what is wrong, or `null`. */
const wrongAbout = (asked: Question, answer: Answer): string | null => {
  if (answer.kind === "undecided") return answer.reason;
  if (answer.kind === "satisfiable") return modelProblem(asked, answer.model);
  for (const model of everyModel(asked)) if (holds(asked.formula, model)) return "there is a model";
  return null;
};

describe("questions by chance", () => {
  test("have the answer that trying everything gives", () => {
    const chance = chanceFrom(20_261_122);
    const wrong: string[] = [];
    const seen = { satisfiable: 0, unsatisfiable: 0, undecided: 0 };
    for (let round = 0; round < 3000; round++) {
      const numbers = chance.between(0, 3);
      const shape = { choices: chance.between(numbers === 0 ? 1 : 0, 4), numbers, wide: 4, open: false };
      const asked = questionBy(chance, { ...shape, depth: chance.between(0, 4) });
      const answer = solve(asked, LIMITS);
      seen[answer.kind]++;
      const problem = wrongAbout(asked, answer);
      if (problem !== null) wrong.push(`${round}: ${problem}`);
    }
    expect(wrong).toEqual([]);
    expect(seen.unsatisfiable).toBeGreaterThan(600);
    expect(seen.satisfiable).toBeGreaterThan(600);
  });

  test("that are dense with sums on grids have the answer that trying everything gives", () => {
    const chance = chanceFrom(5);
    const wrong: string[] = [];
    const seen = { satisfiable: 0, unsatisfiable: 0, undecided: 0 };
    for (let round = 0; round < 400; round++) {
      const asked = denseSums(chance.between(0, 1e9));
      const answer = solve(asked, LIMITS);
      seen[answer.kind]++;
      const problem = wrongAbout(asked, answer);
      if (problem !== null) wrong.push(`${round}: ${problem}`);
    }
    expect(wrong).toEqual([]);
    expect(seen.unsatisfiable).toBeGreaterThan(100);
    expect(seen.satisfiable).toBeGreaterThan(100);
  });

  test("have the same answer every time", () => {
    const answers = (): string[] => {
      const chance = chanceFrom(11);
      return Array.from({ length: 50 }, () =>
        shown(solve(questionBy(chance, { choices: 8, numbers: 5, depth: 4, wide: 4, open: true }), LIMITS)),
      );
    };
    expect(answers()).toEqual(answers());
  });
});

/** Clauses of sums of three numbers, about as many as make a question hard. */
const denseSums = (seed: number): Question => {
  const chance = chanceFrom(seed);
  const names = ["x", "y", "z"];
  const part = (): Formula => {
    const terms = names.map((name) => [name, chance.pick([0, 1, 1, -1, 2, -3])] as const);
    const relation = sum(terms, chance.pick(["<", "<=", "<=", "="]), chance.between(-6, 6));
    return chance.below(2) === 0 ? relation : not(relation);
  };
  const clauses = Array.from({ length: chance.between(6, 14) }, () => or(part(), part()));
  const grid = (): ReturnType<typeof range> =>
    range(-2, 2, chance.pick([1, 1, rational(1, 2), rational(2, 3)]));
  return question(and(...clauses), {}, { x: grid(), y: grid(), z: grid() });
};

describe("a model", () => {
  const model = (formula: Formula, numbers: Parameters<typeof question>[2] = {}): string =>
    shown(solve(question(formula, { a: 2, b: 2, c: 2, kind: 6 }, numbers), LIMITS));

  test("has first options and numbers near zero where nothing is asked", () => {
    expect(
      model({ kind: "constant", value: true }, { x: range(null, null), y: range(3, 9), z: range(null, -5) }),
    ).toBe("a=0 b=0 c=0 kind=0 x=0 y=3 z=-5");
  });

  test("takes few options that are not the first", () => {
    expect(model(or(and(yes("a"), yes("b")), and(choiceOf("kind", 3, 4), yes("b")), yes("c")))).toBe(
      "a=0 b=0 c=1 kind=0",
    );
    expect(model(choiceOf("kind", 4, 3))).toBe("a=0 b=0 c=0 kind=3");
  });

  test("takes whole numbers, then short decimals", () => {
    const above = (limit: number | Rational, operator: "<" | "<="): Formula =>
      sum([["x", -1]], operator, multiply(rational(-1), typeof limit === "number" ? rational(limit) : limit));
    const below = (limit: number | Rational): Formula => sum([["x", 1]], "<", limit);
    const anywhere = { x: range(0, null) };
    const cents = { x: range(0, null, rational(1, 100)) };
    expect(model(above(2, "<"), anywhere)).toContain("x=3");
    expect(model(above(rational(7, 3), "<="), cents)).toContain("x=3");
    expect(model(and(above(0, "<"), below(1)), anywhere)).toContain("x=1/10");
    expect(model(and(above(rational(1, 20), "<="), below(rational(2, 25))), cents)).toContain("x=1/20");
    expect(model(and(above(rational(1, 3), "<="), not(above(rational(1, 3), "<"))), anywhere)).toContain(
      "x=1/3",
    );
  });

  test("keeps strict bounds tight on a grid", () => {
    const between = and(sum([["x", -1]], "<", -2), sum([["x", 1]], "<", 3));
    expect(model(between, { x: range(0, 9, 1) })).toBe("unsatisfiable");
    expect(model(between, { x: range(0, 9, rational(1, 2)) })).toContain("x=5/2");
    expect(model(sum([["x", 2]], "=", 3), { x: range(0, 9, 1) })).toBe("unsatisfiable");
    expect(model(sum([["x", 1]], "=", 0), { x: range(1, 5, 3) })).toBe("unsatisfiable");
  });

  test("gives exact numbers to sums", () => {
    const asked = and(
      sum(
        [
          ["x", 3],
          ["y", 1],
        ],
        "=",
        10,
      ),
      sum(
        [
          ["x", 1],
          ["y", -2],
        ],
        "=",
        rational(1, 2),
      ),
    );
    expect(model(asked, { x: range(null, null), y: range(null, null) })).toContain("x=41/14 y=17/14");
    expect(
      model(asked, { x: range(null, null, rational(1, 14)), y: range(null, null, rational(1, 7)) }),
    ).toBe("unsatisfiable");
  });
});

describe("no answer is possible", () => {
  const kindOf = (asked: Question): string => solve(asked, LIMITS).kind;

  test("where a variable has no value", () => {
    const always: Formula = { kind: "constant", value: true };
    expect(kindOf(question(always, { a: 0 }))).toBe("unsatisfiable");
    expect(kindOf(question(always, {}, { x: range(2, 1) }))).toBe("unsatisfiable");
    expect(kindOf(question(always, {}, { x: range(rational(1, 3), rational(2, 3), 1) }))).toBe(
      "unsatisfiable",
    );
    expect(kindOf(question(choiceOf("a", 2, 7), { a: 2 }))).toBe("unsatisfiable");
  });

  test("for x + y ≤ 10 with x ≥ 6 and y ≥ 5", () => {
    const least = (name: string, limit: number): Formula => sum([[name, -1]], "<=", -limit);
    const asked = (limit: number): Question =>
      question(
        and(
          sum(
            [
              ["x", 1],
              ["y", 1],
            ],
            "<=",
            10,
          ),
          least("x", 6),
          least("y", limit),
        ),
        {},
        { x: range(null, null), y: range(null, null) },
      );
    expect(kindOf(asked(5))).toBe("unsatisfiable");
    expect(shown(solve(asked(4), LIMITS))).toBe("x=6 y=4");
  });

  test("for a ring of numbers each less than the next", () => {
    const size = 40;
    const next = (index: number): Formula =>
      sum(
        [
          [`x${index}`, 1],
          [`x${(index + 1) % size}`, -1],
        ],
        "<",
        0,
      );
    const ranges = Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`x${index}`, range(0, 100, index % 2 === 0 ? 1 : null)]),
    );
    const ring = Array.from({ length: size }, (_, index) => next(index));
    expect(kindOf(question(and(...ring), {}, ranges))).toBe("unsatisfiable");
    expect(kindOf(question(and(...ring.slice(1)), {}, ranges))).toBe("satisfiable");
  });

  test("for thresholds that follow from each other", () => {
    const names = Array.from({ length: 60 }, (_, index) => `x${index}`);
    const over = (index: number): Formula => sum([[names[index]!, -1]], "<", -index);
    const steps = names.slice(1).map((_, index) => or(not(over(index)), over(index + 1)));
    const ranges = Object.fromEntries(names.map((name) => [name, range(0, null, rational(1, 100))]));
    expect(kindOf(question(and(over(0), ...steps, not(over(59))), {}, ranges))).toBe("unsatisfiable");
    expect(kindOf(question(and(over(0), ...steps, not(over(0))), {}, ranges))).toBe("unsatisfiable");
    expect(kindOf(question(and(...steps, over(59)), {}, ranges))).toBe("satisfiable");
  });

  test("for more pigeons than holes", () => {
    expect(kindOf(pigeons(5, 4))).toBe("unsatisfiable");
    expect(kindOf(pigeons(7, 6))).toBe("unsatisfiable");
    expect(kindOf(pigeons(6, 6))).toBe("satisfiable");
  });
});

/** Pigeons that each sit in a hole, alone. */
const pigeons = (count: number, holes: number): Question => {
  const alone = Array.from({ length: holes }, (_, hole) =>
    Array.from({ length: count }, (_, one) =>
      Array.from({ length: one }, (_, other) =>
        not(and(choiceOf(`p${one}`, hole), choiceOf(`p${other}`, hole))),
      ),
    ),
  ).flat(2);
  return question(
    and(...alone),
    Object.fromEntries(Array.from({ length: count }, (_, one) => [`p${one}`, holes])),
  );
};

describe("limits", () => {
  test("a formula nested without end in sight is judged", () => {
    let negated: Formula = yes("a");
    for (let depth = 0; depth < 10_001; depth++) negated = not(negated);
    expect(shown(solve(question(negated, { a: 2 }), LIMITS))).toBe("a=0");
    let mixed: Formula = yes("a");
    for (let depth = 0; depth < 10_000; depth++)
      mixed = depth % 2 === 0 ? or(yes("b"), mixed) : and(yes("c"), mixed);
    const deep = question(and(mixed, not(yes("b"))), { a: 2, b: 2, c: 2 });
    expect(shown(solve(deep, LIMITS))).toBe("a=1 b=0 c=1");
    expect(
      holds(deep.formula, {
        choices: new Map([
          ["a", 0],
          ["b", 0],
          ["c", 1],
        ]),
        numbers: new Map(),
      }),
    ).toBe(false);
  });

  test("a formula that shares its parts costs what the parts cost", () => {
    let shared: Formula = yes("a");
    for (let depth = 0; depth < 200; depth++)
      shared = or(and(shared, yes(`b${depth}`)), and(not(shared), yes("c")));
    const choices = Object.fromEntries(Array.from({ length: 200 }, (_, depth) => [`b${depth}`, 2]));
    const asked = question(shared, { a: 2, c: 2, ...choices });
    const answer = solve(asked, LIMITS);
    expect(answer.kind).toBe("satisfiable");
    expect(answer.kind === "satisfiable" && modelProblem(asked, answer.model)).toBeNull();
  });

  test("what takes too many steps is undecided, with what was tried", () => {
    expect(solve(pigeons(9, 8), { steps: 300, milliseconds: 0 })).toEqual({
      kind: "undecided",
      reason: expect.stringMatching(/^已试 3\d\d 步（上限 300 步），仍未得出有解或者无解的结论。$/),
    });
  });

  test("parity is judged without bounds", () => {
    const whole = range(null, null, 1);
    const parity = (odd: number): Question =>
      question(
        and(
          sum(
            [
              ["x", 1],
              ["y", 1],
              ["a", -2],
            ],
            "=",
            0,
          ),
          sum(
            [
              ["x", 1],
              ["y", -1],
              ["b", -2],
            ],
            "=",
            odd,
          ),
        ),
        {},
        { x: whole, y: whole, a: whole, b: whole },
      );
    expect(solve(parity(1), LIMITS).kind).toBe("unsatisfiable");
    expect(solve(parity(4), LIMITS).kind).toBe("satisfiable");
    const between = and(
      sum(
        [
          ["x", 3],
          ["y", -3],
          ["z", 1],
        ],
        "<=",
        2,
      ),
      sum(
        [
          ["x", -3],
          ["y", 3],
          ["z", -1],
        ],
        "<=",
        -1,
      ),
      sum([["z", 1]], "=", 0),
    );
    expect(solve(question(between, {}, { x: whole, y: whole, z: whole }), LIMITS).kind).toBe("unsatisfiable");
  });

  test("names that the question does not have are refused", () => {
    expect(() => solve(question(yes("nobody"), {}), LIMITS)).toThrow("nobody");
    expect(() => solve(question(sum([["nothing", 1]], "<", 1), {}), LIMITS)).toThrow("nothing");
  });
});
