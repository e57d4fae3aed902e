import type { Condition, Decision, Program } from "../../model/ir.ts";
import type { World } from "../../model/facts.ts";
import type { Day } from "../../model/value.ts";
import { visitCondition } from "../../model/walk.ts";
import { withAdopted, type PairQuestion, type Probe, type ProbeAnswer } from "../probe.ts";
import { queryOf } from "../properties/questions.ts";
import { replayWanted, type Judged } from "../witness/replay.ts";
import { clausesOf } from "./atoms.ts";
import { caseOf } from "./case-of.ts";
import type { Goal } from "./goal.ts";
import { settingParameters, withOrdinaryParameters } from "./ordinary-parameters.ts";
import { questionsFor } from "./questions-for.ts";

/** A world that was found for a goal. */
export interface Made {
  readonly goal: Goal;
  /** With the readings taken. */
  readonly program: Program;
  readonly decision: Decision;
  readonly at: Day;
  readonly world: World;
  readonly judged: Judged;
  readonly readings: ReadonlyMap<string, number>;
  readonly text: string;
}

export interface NotFound {
  readonly verdict: "不可能出现" | "用例写不出" | "未能判定";
  /** One plain sentence. */
  readonly why: string;
}

/** A smallest world that shows a goal: with the readings as adopted, else with those that the clause waits for. */
export const worldFor = async (probe: Probe, goal: Goal): Promise<Made | NotFound> => {
  let undecided: string | null = null;
  let [isFound, isAsked] = [false, false];
  for (const readings of readingsFor(probe.program, goal)) {
    const program = withAdopted(probe.program, readings);
    const plain = withOrdinaryParameters(program, probe.at);
    for (const asked of questionsFor(program, goal)) {
      isAsked = true;
      // Whether there is such a world at all; only then is a telling one looked for.
      const possible = await probe.canDiffer(asked.any);
      if (possible.kind === "undecided") undecided ??= possible.reason;
      if (possible.kind === "never") continue;
      for (const ground of plain === program ? [program] : [plain, program]) {
        for (const wish of asked.wishes) {
          const answer = await probe.canDiffer(wish(ground));
          if (answer.kind !== "found") continue;
          isFound = true;
          const made = asFree(program, ground, wish(program), answer, answer.at ?? probe.at);
          const text = made === null ? null : caseOf({ ...made, readings });
          if (made !== null && text !== null) return { goal, ...made, readings, text };
        }
      }
    }
  }
  if (isFound)
    return { verdict: "用例写不出", why: "有这样的情形，但用例没有相应的写法，或者预期的结果写不出。" };
  if (undecided !== null) return { verdict: "未能判定", why: undecided };
  if (!isAsked)
    return { verdict: "用例写不出", why: "它本身不能写预期结果，也没有以它为依据、可以写预期结果的规则。" };
  return { verdict: "不可能出现", why: whyNever(goal) };
};

/** What was found with assumed amounts, with those of them set in the world that are needed. */
const asFree = (
  program: Program,
  ground: Program,
  question: PairQuestion,
  { world, record }: Extract<ProbeAnswer, { kind: "found" }>,
  at: Day,
): Omit<Made, "goal" | "readings" | "text"> | null => {
  const decision = question.left.decision!;
  const query = queryOf(question, at);
  const made = { program, decision, at, judged: record };
  if (ground === program) return { ...made, world };
  let known = settingParameters(ground, program, decision, world);
  const first = replayWanted(query, known, record);
  if (first === null) return null;
  for (const name of known.parameters?.keys() ?? []) {
    const less = { ...known, parameters: new Map([...known.parameters!].filter(([each]) => each !== name)) };
    const again = replayWanted(query, less, record);
    if (again?.left.status === first.left.status && again.right.status === first.right.status) known = less;
  }
  return { ...made, world: known };
};

const whyNever = (goal: Goal): string => {
  return goal.kind === "items"
    ? "已经证明：在任何情形下都不会这样。"
    : "已经证明：在任何情形下，结果都不会只因此而改变。";
};

/** As adopted; then the readings that a clause waits for, one by one, and two together. */
const readingsFor = (program: Program, goal: Goal): readonly ReadonlyMap<string, number>[] => {
  const waiting = new Map<string, readonly [string, number]>();
  const note = (condition: Condition): void =>
    visitCondition(condition, {
      condition: (each) => {
        if (each.kind !== "reading" || program.readings.get(each.reading)?.adopted === each.option) return;
        waiting.set(JSON.stringify([each.reading, each.option]), [each.reading, each.option]);
      },
    });
  for (const { owner, conditions } of clausesOf(program)) {
    const isOwner =
      owner.kind === "exception"
        ? goal.owner.kind === "exception" && owner.id === goal.owner.id
        : goal.owner.kind === "decision" && owner.decision.id === goal.owner.decision.id;
    if (isOwner) for (const condition of conditions) note(condition);
  }
  const singles = [...waiting.values()].slice(0, MOST_READINGS);
  const pairs = singles.flatMap((first, index) =>
    singles.slice(index + 1).flatMap((second) => (first[0] === second[0] ? [] : [[first, second] as const])),
  );
  return [new Map(), ...singles.map((each) => new Map([each])), ...pairs.map((both) => new Map(both))];
};

const MOST_READINGS = 4;
