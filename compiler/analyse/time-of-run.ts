import type { Probe, ProbeAnswer } from "./probe.ts";

/** Milliseconds that the slow questions of a run have taken so far, and that all have; one for all that a run asks. */
export interface TimeOfRun {
  slow: number;
  all: number;
}

export const startTimeOfRun = (): TimeOfRun => ({ slow: 0, all: 0 });

/** So many questions may take their whole time; what is asked then is left open at once. */
const MOST_SLOW = 30;

/** All together may take so often the longest time of one, however quick each of them is. */
const MOST_ALL = 60;

/** A question that takes less of its time than this share is none that a run could hang at. */
const SLOW = 1 / 5;

/** Why a question was not asked. */
export const OUT_OF_TIME = "要判定的问题很多或者很难，用时已达上限，没有再试。";

/** Asks, and notes the time that it took; null where the run has no time left. */
export const askInTime = async <Answer>(
  run: TimeOfRun,
  /** How long one question may take. */
  longest: number,
  ask: () => Promise<Answer>,
): Promise<Answer | null> => {
  if (run.slow > longest * MOST_SLOW || run.all > longest * MOST_ALL) return null;
  const started = performance.now();
  const answer = await ask();
  const taken = performance.now() - started;
  run.all += taken;
  if (taken > longest * SLOW) run.slow += taken;
  return answer;
};

/** A probe that ends: where many questions are hard, the rest is said to be undecided and not waited for. */
export const inTimeOfRun = (probe: Probe, longest: number, run: TimeOfRun): Probe => {
  let leftOpen = 0;
  const ask = async (answer: () => Promise<ProbeAnswer>): Promise<ProbeAnswer> => {
    const answered = await askInTime(run, longest, answer);
    if (answered !== null) return answered;
    leftOpen += 1;
    return { kind: "undecided", reason: OUT_OF_TIME, milliseconds: 0 };
  };
  return {
    ...probe,
    get tally() {
      const { asked, remembered, undecided } = probe.tally;
      return { asked: asked + leftOpen, remembered, undecided: undecided + leftOpen };
    },
    canHold: (question) => ask(() => probe.canHold(question)),
    canDiffer: (question) => ask(() => probe.canDiffer(question)),
  };
};
