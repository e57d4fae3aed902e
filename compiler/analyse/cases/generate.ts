import type { Condition, Decision, Origin, Program } from "../../model/ir.ts";
import type { World } from "../../model/facts.ts";
import type { Day } from "../../model/value.ts";
import { visitCondition } from "../../model/walk.ts";
import { runCases, smallWorld, startRun } from "../../evaluate/index.ts";
import type { SecondSolver, SolverLimits } from "../formula.ts";
import { createProbe, withAdopted, type PairQuestion, type Probe } from "../probe.ts";
import { firstDay } from "../properties/first-day.ts";
import type { Judged } from "../witness/replay.ts";
import { UNCONFIRMED } from "../../model/unconfirmed.ts";
import { clausesOf } from "./atoms.ts";
import { boundaryGoals } from "./boundary-goals.ts";
import { caseOf } from "./case-of.ts";
import { decisiveGoals } from "./decisive-goals.ts";
import { differs, GOAL_KINDS, isDecided, replaced, showing, type Goal, type GoalKind } from "./goal.ts";
import { itemGoals } from "./item-goals.ts";
import { resultIn, ShownByCases } from "./shown.ts";

export interface GenerateOptions {
  readonly kinds?: readonly GoalKind[];
  /** Only what is written in the rule of this name. */
  readonly rule?: string | null;
  /** How long one question may take in the second solver. */
  readonly milliseconds?: number;
  readonly second: SecondSolver | null;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A 【用例】 that nobody has confirmed yet. */
export interface GeneratedCase {
  /** The rule whose result it expects: it is put behind its block. */
  readonly decision: Decision;
  readonly name: string;
  /** Without 【完】. */
  readonly text: string;
  readonly covers: readonly Goal[];
}

/** What no case can show, and why. */
export interface Uncovered {
  readonly goal: Goal;
  readonly verdict: "不可能出现" | "用例写不出" | "未能判定";
  /** One plain sentence. */
  readonly why: string;
}

export interface Generated {
  readonly cases: readonly GeneratedCase[];
  readonly uncovered: readonly Uncovered[];
  /** How much there was to cover, and how much of it the cases of the policy show already. */
  readonly goals: number;
  readonly shown: number;
}

/** The missing cases of a policy: each on a smallest, ordinary world, one world for as much as it shows. */
export const generateCases = async (program: Program, options: GenerateOptions): Promise<Generated> => {
  const { kinds = GOAL_KINDS, rule = null } = options;
  const at = firstDay(program);
  const limits: SolverLimits = { steps: 200_000, milliseconds: options.milliseconds ?? 5000 };
  const probe = createProbe(program, at, { limits, second: options.second, seed: 1 });
  const known = new ShownByCases(program);
  const all = goalsOf(program, kinds, at).filter((goal) => rule === null || ruleOf(goal) === rule);
  const missing = all.filter((goal) => goal.reached !== null || !known.has(goal));
  const made: Made[] = [];
  const uncovered: Uncovered[] = [];
  for (const [done, goal] of missing.entries()) {
    options.onProgress?.(done, missing.length);
    if (made.some((each) => isShownBy(goal, each))) continue;
    const found = await worldFor(probe, goal);
    if ("verdict" in found) uncovered.push({ goal, ...found });
    else made.push(found);
  }
  const kept = withoutNeedless(made, missing);
  const cases = kept.map(({ each, covers }) => written(program, each, covers));
  return { cases: named(program, cases), uncovered, goals: all.length, shown: all.length - missing.length };
};

/** Items first: what shows a clause at work often shows its limits, too. */
const goalsOf = (program: Program, kinds: readonly GoalKind[], at: Day): readonly Goal[] => [
  ...(kinds.includes("items") ? itemGoals(program, runCases(program).coverage) : []),
  ...(kinds.includes("boundaries") ? boundaryGoals(program, at) : []),
  ...(kinds.includes("mcdc") ? decisiveGoals(program) : []),
];

const ruleOf = ({ owner }: Goal): string => (owner.kind === "decision" ? owner.decision.name : owner.name);

/** A world that was found for a goal. */
interface Made {
  readonly program: Program;
  readonly decision: Decision;
  readonly at: Day;
  readonly world: World;
  readonly judged: Judged;
  readonly readings: ReadonlyMap<string, number>;
  readonly text: string;
}

type NotFound = Omit<Uncovered, "goal">;

const worldFor = async (probe: Probe, goal: Goal): Promise<Made | NotFound> => {
  let undecided: string | null = null;
  let isFound = false;
  for (const readings of readingsFor(probe.program, goal)) {
    const program = withAdopted(probe.program, readings);
    for (const question of questionsFor(program, goal)) {
      const answer = await probe.canDiffer(question);
      if (answer.kind === "undecided") undecided ??= answer.reason;
      if (answer.kind !== "found") continue;
      isFound = true;
      const made = {
        program,
        decision: question.left.decision!,
        at: probe.at,
        world: answer.world,
        judged: answer.record,
        readings,
      };
      const text = caseOf(made);
      if (text !== null) return { ...made, text };
    }
  }
  if (isFound)
    return { verdict: "用例写不出", why: "有这样的情形，但用例没有相应的写法，或者预期的结果写不出。" };
  if (undecided !== null) return { verdict: "未能判定", why: undecided };
  return { verdict: "不可能出现", why: whyNever(probe.program, goal) };
};

const whyNever = (program: Program, goal: Goal): string => {
  if (showing(program, goal.owner).length === 0) return "没有以它为依据、可以写预期结果的规则。";
  return goal.kind === "items"
    ? "已经证明：在任何情形下都不会这样。"
    : "已经证明：在任何情形下，结果都不会只因此而改变。";
};

/** As adopted; then, one by one, the readings that a clause waits for. */
const readingsFor = (program: Program, goal: Goal): readonly ReadonlyMap<string, number>[] => {
  const found = new Map<string, ReadonlyMap<string, number>>();
  const note = (condition: Condition): void =>
    visitCondition(condition, {
      condition: (each) => {
        if (each.kind !== "reading" || program.readings.get(each.reading)?.adopted === each.option) return;
        found.set(JSON.stringify([each.reading, each.option]), new Map([[each.reading, each.option]]));
      },
    });
  for (const { owner, conditions } of clausesOf(program)) {
    const isOwner =
      owner.kind === "exception"
        ? goal.owner.kind === "exception" && owner.id === goal.owner.id
        : goal.owner.kind === "decision" && owner.decision.id === goal.owner.decision.id;
    if (isOwner) for (const condition of conditions) note(condition);
  }
  return [new Map(), ...found.values()];
};

/** The questions that a world may answer, the one that shows most first. */
const questionsFor = (program: Program, goal: Goal): readonly PairQuestion[] => {
  const { asks, owner } = goal;
  if (asks.kind === "result") {
    if (owner.kind !== "decision") return [];
    return [
      {
        left: { program, decision: owner.decision },
        right: { program, decision: null },
        wanted: (left) => asks.is(left),
        asks: JSON.stringify(["用例", goal.title]),
        smallest: true,
      },
    ];
  }
  const variant = replaced(program, owner, asks.clause, asks.by);
  const decisions = showing(program, owner);
  const turning = decisions.flatMap((decision) =>
    [differsPlainly, differs].map((wanted, index): PairQuestion => ({
      left: { program, decision },
      right: { program: variant, decision: variant.decisions.find(({ id }) => id === decision.id)! },
      wanted,
      asks: JSON.stringify(["用例", index]),
      smallest: true,
    })),
  );
  return goal.kind === "items" ? [...turning, ...holding(program, goal, decisions)] : turning;
};

/** The same without a 冲突 on either side, and with the rule at work on one of them. */
const differsPlainly: PairQuestion["wanted"] = (left, right) =>
  differs(left, right) &&
  left.status !== "冲突" &&
  right.status !== "冲突" &&
  [left, right].some(({ status }) => status !== "不适用" && status !== "未认定");

/** Where the result never hangs on an item alone, a world in which it holds. */
const holding = (program: Program, goal: Goal, decisions: readonly Decision[]): readonly PairQuestion[] => {
  const { owner, asks } = goal;
  const object = owner.kind === "decision" ? owner.decision.object : owner.object;
  if (asks.kind !== "replaced") return [];
  return decisions
    .filter((decision) => decision.object === object)
    .map((decision): PairQuestion => ({
      left: { program, decision },
      right: { program, decision: null },
      wanted: (left) => isDecided(left),
      focus: [{ side: "left", condition: asks.clause, levels: [1] }],
      asks: JSON.stringify(["用例真", asks.clause.origin.span, asks.clause.origin.words]),
      smallest: true,
    }));
};

const isShownBy = (goal: Goal, { program, decision, at, world, judged }: Made): boolean => {
  const run = startRun(program, smallWorld(world), at);
  const record = run.facts.record(judged.object, judged.id)!;
  const result = resultIn(run, decision.id, record);
  const { asks } = goal;
  if (asks.kind === "result")
    return goal.owner.kind === "decision" && goal.owner.decision.id === decision.id && asks.is(result);
  if (!showing(program, goal.owner).some(({ id }) => id === decision.id)) return false;
  const variant = replaced(program, goal.owner, asks.clause, asks.by);
  const other = startRun(variant, smallWorld(world), at);
  return differs(result, resultIn(other, decision.id, record));
};

/** The fewest cases that show everything: again and again the one that shows most of what is left. */
const withoutNeedless = (
  made: readonly Made[],
  goals: readonly Goal[],
): readonly { readonly each: Made; readonly covers: readonly Goal[] }[] => {
  const shows = made.map((each) => ({ each, covers: goals.filter((goal) => isShownBy(goal, each)) }));
  const open = new Set(shows.flatMap(({ covers }) => covers));
  const kept: { readonly each: Made; readonly covers: readonly Goal[] }[] = [];
  while (open.size > 0) {
    const fresh = shows.map(({ each, covers }) => ({
      each,
      covers: covers.filter((goal) => open.has(goal)),
    }));
    const best = fresh.reduce((first, next) => (next.covers.length > first.covers.length ? next : first));
    for (const goal of best.covers) open.delete(goal);
    kept.push(best);
  }
  return kept;
};

const written = (program: Program, made: Made, covers: readonly Goal[]): GeneratedCase => {
  const decision = program.decisions.find(({ id }) => id === made.decision.id)!;
  const [first] = covers;
  const more = covers.length === 1 ? "" : `等${covers.length}项`;
  return { decision, name: `${decision.name}：${first!.title}${more}`, text: made.text, covers };
};

/** In the order of the text; no name twice, nor one that the policy has already. */
const named = (program: Program, cases: readonly GeneratedCase[]): readonly GeneratedCase[] => {
  const taken = new Set(program.cases.map(({ name }) => name));
  const place = ({ decision: { origin } }: GeneratedCase): Origin => origin;
  return cases
    .toSorted((one, other) => place(one).span.start - place(other).span.start)
    .map((each) => {
      const wanted = `${UNCONFIRMED}${each.name}`;
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted}（${count}）`;
      taken.add(name);
      return { ...each, name, text: `【用例】${name}\n${each.text}` };
    });
};
