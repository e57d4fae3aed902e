import type { Outcome } from "../model/outcome.ts";
import { summarise } from "./check-report.ts";
import type { CheckReport } from "./check-report.ts";
import { isoDay } from "./day.ts";

/**
 * The results as plain data; the field names are a contract with those who read them. Written piece by piece,
 * one result a line: the results of a large register are longer than one string can be.
 */
export function* checkJson(report: CheckReport): Generator<string> {
  const head = JSON.stringify(headJson(report), null, 2);
  yield `${head.slice(0, -2)},\n  "results": [`;
  for (const [at, outcome] of report.outcomes.entries()) {
    yield `${at === 0 ? "" : ","}\n    ${JSON.stringify(outcomeJson(outcome))}`;
  }
  yield report.outcomes.length === 0 ? "]\n}\n" : "\n  ]\n}\n";
}

const headJson = (report: CheckReport): unknown => ({
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
  unmet: outcome.unmet,
  citations: outcome.citations,
  readings: outcome.readings,
});
