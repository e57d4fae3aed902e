import { findDifference } from "../analyse/difference/index.ts";
import type { DifferenceAnswer, DifferenceQuery } from "../analyse/difference-query.ts";
import { askInTime, OUT_OF_TIME, type TimeOfRun } from "../analyse/time-of-run.ts";
import type { MutateOptions } from "./model.ts";

/** Puts a question to the solvers; a run that has asked enough leaves the rest open. */
export type Ask = (query: DifferenceQuery) => Promise<DifferenceAnswer>;

export const askWithin =
  ({ limits, second }: Pick<MutateOptions, "limits" | "second">, time: TimeOfRun): Ask =>
  async (query) =>
    (await askInTime(time, limits.milliseconds, () =>
      findDifference(query, { limits, second, seed: SEED }),
    )) ?? {
      kind: "undecided",
      reason: OUT_OF_TIME,
    };

/** Samples are the same every time. */
const SEED = 1;
