import type { Outcome } from "../model/outcome.ts";
import { summarise } from "./check-report.ts";
import type { CheckReport } from "./check-report.ts";
import { isoDay } from "./day.ts";

/** The results as plain data; the field names are a contract with those who read them. */
export const checkJson = (report: CheckReport): unknown => ({
  policy: report.policy.name,
  at: isoDay(report.at),
  trial: report.trial,
  notice: report.notice,
  synthetic: report.synthetic,
  receipt: report.receipt,
  dataErrors: report.dataErrors.map(({ file, row, column, value, expected }) => ({
    file,
    row,
    column,
    value,
    expected,
  })),
  notes: report.notes,
  summary: summarise(report.outcomes),
  conflicts: report.conflicts,
  results: report.outcomes.map(outcomeJson),
});

export const outcomeJson = (outcome: Outcome): unknown => ({
  object: outcome.object,
  id: outcome.id,
  rule: outcome.rule,
  decision: outcome.decision,
  provision: outcome.provision,
  status: outcome.status,
  value: outcome.value,
  candidates: outcome.candidates,
  modality: outcome.modality,
  measure: outcome.measure,
  reason: outcome.reason,
  reasons: outcome.reasons.map((reason) => ({
    ...reason,
    owner: "owner" in reason ? reason.owner : null,
    source: "source" in reason ? reason.source : null,
  })),
  citations: outcome.citations,
  readings: outcome.readings,
});
