import { OPERATOR_NAMES, scoreOf, type MutationReport, type PlacedChange } from "../../model/mutation.ts";

/** For programs: what was changed, what noticed it, and what nobody noticed. */
export const mutationJson = (report: MutationReport): string =>
  JSON.stringify(
    {
      policy: report.policy,
      total: report.total,
      noticed: report.noticed.length,
      score: scoreOf(report),
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

const told = ({ provision, rule, operator, file, line, before, after }: PlacedChange) => ({
  provision,
  rule,
  operator: OPERATOR_NAMES[operator],
  file,
  line,
  before,
  after,
});
