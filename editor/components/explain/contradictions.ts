import { html } from "lit";
import type { RunState } from "../../state/run-state.ts";
import type { ResultTarget, RunResults } from "../../worker/worker-api.ts";
import { conflictsOfRow } from "../run/conflicts.ts";

/** What the result that is explained contradicts on its record, with the way to the other one. */
export const contradictions = (run: RunState, target: ResultTarget): unknown => {
  const results = run.results.get();
  const row = results === null ? undefined : contradictingRow(results, target);
  if (results === null || row === undefined) return null;
  return conflictsOfRow(results, row).map(({ measure, partner }) => {
    const { id, rule, label } = results.decisions[results.decision[partner.row]!]!;
    const other = html`<button
      class="link"
      title="看这一项结果"
      @click=${() => run.target.set({ ...target, decision: id })}
    >
      ${rule}
    </button>`;
    const basis = label === null ? "" : `，依据${label}`;
    return html`<p>
      <span class="bad">冲突：</span>与规则${other}（${partner.modality}${measure}）相互冲突${basis}。
    </p>`;
  });
};

/** Row of the target where it is part of a contradiction. */
const contradictingRow = (results: RunResults, { object, id, decision }: ResultTarget): number | undefined =>
  results.conflicts
    .flatMap(({ left, right }) => [left.row, right.row])
    .find((row) => {
      const record = results.records[results.record[row]!]!;
      return (
        record.id === id &&
        record.object === object &&
        results.decisions[results.decision[row]!]!.id === decision
      );
    });
