import * as fc from "fast-check";
import type { Program, Property } from "../model/ir.ts";
import { smallWorld, startRun } from "../evaluate/index.ts";
import { boundariesOf } from "./boundary.ts";
import { readsOf } from "./fields-read.ts";
import { decisionsOf, decisionsRead, violationOf, type Violation } from "./law.ts";
import { arbitrarySample, type Sample } from "./sample-world.ts";

export interface SampleOptions {
  readonly seed: number;
  readonly runs: number;
}

/** What random small registers say of a law; that nothing was found is no proof. */
export type SampledLaw =
  | { readonly kind: "passed"; readonly runs: number }
  | {
      readonly kind: "broken";
      readonly runs: number;
      readonly sample: Sample;
      readonly violation: Violation;
    }
  /** The rules that it names do not exist. */
  | { readonly kind: "nothing" };

/** Tries a 性质 on random small registers around the limits of the rules; the same seed gives the same samples. */
export const sampleLaw = (
  program: Program,
  property: Property,
  { seed, runs }: SampleOptions,
): SampledLaw => {
  if (decisionsOf(program, property).length === 0) return { kind: "nothing" };
  const details = fc.check(
    fc.property(samplesFor(program, property), (sample) => violationIn(program, property, sample) === null),
    { seed, numRuns: runs },
  );
  const sample = details.counterexample?.[0] ?? null;
  const violation = sample === null ? null : violationIn(program, property, sample);
  return sample === null || violation === null
    ? { kind: "passed", runs }
    : { kind: "broken", runs: details.numRuns, sample, violation };
};

const samplesFor = (program: Program, property: Property): fc.Arbitrary<Sample> => {
  const read = decisionsRead(program, property);
  const ranked = new Set(read.flatMap(({ kind, object }) => (kind === "ranking" ? [object] : [])));
  return arbitrarySample(program, readsOf(program, read), boundariesOf(program, read), ranked);
};

const violationIn = (program: Program, property: Property, sample: Sample): Violation | null =>
  violationOf(startRun(program, smallWorld(sample.world), sample.at), property);
