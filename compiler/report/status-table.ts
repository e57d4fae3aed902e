import type { Decision } from "../model/ir.ts";
import type { Outcome, Status } from "../model/outcome.ts";
import { csvCell } from "./check-csv.ts";

/** Statuses of the records of one object: a line for each record, a column for each rule. */
export interface StatusTable {
  readonly object: string;
  /** Decision ids, in the order of the policy. */
  readonly columns: readonly string[];
  readonly rows: Iterable<{ readonly id: string; readonly statuses: readonly Status[] }>;
}

/** One table for each object that the decisions are about. Records stand in the order of their 编号 by character. */
export const statusTables = (
  decisions: readonly Pick<Decision, "id" | "object">[],
  outcomes: readonly Outcome[],
): readonly StatusTable[] => {
  const records = new Map<string, Map<string, Map<string, Status>>>();
  for (const { object, id, decision, status } of outcomes) {
    const held = memoised(memoised(records, object), id);
    held.set(decision, status);
  }
  return objectsOf(decisions).map((object) => {
    const columns = columnsOf(decisions, object);
    const rows = Array.from(records.get(object) ?? new Map<string, Map<string, Status>>(), ([id, held]) => ({
      id,
      statuses: columns.map((column) => held.get(column) ?? "不适用"),
    }));
    return { object, columns, rows: rows.sort((left, right) => byCharacter(left.id, right.id)) };
  });
};

export const objectsOf = (decisions: readonly Pick<Decision, "object">[]): readonly string[] => [
  ...new Set(decisions.map(({ object }) => object)),
];

export const columnsOf = (
  decisions: readonly Pick<Decision, "id" | "object">[],
  object: string,
): readonly string[] => decisions.filter((decision) => decision.object === object).map(({ id }) => id);

/**
 * The table as CSV, with a byte order mark, so that a spreadsheet shows Han characters as such. The lines end with
 * `\n`; what a spreadsheet would run as a formula begins with an apostrophe.
 */
export function* statusCsv({ columns, rows }: StatusTable): Generator<string> {
  yield `${statusHeading(columns)}\n`;
  for (const { id, statuses } of rows) yield `${csvCell(id)},${statuses.join(",")}\n`;
}

/** The first line: 编号 and the rules. */
export const statusHeading = (columns: readonly string[]): string =>
  `\uFEFF${["编号", ...columns].map(csvCell).join(",")}`;

/** By code points, as databases and UTF-8 sort; code units differ beyond the first 65,536 characters. */
const byCharacter = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return left.length - right.length;
};

/** Surrogates stand for characters beyond all others. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const memoised = <Key, Inner, Held>(map: Map<Key, Map<Inner, Held>>, key: Key): Map<Inner, Held> => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<Inner, Held>();
  map.set(key, made);
  return made;
};
