import { urgency } from "../../../compiler/report/check-report.ts";
import type { IndexedFacts } from "../../../compiler/data/index.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import { measureOf } from "../../../compiler/model/norm-words.ts";
import type { RunResults } from "../worker-api.ts";

/** How much each result asks of its reader, as reports order them; what contradicts another rule asks most. */
export const urgencyOfRows = (
  shown: RunResults,
  decisions: readonly Decision[],
  facts: IndexedFacts,
): Uint8Array => {
  const clashing = contradictingRows(shown);
  const reasons = facts.tables.reasons.length > 0;
  const measures = decisions.map(measureOf);
  const table = new Uint8Array(shown.decision.length);
  for (let row = 0; row < table.length; row += 1) {
    const decision = decisions[shown.decision[row]!]!;
    const status = shown.statuses[shown.status[row]!]!;
    const { object, id } = shown.records[shown.record[row]!]!;
    const excuse =
      reasons && status === "不符合" && decision.kind === "requirement" && decision.modality.inPrinciple
        ? (facts.recordedReason(object, id, decision.name) ?? facts.recordedReason(object, id, decision.id))
        : undefined;
    table[row] = clashing.has(row)
      ? CONTRADICTION
      : urgency({ status, reason: excuse ?? null, measure: measures[shown.decision[row]!]! });
  }
  return table;
};

/** Results that contradict another one of their record. */
export const contradictingRows = ({ conflicts }: RunResults): ReadonlySet<number> =>
  new Set(conflicts.flatMap(({ left, right }) => [left.row, right.row]));

const CONTRADICTION = 6;
