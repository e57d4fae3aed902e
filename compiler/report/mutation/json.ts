import { OPERATOR_NAMES, scoreOf, type MutationReport, type PlacedChange } from "../../model/mutation.ts";

/** For programs: what was changed, what noticed it, and what nobody noticed. */
export const mutationJson = (report: MutationReport): string =>
  JSON.stringify(
    {
      policy: report.policy,
      total: report.total,
      noticed: report.noticed.length,
      score: twoDecimals(scoreOf(report)),
      equivalent: report.equivalent.length,
      undecided: report.undecided,
      impossible: report.impossible,
      failing: report.failing,
      survivors: report.survivors.map((survivor) => ({
        ...told(survivor),
        witness: survivor.witness,
        reason: survivor.reason,
      })),
      noticedBy: report.noticed.map((change) => ({ ...told(change), by: change.by, name: change.name })),
      equivalentChanges: report.equivalent.map(told),
    },
    null,
    2,
  );

/** Never rounded up to a whole: what is not noticed stays visible. */
const twoDecimals = (score: number): number =>
  score === 100 ? score : Math.min(99.99, Math.round(100 * score) / 100);

const told = ({ provision, rule, operator, file, line, before, after }: PlacedChange) => ({
  provision,
  rule,
  operator: OPERATOR_NAMES[operator],
  file,
  line,
  before,
  after,
});
