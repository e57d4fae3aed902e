import type { World } from "../model/facts.ts";
import type { Condition, Decision, Definition, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import { contentKey } from "./content-key.ts";
import { findDifference } from "./difference/index.ts";
import type { DifferenceAnswer, DifferenceOptions, DifferenceQuery } from "./difference-query.ts";
import type { FoundDifference } from "./witness/index.ts";
import { createRecent, type Recent } from "./recent.ts";
import { alwaysInForce, minimise, replayWanted } from "./witness/index.ts";

/** Asks about the worlds of one program. Every answer that was found has been replayed by the interpreter. */
export interface Probe {
  /** The program as if it were always in force. */
  readonly program: Program;
  readonly at: Day;
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
  | { readonly kind: "found"; readonly world: World; readonly record: FoundDifference["record"] }
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
  options: DifferenceOptions & {
    /** Any example will do where a smallest one is asked for: nobody is shown it. */
    readonly anyExample?: boolean;
  },
  memo: ProbeMemo = createProbeMemo(),
): Probe => {
  const program = alwaysInForce(original);
  const tally = { asked: 0, remembered: 0, undecided: 0 };

  const ask = async (key: string, query: DifferenceQuery, isShown: boolean): Promise<ProbeAnswer> => {
    tally.asked += 1;
    const smallest = isShown && options.anyExample !== true;
    const wanted = `${smallest ? "smallest" : "any"} ${key}`;
    const known = memo.get(wanted) ?? (isShown ? memo.get(`smallest ${key}`) : undefined);
    if (known !== undefined && isSettled(known) && (!memo.isFromOutside || stands(query, known))) {
      tally.remembered += 1;
      if (known.kind === "undecided") tally.undecided += 1;
      return known;
    }
    const answer = await answerOf(query, options, smallest);
    if (answer.kind === "undecided") tally.undecided += 1;
    memo.set(wanted, answer);
    return answer;
  };

  return {
    program,
    at,
    verdicts: verdictsBeside(memo),
    tally,
    canHold({ object, condition, readings, smallest = false }) {
      const asked = asking(withAdopted(program, readings), object, condition);
      const key = `hold ${at} ${contentKey(asked.program, [asked.decision])}`;
      const query: DifferenceQuery = {
        left: asked,
        right: { program: asked.program, decision: null },
        at,
        wanted: ({ status }) => status === "成立",
        focus: [],
        keepParameters: false,
      };
      return ask(key, query, smallest);
    },
    canDiffer({ left, right, wanted, focus = [], asks, smallest = false }) {
      const sides = [left, right].map(({ program: each, decision }) =>
        decision === null ? "" : contentKey(each, [decision]),
      );
      const key = `pair ${at} ${JSON.stringify(asks)} ${sides.join(" ")}`;
      return ask(key, { left, right, at, wanted, focus, keepParameters: false }, smallest);
    },
  };
};

const verdictsBeside = (memo: ProbeMemo): Recent<boolean> => {
  const known = verdicts.get(memo) ?? createRecent(MOST_CHARACTERS);
  verdicts.set(memo, known);
  return known;
};

const verdicts = new WeakMap<ProbeMemo, Recent<boolean>>();

const isSettled = (answer: ProbeAnswer): boolean => answer.kind !== "undecided" || answer.isForGood === true;

const stands = (query: DifferenceQuery, known: ProbeAnswer): boolean =>
  known.kind !== "found" || replayWanted(query, known.world, known.record) !== null;

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

const answerOf = async (
  query: DifferenceQuery,
  options: DifferenceOptions,
  smallest: boolean,
): Promise<ProbeAnswer> => {
  const started = performance.now();
  const answer: DifferenceAnswer = await findDifference(query, options);
  switch (answer.kind) {
    case "found": {
      const { world, record } = smallest ? minimise(query, answer) : answer;
      return { kind: "found", world, record };
    }
    case "none":
      return { kind: "never", proof: answer.proof };
    case "undecided":
      return {
        kind: "undecided",
        reason: answer.reason,
        milliseconds: Math.ceil(performance.now() - started),
        ...(answer.isForGood === true ? { isForGood: true } : {}),
      };
  }
};
