import type { World } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Truth } from "../../model/outcome.ts";
import {
  evaluateCondition,
  judge,
  printDecided,
  smallWorld,
  startRun,
  type Run,
} from "../../evaluate/index.ts";
import { undecidedStatus } from "../../evaluate/reason.ts";
import type { DifferenceQuery, Side, SideResult, TruthLevel } from "../difference-query.ts";

/** The record that a witness is about. */
export interface Judged {
  readonly object: string;
  readonly id: string;
}

/** What the interpreter says of one record on both sides. */
export interface Replay {
  readonly left: SideResult;
  readonly right: SideResult;
  /** Every clause of the focus stands at one of its levels. */
  readonly focused: boolean;
}

/** What else a world has to be, beyond what a query can say. */
export type Also = (world: World, judged: Judged) => boolean;

export const always: Also = () => true;

/** Runs both sides on a world; whether a policy is in force on the day does not matter here. */
export const replay = (query: DifferenceQuery, world: World, { object, id }: Judged): Replay | null => {
  const facts = smallWorld(world);
  const record = facts.record(object, id);
  if (record === undefined) return null;
  const left = startRun(query.left.program, facts, query.at);
  const right = startRun(query.right.program, facts, query.at);
  const focused = query.focus.every(({ side, condition, levels }) =>
    levels.includes(levelOf(evaluateCondition(side === "left" ? left : right, condition, [record]))),
  );
  return {
    left: resultOf(left, query.left, object, id),
    right: resultOf(right, query.right, object, id),
    focused,
  };
};

/** The replay, where it is one that the query asks for. */
export const replayWanted = (query: DifferenceQuery, world: World, judged: Judged): Replay | null => {
  const found = replay(query, world, judged);
  return found !== null && found.focused && query.wanted(found.left, found.right) ? found : null;
};

export const levelOf = (truth: Truth): TruthLevel => {
  switch (truth.kind) {
    case "true":
      return 1;
    case "false":
      return 0;
    case "indeterminate":
      return undecidedStatus(truth.reasons) === "未知" ? 3 : 2;
  }
};

/** A side without such a rule, or with one about other records, says nothing. */
const resultOf = (run: Run, { decision }: Side, object: string, id: string): SideResult => {
  const record = run.facts.record(object, id);
  if (decision === null || record === undefined || decision.object !== object) return NOTHING;
  const judgement = judge(run, decision.id, record);
  return {
    status: judgement.status,
    value: judgement.value === null ? null : printDecided(judgement.value, decision),
  };
};

const NOTHING: SideResult = { status: null, value: null };

/** The object whose records are judged; null where neither side has a rule. */
export const judgedObject = ({ left, right }: Pick<DifferenceQuery, "left" | "right">): string | null =>
  left.decision?.object ?? right.decision?.object ?? null;

/** A policy as if it were always in force, so that a difference of rules is not hidden by one of dates. */
export const alwaysInForce = (program: Program): Program => {
  const known = timeless.get(program) ?? {
    ...program,
    policy: { ...program.policy, effectiveFrom: null, lastDay: null },
  };
  timeless.set(program, known);
  return known;
};

const timeless = new WeakMap<Program, Program>();
