import { startTimeOfRun } from "../analyse/time-of-run.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import type { CompiledPolicy } from "../pipeline.ts";
import { askWithin, type Ask } from "./ask.ts";
import { noticesOf, withCaseNames, type Unnamed } from "./case-names.ts";
import { differenceBetween } from "./difference.ts";
import { meaningsOf, reachedBy } from "./meaning.ts";
import { modalDifference } from "./modal-difference.ts";
import type { MutationReport, NoticedChange, PlacedChange, Survivor } from "../model/mutation.ts";
import type { MutateOptions } from "./model.ts";
import { openWorkshop, ruleOf, type Candidate, type Mutant } from "./mutants.ts";
import { noticeOf, testsOf } from "./notice.ts";
import { witnessOf } from "./witness.ts";

/**
 * Changes one thing at a time in the rules of a policy and tells which changes no 用例, 性质 or 断言 notices, with a
 * 用例 that would.
 */
export const mutate = async (
  compiled: CompiledPolicy & { readonly program: Program },
  options: MutateOptions,
): Promise<MutationReport> => {
  const { program } = compiled;
  const tests = testsOf(program);
  const workshop = openWorkshop(compiled, program);
  const before = meaningsOf(program);
  const at = dayOf(program);
  const ask = askWithin(options, startTimeOfRun());
  const candidates = workshop.candidates.filter((candidate, index) => isAsked(candidate, index, options));
  const noticed: NoticedChange[] = [];
  const drafts: Unnamed[] = [];
  const equivalent: PlacedChange[] = [];
  let [impossible, undecided] = [0, 0];
  for (const [done, candidate] of candidates.entries()) {
    options.onProgress?.(done, candidates.length);
    const made = workshop.make(candidate);
    if (made.kind === "impossible") impossible += 1;
    if (made.kind === "impossible" || made.kind === "again") continue;
    const told = workshop.tell(candidate, made.edits);
    if (made.kind === "same") {
      equivalent.push(told);
      continue;
    }
    const reached = reachedBy(program, before, made.mutant.meanings);
    const notice = noticeOf(tests, made.mutant.program, reached);
    if (notice !== null) {
      noticed.push({ ...told, ...notice });
      continue;
    }
    const survivor = await survivorOf(program, made.mutant, reached, at, told, ask);
    if (survivor === null) equivalent.push(told);
    else drafts.push({ survivor: survivor.told, notices: noticesOf(candidate, made.edits) });
    if (survivor?.undecided === true) undecided += 1;
  }
  const taken = program.cases.map(({ name }) => name);
  const survivors = withCaseNames(drafts, taken);
  return {
    policy: program.policy.name,
    total: noticed.length + survivors.length,
    noticed,
    survivors,
    equivalent,
    undecided,
    impossible,
    failing: tests.failing,
  };
};

const isAsked = (candidate: Candidate, index: number, { rule, share }: MutateOptions): boolean =>
  (rule === undefined || ruleOf(candidate.place) === rule) &&
  (share === undefined || index % share.every === share.rest);

/** A day on which the policy counts: that of its cases, else its first one. */
const dayOf = ({ cases, policy }: Program): Day =>
  cases.find(({ referenceDate }) => referenceDate !== null)?.referenceDate ??
  policy.effectiveFrom ??
  policy.issuedOn ??
  SOME_DAY;

/** 2026年1月1日, for a text without any date. */
const SOME_DAY = 20_454;

const survivorOf = async (
  program: Program,
  mutant: Mutant,
  reached: readonly Decision[],
  at: Day,
  told: PlacedChange,
  ask: Ask,
): Promise<Looked | null> => {
  const difference = await differenceBetween(program, mutant.program, reached, at, ask);
  switch (difference.kind) {
    case "found":
      return withWitness(told, witnessOf(difference));
    case "undecided":
      return undecidedOf(told, difference.reason);
    case "never":
      break;
  }
  const modal = await modalDifference(program, mutant.program, reached, at, ask);
  switch (modal.kind) {
    case "found":
      return withWitness(told, modal.caseText);
    case "undecided":
      return undecidedOf(told, modal.reason);
    case "never":
      return null;
  }
};

interface Looked {
  readonly told: Survivor;
  readonly undecided: boolean;
}

const withWitness = (told: PlacedChange, witness: string | null): Looked => ({
  told: { ...told, witness, reason: witness === null ? UNSAYABLE : null },
  undecided: false,
});

const undecidedOf = (told: PlacedChange, reason: string): Looked => ({
  told: { ...told, witness: null, reason },
  undecided: true,
});

const UNSAYABLE = "有不同结果的情况，但用例写不出来。";
