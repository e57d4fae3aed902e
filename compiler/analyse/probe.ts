import type { World } from "../model/facts.ts";
import type { Condition, Decision, Definition, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import { contentKey } from "./content-key.ts";
import type { DifferenceQuery } from "./difference-query.ts";
import type { FoundDifference } from "./witness/index.ts";
import { createAsker, type AskOptions } from "./asker.ts";
import { createRecent, type Recent } from "./recent.ts";
import { alwaysInForce } from "./witness/index.ts";

/** Asks about the worlds of one program. Every answer that was found has been replayed by the interpreter. */
export interface Probe {
  /** The program as if it were always in force. */
  readonly program: Program;
  /** The day of judgement that is asked about first. */
  readonly at: Day;
  /** The last day on which the policy counts, and that is asked about; null where there is none. */
  readonly lastDay: Day | null;
  /** Whether a record of the object can have this condition true. */
  canHold(question: HoldQuestion): Promise<ProbeAnswer>;
  /** Whether two decisions, of this program or of variants of it, can give a wanted pair of results. */
  canDiffer(question: PairQuestion): Promise<ProbeAnswer>;
  /** What checks have found out about some content, by all that it rests on; kept as long as the answers. */
  readonly verdicts: Recent<boolean>;
  /** What has been asked so far. */
  readonly tally: { readonly asked: number; readonly remembered: number; readonly undecided: number };
}

export interface HoldQuestion {
  readonly object: string;
  /** About variable 0. */
  readonly condition: Condition;
  /** Readings taken otherwise than adopted. */
  readonly readings?: ReadonlyMap<string, number>;
  /** Whether a found world is made as small and ordinary as it can be; costs some hundred replays. */
  readonly smallest?: boolean;
}

export interface PairQuestion extends Pick<DifferenceQuery, "left" | "right" | "wanted"> {
  readonly focus?: DifferenceQuery["focus"];
  /** What `wanted` and `focus` ask, for remembering: one string for one question. */
  readonly asks: string;
  readonly smallest?: boolean;
}

export type ProbeAnswer =
  | {
      readonly kind: "found";
      readonly world: World;
      readonly record: FoundDifference["record"];
      /** The day of judgement, where it is a later one than that of the probe. */
      readonly at?: Day;
    }
  /** On the day of the probe, and on the later ones on which the decisions may come out otherwise. */
  | { readonly kind: "never"; readonly proof: "structure" | "own" | "z3" }
  | {
      readonly kind: "undecided";
      readonly reason: string;
      readonly milliseconds: number;
      /** No more time would decide it: it need not be asked again. */
      readonly isForGood?: true;
    };

/** Answers by content: what has not changed in what a question reads is not asked again. */
export interface ProbeMemo {
  get(key: string): ProbeAnswer | undefined;
  set(key: string, answer: ProbeAnswer): void;
  /** Where answers come from outside, a found world is put to the interpreter again before it is told. */
  readonly isFromOutside?: boolean;
}

export const createProbeMemo = (): ProbeMemo => createRecent(MOST_CHARACTERS);

/** Of the keys of one generation; those of a policy with 400 rules have a quarter of that. */
const MOST_CHARACTERS = 4_000_000;

export const createProbe = (
  original: Program,
  at: Day,
  options: Omit<AskOptions, "lastDay">,
  memo: ProbeMemo = createProbeMemo(),
): Probe => {
  const program = alwaysInForce(original);
  const { lastDay } = original.policy;
  const asker = createAsker({ ...options, lastDay }, memo);
  return {
    program,
    at,
    lastDay,
    verdicts: verdictsBeside(memo),
    tally: asker.tally,
    canHold({ object, condition, readings, smallest = false }) {
      const asked = asking(withAdopted(program, readings), object, condition);
      const query: DifferenceQuery = {
        left: asked,
        right: { program: asked.program, decision: null },
        at,
        wanted: ({ status }) => status === "成立",
        focus: [],
        keepParameters: false,
      };
      const key = `hold ${contentKey(asked.program, [asked.decision])}`;
      return asker.ask({ key, query, smallest });
    },
    canDiffer({ left, right, wanted, focus = [], asks, smallest = false }) {
      const sides = [left, right].map(({ program: each, decision }) =>
        decision === null ? "" : contentKey(each, [decision]),
      );
      const key = `pair ${JSON.stringify(asks)} ${sides.join(" ")}`;
      const query = { left, right, at, wanted, focus, keepParameters: false };
      return asker.ask({ key, query, smallest });
    },
  };
};

const verdictsBeside = (memo: ProbeMemo): Recent<boolean> => {
  const known = verdicts.get(memo) ?? createRecent(MOST_CHARACTERS);
  verdicts.set(memo, known);
  return known;
};

const verdicts = new WeakMap<ProbeMemo, Recent<boolean>>();

/** A program with readings taken otherwise than adopted. */
export const withAdopted = (program: Program, readings: ReadonlyMap<string, number> | undefined): Program => {
  if (readings === undefined || readings.size === 0) return program;
  const changed = new Map(program.readings);
  for (const [name, adopted] of readings) {
    const reading = changed.get(name);
    if (reading !== undefined) changed.set(name, { ...reading, adopted });
  }
  return { ...program, readings: changed };
};

const QUESTION = "·问·";

/** The question as a 定义 of the program, so that solvers and interpreter read it like any other. */
const asking = (
  program: Program,
  object: string,
  condition: Condition,
): { readonly program: Program; readonly decision: Decision } => {
  const decision: Definition = {
    kind: "definition",
    id: QUESTION,
    name: QUESTION,
    object,
    origin: condition.origin,
    condition,
  };
  return { program: { ...program, decisions: [...program.decisions, decision] }, decision };
};
