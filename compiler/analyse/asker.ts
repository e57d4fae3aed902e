import type { Day } from "../model/value.ts";
import { findDifference } from "./difference/index.ts";
import { WHY } from "./difference/why.ts";
import type { DifferenceOptions, DifferenceQuery } from "./difference-query.ts";
import { laterDays } from "./later-days.ts";
import type { ProbeAnswer, ProbeMemo } from "./probe.ts";
import { minimise, replayWanted } from "./witness/index.ts";

export interface AskOptions extends DifferenceOptions {
  /** Any example will do where a smallest one is asked for: nobody is shown it. */
  readonly anyExample?: boolean;
  /** The last day on which the policy counts; null where there is none. */
  readonly lastDay: Day | null;
}

export interface Asked {
  /** All that the answer rests on but the day. */
  readonly key: string;
  readonly query: DifferenceQuery;
  /** Whether a found world is made as small and ordinary as it can be. */
  readonly smallest: boolean;
}

/** Puts questions to the solvers, on the day and on later ones, and keeps the answers. */
export interface Asker {
  ask(asked: Asked): Promise<ProbeAnswer>;
  /** What has been asked so far; a question counts once, on however many days it is asked. */
  readonly tally: { readonly asked: number; readonly remembered: number; readonly undecided: number };
}

export const createAsker = (options: AskOptions, memo: ProbeMemo): Asker => {
  const tally = { asked: 0, remembered: 0, undecided: 0 };
  return {
    tally,
    ask: async (asked) => {
      tally.asked += 1;
      const { milliseconds } = options.limits;
      const { answer: first, isKnown } = await askOnDay(asked, options, memo, asked.query.at, milliseconds);
      const later = first.kind === "never" ? await askLater(asked, options, memo) : null;
      const answer = later ?? first;
      if (isKnown) tally.remembered += 1;
      if (answer.kind === "undecided") tally.undecided += 1;
      return answer;
    },
  };
};

/** What cannot come about on the day may do so later: then it is found there, and nothing is proved. */
const askLater = async (asked: Asked, options: AskOptions, memo: ProbeMemo): Promise<ProbeAnswer | null> => {
  const { left, right, at } = asked.query;
  const until = performance.now() + options.limits.milliseconds;
  let open: ProbeAnswer | null = null;
  for (const day of laterDays(at, [left, right], options.lastDay)) {
    const milliseconds = Math.ceil(until - performance.now());
    if (milliseconds <= 0)
      return { kind: "undecided", reason: WHY.time, milliseconds: options.limits.milliseconds };
    const { answer } = await askOnDay(asked, options, memo, day, milliseconds);
    if (answer.kind === "found") return { ...answer, at: day };
    if (answer.kind === "undecided") open ??= answer;
  }
  return open;
};

const askOnDay = async (
  { key, query: asked, smallest }: Asked,
  options: AskOptions,
  memo: ProbeMemo,
  day: Day,
  milliseconds: number,
): Promise<{ readonly answer: ProbeAnswer; readonly isKnown: boolean }> => {
  const query = { ...asked, at: day };
  const isShown = smallest && options.anyExample !== true;
  const wanted = `${isShown ? "smallest" : "any"} ${day} ${key}`;
  const known = memo.get(wanted) ?? (smallest ? memo.get(`smallest ${day} ${key}`) : undefined);
  if (known !== undefined && isSettled(known) && (!memo.isFromOutside || stands(query, known)))
    return { answer: known, isKnown: true };
  const answer = await answerOf(query, { ...options, limits: { ...options.limits, milliseconds } }, isShown);
  memo.set(wanted, answer);
  return { answer, isKnown: false };
};

const isSettled = (answer: ProbeAnswer): boolean => answer.kind !== "undecided" || answer.isForGood === true;

const stands = (query: DifferenceQuery, known: ProbeAnswer): boolean =>
  known.kind !== "found" || replayWanted(query, known.world, known.record) !== null;

const answerOf = async (
  query: DifferenceQuery,
  options: DifferenceOptions,
  smallest: boolean,
): Promise<ProbeAnswer> => {
  const started = performance.now();
  const answer = await findDifference(query, options);
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
