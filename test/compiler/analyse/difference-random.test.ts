import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wantedFormula } from "../../../compiler/analyse/difference/ask.ts";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import { prepare } from "../../../compiler/analyse/difference/prepare.ts";
import { realise } from "../../../compiler/analyse/difference/realise.ts";
import type { SecondSolver } from "../../../compiler/analyse/formula.ts";
import type { DifferenceQuery, SideResult } from "../../../compiler/analyse/difference-query.ts";
import { solve } from "../../../compiler/analyse/solve/index.ts";
import { replay, replayWanted } from "../../../compiler/analyse/witness/index.ts";
import type { Condition, Decision, Parameter, Program } from "../../../compiler/model/ir.ts";
import type { Status } from "../../../compiler/model/outcome.ts";
import { createSecondSolver } from "../../../compiler/analyse/solve/z3.ts";
import { arbitraryCandidates } from "../../generators/candidates.ts";
import { around } from "../../generators/around.ts";
import { arbitraryCondition } from "../../generators/condition.ts";
import { arbitraryParameters } from "../../generators/parameters.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { DISTRICT, schema, SHOP } from "../../generators/schema.ts";
import { IDS } from "../../generators/value.ts";
import { arbitraryWorld } from "../../generators/world.ts";
import {
  every,
  literal,
  measure,
  negated,
  number,
  origin,
  program,
  reading,
  self,
  some,
  variable,
} from "../../support/program-builder.ts";
import { supplyOnlyOpen } from "./difference-induce.ts";

const OPTIONS = { limits: { steps: 20_000, milliseconds: 1000 }, second: null, seed: 1 } as const;

const AT = 20_100;

const RUNS = Number(process.env["RUNS"] ?? 40);

const STATUSES: Readonly<Partial<Record<Decision["kind"], readonly Status[]>>> = {
  measure: ["成立", "不成立", "未知", "需裁量", "不适用"],
  requirement: ["符合", "不符合", "未知", "需裁量", "不适用"],
  classification: ["已认定", "未认定", "未知", "需裁量", "冲突", "不适用"],
  definition: ["成立", "不成立", "未知", "需裁量"],
};

const NAMES = [
  "重点机构",
  "重点县区",
  "管理类别",
  "县区类别",
  "措施规则1",
  "条件规则",
  "县区规则",
  "城市规则",
];

const query = (
  left: Program,
  right: Program,
  name: string,
  wanted: (one: SideResult, other: SideResult) => boolean,
): DifferenceQuery => {
  const side = (of: Program) => ({ program: of, decision: of.decisions.find(({ id }) => id === name)! });
  return { left: side(left), right: side(right), at: AT, wanted, focus: [], keepParameters: false };
};

const arbitraryQuery: fc.Arbitrary<DifferenceQuery> = fc
  .record({
    left: arbitraryProgram(),
    right: arbitraryProgram(),
    name: fc.constantFrom(...NAMES),
    first: fc.nat(5),
    second: fc.nat(5),
  })
  .map(({ left, right, name, first, second }) => {
    const statuses = STATUSES[left.decisions.find(({ id }) => id === name)!.kind]!;
    const wanted = (one: SideResult, other: SideResult): boolean =>
      one.status === statuses[first % statuses.length] && other.status === statuses[second % statuses.length];
    return query(left, right, name, wanted);
  });

/** One rule of a condition, with readings and parameters around. */
const arbitraryRules = fc.record({
  first: arbitraryCondition(around(SHOP), 2),
  second: arbitraryCondition(around(SHOP), 1),
  parameters: arbitraryParameters(IDS[DISTRICT]!),
});

const pairOf = (
  first: Condition,
  second: Condition,
  parameters: readonly Parameter[],
): readonly [Program, Program] => {
  const ruleOf = (condition: Condition): Program =>
    program({
      objects: schema,
      parameters,
      decisions: [measure("规则", SHOP, condition)],
      readings: [reading("等情况", 1), reading("其他", 2)],
    });
  return [ruleOf(first), ruleOf(second)];
};

/** Nothing that is proved impossible comes about in a world. */
const survives = (asked: DifferenceQuery, worlds: number): void => {
  const object = asked.left.decision!.object;
  for (const generated of fc.sample(arbitraryWorld(2), { seed: worlds, numRuns: worlds })) {
    const world = supplyOnlyOpen(generated, [asked.left.program, asked.right.program]);
    for (const { id } of world.records.filter((record) => record.object === object))
      expect(replayWanted(asked, world, { object, id })).toBeNull();
  }
};

/** A model of nothing but parts that are taken apart is a world, as the interpreter sees it. */
const everyModelIsAWorld = (asked: DifferenceQuery): boolean => {
  for (const prepared of prepare(asked, true)) {
    const formula = wantedFormula(asked, prepared);
    if (formula === null) continue;
    const { stage, judged } = prepared;
    const answer = solve({ variables: stage, formula }, OPTIONS.limits);
    const kinds = new Set(Array.from(stage.meanings.values(), ({ kind }) => kind));
    const isExact = !(["opaque condition", "opaque term", "period", "straight"] as const).some((kind) =>
      kinds.has(kind),
    );
    if (answer.kind !== "satisfiable" || !isExact) continue;
    const record = { object: judged.object, id: judged.id };
    expect(replayWanted(asked, realise(stage, answer.model), record)).not.toBeNull();
    return true;
  }
  return false;
};

test("random pairs: a proof is never contradicted, and what is found is so", async () => {
  const answers = { found: 0, none: 0, undecided: 0 };
  let exact = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryQuery, async (asked) => {
      const answer = await findDifference(asked, OPTIONS);
      answers[answer.kind] += 1;
      if (everyModelIsAWorld(asked)) exact += 1;
      if (answer.kind === "none") survives(asked, 60);
      if (answer.kind !== "found") return;
      const again = replay(asked, answer.world, answer.record)!;
      expect([again.left, again.right]).toEqual([answer.left, answer.right]);
      expect(asked.wanted(again.left, again.right)).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(answers.none, answers.found, exact)).toBeGreaterThan(0);
});

test("one more condition never makes a rule reach more, and mostly that is proved", async () => {
  const answers = { found: 0, none: 0, undecided: 0 };
  let narrower = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryRules, async ({ first, second, parameters }) => {
      const [wide, narrow] = pairOf(first, every(second, first), parameters);
      const more = query(
        wide,
        narrow,
        "规则",
        (one, other) => one.status !== "成立" && other.status === "成立",
      );
      const answer = await findDifference(more, OPTIONS);
      answers[answer.kind] += 1;
      expect(answer.kind).not.toBe("found");
      const fewer = query(
        wide,
        narrow,
        "规则",
        (one, other) => one.status === "成立" && other.status !== "成立",
      );
      const found = await findDifference(fewer, OPTIONS);
      if (found.kind === "none") survives(fewer, 60);
      if (found.kind === "found") narrower += 1;
      everyModelIsAWorld(fewer);
    }),
    { numRuns: RUNS },
  );
  expect(answers.undecided).toBeLessThan(RUNS / 5);
  expect(narrower).toBeGreaterThan(RUNS / 4);
});

/** The same said another way round; levels of 不定 stay, too. */
const saidOtherwise = (condition: Condition): Condition => {
  if (condition.kind === "all")
    return negated(some(...condition.operands.map((each) => negated(saidOtherwise(each)))));
  if (condition.kind === "any")
    return negated(every(...condition.operands.map((each) => negated(saidOtherwise(each)))));
  return condition.kind === "compare"
    ? negated({ ...condition, operator: OPPOSITE[condition.operator] })
    : negated(negated(condition));
};

const OPPOSITE = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=" } as const;

test("the same said otherwise is never told apart, and mostly that is proved", async () => {
  const answers = { found: 0, none: 0, undecided: 0 };
  await fc.assert(
    fc.asyncProperty(arbitraryRules, async ({ first, parameters }) => {
      const [left, right] = pairOf(first, saidOtherwise(first), parameters);
      const answer = await findDifference(
        query(left, right, "规则", (one, other) => one.status !== other.status),
        OPTIONS,
      );
      answers[answer.kind] += 1;
      expect(answer.kind).not.toBe("found");
    }),
    { numRuns: RUNS },
  );
  expect(answers.none).toBeGreaterThan(RUNS / 2);
});

const arbitraryQuantifier = fc
  .record({
    quantifier: fc.constantFrom<Exists["quantifier"]>("atLeast", "atMost", "exactly"),
    count: fc.integer({ min: 0, max: 3 }),
    other: fc.constantFrom<Exists["quantifier"]>("atLeast", "atMost", "exactly"),
    otherCount: fc.integer({ min: 0, max: 3 }),
    candidates: arbitraryCandidates(around(SHOP), 1),
    narrower: arbitraryCondition({ ...around(SHOP), variables: [self(SHOP), variable(SHOP, 1)] }, 0),
    isNarrower: fc.boolean(),
    parameters: arbitraryParameters(IDS[DISTRICT]!),
    statuses: fc.tuple(fc.constantFrom(...STATUSES.measure!), fc.constantFrom(...STATUSES.measure!)),
  })
  .filter(({ candidates, isNarrower }) => !isNarrower || candidates.object === SHOP);

type Exists = Extract<Condition, { kind: "exists" }>;

test("so few records as are gone through show what more of them could", async () => {
  const answers = { found: 0, none: 0, undecided: 0 };
  await fc.assert(
    fc.asyncProperty(arbitraryQuantifier, async (each) => {
      const exists = (
        quantifier: Exists["quantifier"],
        count: number,
        candidates: Exists["candidates"],
      ): Condition => ({
        kind: "exists",
        quantifier,
        count: literal(number(count)),
        candidates,
        origin: origin("有若干家"),
      });
      const { candidates } = each;
      const where = each.isNarrower ? every(candidates.where, each.narrower) : candidates.where;
      const [left, right] = pairOf(
        exists(each.quantifier, each.count, candidates),
        exists(each.other, each.otherCount, { ...candidates, where }),
        each.parameters,
      );
      const [first, second] = each.statuses;
      const asked = query(
        left,
        right,
        "规则",
        (one, other) => one.status === first && other.status === second,
      );
      const answer = await findDifference(asked, OPTIONS);
      answers[answer.kind] += 1;
      if (answer.kind === "none") survives(asked, 120);
      everyModelIsAWorld(asked);
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(answers.none, answers.found)).toBeGreaterThan(0);
});

test("the second solver comes to the same", async () => {
  const second = createSecondSolver();
  let asked = 0;
  const counting: SecondSolver = {
    solve: (...question) => {
      asked += 1;
      return second.solve(...question);
    },
  };
  await fc.assert(
    fc.asyncProperty(arbitraryRules, async ({ first, second: more, parameters }) => {
      const [left, right] = pairOf(first, some(more, first), parameters);
      const pair = query(
        left,
        right,
        "规则",
        (one, other) => one.status !== "成立" && other.status === "成立",
      );
      const own = await findDifference(pair, OPTIONS);
      const limits = { steps: 0, milliseconds: 10_000 };
      const other = await findDifference(pair, { ...OPTIONS, limits, second: counting });
      expect([own.kind, "undecided"]).toContain(own.kind === "undecided" ? own.kind : other.kind);
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
  await second.end();
  expect(asked).toBeGreaterThan(0);
});
