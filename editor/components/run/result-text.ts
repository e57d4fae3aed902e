import type { RunResults, Status } from "../../worker/worker-api.ts";
import { conflictsOfRow, partnerInWords } from "./conflicts.ts";

type Decision = RunResults["decisions"][number];
type ResultRecord = RunResults["records"][number];

/** One row of the results with everything that its cells say. */
export interface ShownRow {
  readonly decision: Decision;
  readonly record: ResultRecord;
  readonly status: Status;
  /** The class, the number, or the measure that is ordered. */
  readonly words: string;
  /** The same, with what contradicts it in full. */
  readonly title: string;
}

export const shownRow = (results: RunResults, row: number): ShownRow => {
  const decision = results.decisions[results.decision[row]!]!;
  const status = results.statuses[results.status[row]!]!;
  const own = results.values.get(row) ?? measureInWords(decision, status);
  const conflicts = conflictsOfRow(results, row);
  const partners = conflicts.map(
    ({ partner }) => `“${results.decisions[results.decision[partner.row]!]!.rule}”`,
  );
  return {
    decision,
    record: results.records[results.record[row]!]!,
    status,
    words: partners.length === 0 ? own : `与${[...new Set(partners)].join("、")}冲突：${own}`,
    title: [own, ...conflicts.map((conflict) => partnerInWords(results, conflict))]
      .filter((part) => part !== "")
      .join("；"),
  };
};

/** M001 合成综合医院001; a name that only repeats the number is left out. */
export const recordTitle = ({ id, name }: { readonly id: string; readonly name: string | null }): string =>
  name === null || name === id ? id : `${id}　${name}`;

/** What a measure orders is worth saying only where it holds. */
const measureInWords = ({ modality, measure }: Decision, status: Status): string =>
  status === "成立" && measure !== null ? `${modality ?? ""}${measure}` : "";
