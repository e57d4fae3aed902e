import type { Decision, Origin, Program } from "../../model/ir.ts";
import { UNCONFIRMED } from "../../model/unconfirmed.ts";
import type { Day } from "../../model/value.ts";
import { runCases, smallWorld, startRun, type Coverage } from "../../evaluate/index.ts";
import type { SecondSolver, SolverLimits } from "../formula.ts";
import { createProbe } from "../probe.ts";
import { inTimeOfRun, startTimeOfRun } from "../time-of-run.ts";
import { firstDay } from "../properties/first-day.ts";
import { boundaryGoals } from "./boundary-goals.ts";
import { decisiveGoals } from "./decisive-goals.ts";
import { canBeExpected, differs, GOAL_KINDS, replaced, showing, type Goal, type GoalKind } from "./goal.ts";
import { itemGoals } from "./item-goals.ts";
import { withOrdinaryParameters } from "./ordinary-parameters.ts";
import { resultIn, ShownByCases } from "./shown.ts";
import { titleOf } from "./title.ts";
import { worldFor, type Made, type NotFound } from "./world-for.ts";

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
export interface Uncovered extends NotFound {
  readonly goal: Goal;
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
  const asked = createProbe(program, at, { limits, second: options.second, seed: 1 });
  const probe = inTimeOfRun(asked, limits.milliseconds, startTimeOfRun());
  const known = new ShownByCases(program);
  const all = goalsOf(program, kinds, at).filter((goal) => rule === null || ruleOf(goal) === rule);
  const missing = lastOnes(all.filter((goal) => goal.reached !== null || !known.has(goal)));
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
  const order = new Map(all.map((goal, index) => [goal, index]));
  const cases = kept
    .toSorted((one, other) => order.get(one.covers[0]!)! - order.get(other.covers[0]!)!)
    .map(({ each, covers }) => written(program, each, covers));
  return { cases: named(program, cases), uncovered, goals: all.length, shown: all.length - missing.length };
};

/** What shows itself in other rules only comes last: often it is shown by then. */
const lastOnes = (goals: readonly Goal[]): readonly Goal[] => {
  const isLast = ({ asks, owner }: Goal): boolean =>
    asks.kind === "result" && owner.kind === "decision" && !canBeExpected(owner.decision);
  return [...goals.filter((goal) => !isLast(goal)), ...goals.filter(isLast)];
};

/** Items first: what shows a clause at work often shows its limits, too. */
const goalsOf = (program: Program, kinds: readonly GoalKind[], at: Day): readonly Goal[] => [
  ...(kinds.includes("items") ? itemGoals(program, reachedIn(program)) : []),
  ...(kinds.includes("boundaries") ? boundaryGoals(program, withOrdinaryParameters(program, at), at) : []),
  ...(kinds.includes("mcdc") ? decisiveGoals(program) : []),
];

/** What is reached with the cases that nobody has confirmed: they are there already. */
const reachedIn = (program: Program): Coverage => {
  const cases = program.cases.map((each) => ({ ...each, name: each.name.replace(UNCONFIRMED, "") }));
  return runCases({ ...program, cases }).coverage;
};

const ruleOf = ({ owner }: Goal): string => (owner.kind === "decision" ? owner.decision.name : owner.name);

const isShownBy = (goal: Goal, made: Made): boolean => {
  if (goal === made.goal) return true;
  const { program, decision, at, world, judged } = made;
  const run = startRun(program, smallWorld(world), at);
  const record = run.facts.record(judged.object, judged.id)!;
  const result = resultIn(run, decision.id, record);
  const { asks, owner } = goal;
  if (asks.kind === "result") {
    if (owner.kind !== "decision") return false;
    const { id, object } = owner.decision;
    // As `--coverage` counts it: of whatever record in the world.
    if (!canBeExpected(owner.decision))
      return run.facts.records(object).some((each) => asks.is(resultIn(run, id, each)));
    return id === decision.id && asks.is(result);
  }
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
  return { decision, name: `${decision.name}：${titleOf(covers, made)}`, text: made.text, covers };
};

/** In the order of the text; no name twice, nor one that the policy has already. */
const named = (program: Program, cases: readonly GeneratedCase[]): readonly GeneratedCase[] => {
  const taken = new Set(program.cases.map(({ name }) => asRead(name)));
  const place = ({ decision: { origin } }: GeneratedCase): Origin => origin;
  return cases
    .toSorted((one, other) => place(one).span.start - place(other).span.start)
    .map((each) => {
      // As the one canonical form writes names.
      const wanted = `${UNCONFIRMED}${each.name}`.replaceAll("“", "「").replaceAll("”", "」");
      let name = wanted;
      for (let count = 2; taken.has(asRead(name)); count += 1) name = `${wanted}（${count}）`;
      taken.add(asRead(name));
      return { ...each, name, text: `【用例】${name}\n${each.text}` };
    });
};

/** Full width and half width are one name. */
const asRead = (name: string): string => name.replaceAll("％", "%");
