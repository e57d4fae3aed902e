import type { Program, Property } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { printDate } from "../../evaluate/index.ts";
import { contentKey, written } from "../content-key.ts";
import type { SecondSolver, SolverLimits } from "../formula.ts";
import { decisionsOf, decisionsRead } from "../law.ts";
import { createProbe, type Probe, type ProbeMemo } from "../probe.ts";
import { sampleLaw, type SampledLaw, type SampleOptions } from "../sample.ts";
import { fromQuestion, fromSample } from "./counterexample.ts";
import { firstDay } from "./first-day.ts";
import { prove, type Proof } from "./proof.ts";
import type { Counterexample, PropertyResult } from "./result.ts";

export type { Counterexample, PropertyResult } from "./result.ts";

export interface PropertyOptions extends SampleOptions {
  /** How long one question may take in the second solver. */
  readonly milliseconds?: number;
  /** Asked where the own procedure does not decide. */
  readonly second: SecondSolver | null;
  /** The day for which proofs are sought; the first day in force where absent. */
  readonly at?: Day;
  readonly memo?: ProbeMemo;
}

/** Every 性质, checked twice: about all worlds, and on random small registers. */
export const checkProperties = async (
  program: Program,
  options: PropertyOptions,
): Promise<readonly PropertyResult[]> => {
  const at = options.at ?? firstDay(program);
  const limits = { ...LIMITS, milliseconds: options.milliseconds ?? LIMITS.milliseconds };
  const probe = createProbe(program, at, { ...options, limits }, options.memo);
  const results: PropertyResult[] = [];
  for (const property of program.properties)
    results.push(await checkProperty(program, probe, property, options));
  return results;
};

const LIMITS: SolverLimits = { steps: 200_000, milliseconds: 5000 };

/** One 性质, with the proof asked of a probe that is there already. */
export const checkProperty = async (
  program: Program,
  probe: Probe,
  property: Property,
  sampling: SampleOptions,
  /** Whether what is proved is sampled all the same. */
  twice = true,
): Promise<PropertyResult> => {
  if (decisionsOf(program, property).length === 0) return nothing(property);
  const proof = await prove(probe, property);
  const isEnough = proof.kind === "refuted" || (proof.kind === "proved" && proof.everyDay);
  const sampled: SampledLaw =
    isEnough && !twice ? { kind: "passed", runs: 0 } : sampledOnce(program, probe, property, sampling);
  return conclude(program, property, probe.at, proof, sampled, sampling);
};

/** What the same samples said of the same rules before need not be tried again; what broke is shown anew. */
const sampledOnce = (
  program: Program,
  { verdicts }: Probe,
  property: Property,
  sampling: SampleOptions,
): SampledLaw => {
  // Whether two orders conflict is read from all rules.
  const read = property.kind === "noConflict" ? program.decisions : decisionsRead(program, property);
  const asking = { ...program, decisions: [...new Set([...program.decisions, ...read])] };
  const { effectiveFrom, issuedOn, lastDay } = program.policy;
  const days = [effectiveFrom, issuedOn, lastDay];
  const key = `sampled ${written([sampling, days, property])} ${contentKey(asking, read)}`;
  if (verdicts.get(key) === true) return { kind: "passed", runs: sampling.runs };
  const sampled = sampleLaw(program, property, sampling);
  if (sampled.kind === "passed") verdicts.set(key, true);
  return sampled;
};

/** Tries every 性质 on random small registers only; the same seed gives the same samples. */
export const sampleProperties = (program: Program, sampling: SampleOptions): readonly PropertyResult[] =>
  program.properties.map((property) =>
    conclude(program, property, firstDay(program), null, sampleLaw(program, property, sampling), sampling),
  );

const conclude = (
  program: Program,
  property: Property,
  at: Day,
  proof: Proof | null,
  sampled: SampledLaw,
  { seed, runs }: SampleOptions,
): PropertyResult => {
  if (sampled.kind === "nothing") return nothing(property);
  const { name, knownFailure } = property;
  const counterexample = counterexampleOf(program, property, proof, sampled);
  if (counterexample !== null) {
    const known = knownFailure === null ? "" : `（已知不成立：${knownFailure}）`;
    return {
      property,
      status: "反例",
      passed: knownFailure !== null,
      runs: sampled.runs,
      counterexample,
      why: null,
      message: `“${name}”不成立${known}：${counterexample.finding}`,
    };
  }
  const sampling = `抽样${runs}次（种子${seed}）未见反例`;
  const base = { property, passed: knownFailure === null, runs, counterexample: null };
  if (proof?.kind === "proved" && proof.everyDay) {
    const message =
      knownFailure === null
        ? `“${name}”已经证明：在任何情形下都成立；${sampling}。`
        : `“${name}”标注为已知不成立，但已经证明在任何情形下都成立，请删去标注。`;
    return { ...base, status: "已证明", why: null, message };
  }
  const why = proof === null ? null : whyOpen(proof, at);
  const message =
    knownFailure === null
      ? `“${name}”${sampling}。${why === null ? "" : `没有证明：${why}`}抽样不是证明。`
      : `“${name}”标注为已知不成立，但${sampling}，请核对标注。`;
  return { ...base, status: "抽样通过", why, message };
};

const counterexampleOf = (
  program: Program,
  property: Property,
  proof: Proof | null,
  sampled: SampledLaw,
): Counterexample | null => {
  const shown = proof?.kind === "refuted" ? fromQuestion(program, property, proof) : null;
  if (shown !== null) return shown;
  return sampled.kind === "broken" ? fromSample(program, property, sampled.sample, sampled.violation) : null;
};

const whyOpen = (proof: Proof, at: Day): string => {
  if (proof.kind === "open") return proof.why;
  return `结果随基准日变化，只证明了基准日为${printDate(at)}的情形，其他日期只作抽样。`;
};

const nothing = (property: Property): PropertyResult => ({
  property,
  status: "无法抽样",
  passed: false,
  runs: 0,
  counterexample: null,
  why: null,
  message: `“${property.name}”所指的规则不存在，无法检验。`,
});
