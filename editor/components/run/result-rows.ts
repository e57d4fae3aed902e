import type { ResultTarget, ResultView, RunResults } from "../../worker/worker-api.ts";

/** Rows and titles of groups in the order of the screen, without a list of their own for all of them. */
export interface ListedRows {
  readonly rows: Uint32Array;
  readonly groups: ResultView["groups"];
  readonly total: number;
}

export type ListedRow =
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "group"; readonly title: string; readonly count: number };

export const listRows = (view: ResultView | null): ListedRows => {
  const rows = view?.rows ?? new Uint32Array();
  const groups = view?.groups ?? [];
  return { rows, groups, total: rows.length + groups.length };
};

/** What stands at a place; the title of a group stands before the row at its `before`. */
export const rowAt = ({ rows, groups }: ListedRows, at: number): ListedRow => {
  const before = groupsUpTo(groups, at);
  const last = groups[before - 1];
  if (last !== undefined && last.before + before - 1 === at)
    return { kind: "group", title: last.title, count: last.count };
  return { kind: "row", row: rows[at - before] ?? 0 };
};

/** Place of a result among the rows; -1 where it is not among them. */
export const rowOfResult = (listed: ListedRows, results: RunResults, target: ResultTarget): number => {
  const decision = results.decisions.findIndex(({ id }) => id === target.decision);
  if (decision === -1) return -1;
  const at = listed.rows.findIndex((row) => {
    if (results.decision[row] !== decision) return false;
    const record = results.records[results.record[row]!];
    return record?.id === target.id && record.object === target.object;
  });
  return at === -1 ? -1 : at + groupsBeforeRow(listed.groups, at);
};

/** How many titles stand at or above a place of the screen. */
const groupsUpTo = (groups: ResultView["groups"], at: number): number =>
  partition(groups.length, (group) => groups[group]!.before + group <= at);

const groupsBeforeRow = (groups: ResultView["groups"], row: number): number =>
  partition(groups.length, (group) => groups[group]!.before <= row);

/** How many from the start on hold; those that hold stand first. */
const partition = (length: number, holds: (at: number) => boolean): number => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
