import type { ConflictSide, RunResults } from "../../worker/worker-api.ts";

/** What one result contradicts. */
export interface RowConflict {
  readonly measure: string;
  readonly partner: ConflictSide;
}

/** The contradictions that a result is part of, in the order of the report. */
export const conflictsOfRow = (results: RunResults, row: number): readonly RowConflict[] => {
  const found = known.get(results) ?? byRow(results);
  known.set(results, found);
  return found.get(row) ?? [];
};

/** 与规则“退出”（不得续签，第五条）相互冲突. */
export const partnerInWords = (results: RunResults, { measure, partner }: RowConflict): string => {
  const { rule, label } = results.decisions[results.decision[partner.row]!]!;
  return `与规则“${rule}”（${partner.modality}${measure}${label === null ? "" : `，${label}`}）相互冲突`;
};

const known = new WeakMap<RunResults, ReadonlyMap<number, readonly RowConflict[]>>();

const byRow = ({ conflicts }: RunResults): ReadonlyMap<number, readonly RowConflict[]> => {
  const rows = new Map<number, RowConflict[]>();
  const add = (row: number, conflict: RowConflict): void => {
    const own = rows.get(row);
    if (own === undefined) rows.set(row, [conflict]);
    else own.push(conflict);
  };
  for (const { measure, left, right } of conflicts) {
    add(left.row, { measure, partner: right });
    add(right.row, { measure, partner: left });
  }
  return rows;
};
