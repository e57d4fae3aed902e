import * as fc from "fast-check";
import { evaluateCondition, smallWorld, startRun, type Run } from "../../evaluate/index.ts";
import type { World } from "../../model/facts.ts";
import type { Condition, Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { boundariesOf } from "../boundary.ts";
import { readsOf } from "../fields-read.ts";
import { withAdopted, type Probe } from "../probe.ts";
import { arbitrarySample } from "../sample-world.ts";
import type { Taken } from "./condition-readings.ts";

/** Small registers that all checks of a program share: what they show need not be asked. */
export interface Samples {
  readonly worlds: readonly World[];
  /** Whether some record has the condition true, and whether some has it false. */
  readonly seen: (object: string, condition: Condition, taken: Taken) => Seen;
  /** The samples with readings taken so; each is judged once. */
  readonly runs: (taken: Taken) => readonly Run[];
}

export interface Seen {
  readonly yes: boolean;
  readonly no: boolean;
}

const known = new WeakMap<Program, Samples>();

export const samplesOf = ({ program, at }: Pick<Probe, "program" | "at">): Samples => {
  const found = known.get(program) ?? createSamples(program, at);
  known.set(program, found);
  return found;
};

const SAMPLES = 32;
const SEED = 7;

const createSamples = (original: Program, at: Day): Samples => {
  // Every sample is of the day of the question.
  const program: Program = {
    ...original,
    policy: { ...original.policy, effectiveFrom: at, lastDay: at },
  };
  const reads = readsOf(program, program.decisions);
  const arbitrary = arbitrarySample(program, reads, boundariesOf(program, program.decisions));
  const worlds = fc.sample(arbitrary, { seed: SEED, numRuns: SAMPLES }).map(({ world }) => world);
  const facts = worlds.map(smallWorld);
  const byReadings = new Map<string, readonly Run[]>();

  const startAll = (read: Program): readonly Run[] => facts.map((each) => startRun(read, each, at));
  const runs = (taken: Taken): readonly Run[] => {
    const key = JSON.stringify([...taken].map((each) => JSON.stringify(each)).sort());
    const started = byReadings.get(key) ?? startAll(withAdopted(original, taken));
    byReadings.set(key, started);
    return started;
  };

  return {
    worlds,
    runs,
    seen: (object, condition, taken) => {
      let [yes, no] = [false, false];
      for (const run of runs(taken)) {
        for (const record of run.facts.records(object)) {
          const { kind } = evaluateCondition(run, condition, [record]);
          yes ||= kind === "true";
          no ||= kind === "false";
          if (yes && no) return { yes, no };
        }
      }
      return { yes, no };
    },
  };
};
