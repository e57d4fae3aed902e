import type { Condition, Decision, Program } from "../../model/ir.ts";
import { decisionsBehind } from "../../evaluate/index.ts";
import type { Focus } from "../difference-query.ts";
import type { PairQuestion } from "../probe.ts";
import { assumedOf } from "../properties/assumed.ts";
import { canBeExpected, differs, isDecided, replaced, showing, type Goal, type Owner } from "./goal.ts";

/** One rule that may show a goal. */
export interface AskedOfRule {
  /** Without a proof for this one, nothing is impossible. */
  readonly any: PairQuestion;
  /** The same with more wished for, what shows most first; of the program or of one with ordinary amounts. */
  readonly wishes: readonly ((ground: Program) => PairQuestion)[];
}

/** What a world has to be to show a goal, for each rule that may show it. */
export const questionsFor = (program: Program, goal: Goal): readonly AskedOfRule[] => {
  const { asks, owner } = goal;
  if (asks.kind === "result") {
    if (owner.kind !== "decision") return [];
    if (!canBeExpected(owner.decision)) return definedIn(program, owner.decision);
    const wish = (ground: Program): PairQuestion => {
      const decision = ground.decisions.find(({ id }) => id === owner.decision.id)!;
      return {
        left: { program: ground, decision },
        right: { program: ground, decision: null },
        wanted: (left) => asks.is(left),
        focus: assumed(ground, decision),
        asks: JSON.stringify(["用例", goal.title]),
        smallest: true,
      };
    };
    return [{ any: { ...wish(program), smallest: false }, wishes: [wish] }];
  }
  const decisions = showing(program, owner);
  const turning = decisions.map((decision): AskedOfRule => {
    // Right beside the limit where that can be, else anywhere on that side.
    const replacements = asks.by === asks.loosely ? [asks.by] : [asks.by, asks.loosely];
    const wishes = replacements.flatMap((by) =>
      WANTED.map((wanted, index) => (ground: Program): PairQuestion => {
        const variant = replaced(ground, owner, asks.clause, by);
        return {
          left: { program: ground, decision },
          right: { program: variant, decision: variant.decisions.find(({ id }) => id === decision.id)! },
          wanted,
          focus: assumed(ground, decision),
          asks: JSON.stringify(["用例", index]),
          smallest: true,
        };
      }),
    );
    return { any: { ...wishes.at(-1)!(program), smallest: false }, wishes };
  });
  return goal.kind === "items" ? [...turning, ...holding(program, owner, asks.clause)] : turning;
};

/** A definition shows itself in a rule about the same records; where a record stands cannot be asked for. */
const definedIn = (program: Program, { kind, id, object, origin }: Decision): readonly AskedOfRule[] => {
  if (kind !== "definition") return [];
  const subject = { kind: "variable", index: 0, object } as const;
  const clause: Condition = { kind: "defined", decision: id, subject, origin };
  const owner = { kind: "decision", decision: program.decisions.find((each) => each.id === id)! } as const;
  return holding(program, owner, clause);
};

/** Counts and lengths below zero are in no register. */
const assumed = (program: Program, decision: Decision): readonly Focus[] =>
  assumedOf(
    program,
    decisionsBehind(program, decision.id).filter(({ object }) => object === decision.object),
  );

/** The rule at work on both sides; on one of them, and no 冲突; anything that is decided otherwise. */
const WANTED: readonly PairQuestion["wanted"][] = [
  (left, right) => differs(left, right) && AT_WORK.has(left.status!) && AT_WORK.has(right.status!),
  (left, right) =>
    differs(left, right) &&
    [left, right].every(({ status }) => status !== "冲突") &&
    [left, right].some(({ status }) => AT_WORK.has(status!)),
  differs,
];

const AT_WORK: ReadonlySet<string> = new Set(["成立", "不成立", "符合", "不符合", "已认定"]);

/** A rule about the same records is decided while a clause holds, although its result need not hang on it. */
const holding = (program: Program, owner: Owner, clause: Condition): readonly AskedOfRule[] => {
  const object = owner.kind === "decision" ? owner.decision.object : owner.object;
  return showing(program, owner)
    .filter((decision) => decision.object === object)
    .map((decision): AskedOfRule => {
      const wish = (ground: Program): PairQuestion => ({
        left: { program: ground, decision },
        right: { program: ground, decision: null },
        wanted: (left) => isDecided(left),
        focus: [{ side: "left", condition: clause, levels: [1] }, ...assumed(ground, decision)],
        asks: JSON.stringify([
          "用例真",
          clause.kind,
          clause.origin.file,
          clause.origin.span,
          clause.origin.words,
        ]),
        smallest: true,
      });
      return { any: { ...wish(program), smallest: false }, wishes: [wish] };
    });
};
