import { STATUS_ORDER } from "../../../compiler/report/check-report.ts";
import type { ResultFilter, ResultOrder, ResultView } from "../worker-api.ts";
import { rowFilter } from "./filter.ts";
import { rankTexts, reversed, sortByRank, type Ranks } from "./ranks.ts";
import type { Results } from "./results.ts";

/** Answers how rows are filtered, sorted and grouped; what a key costs is spent when it is first asked for. */
export type Viewer = (filter: ResultFilter, order: ResultOrder) => ResultView;

export const createViewer = (results: Results): Viewer => {
  const keys = new Map<ResultOrder["key"], Key>();
  const keyOf = (key: ResultOrder["key"]): Key => {
    const found = keys.get(key) ?? rankedBy(results, key);
    keys.set(key, found);
    return found;
  };
  const passes = rowFilter(results);
  return (filter, order) => {
    const { ranks, absent } = keyOf(order.key);
    const sorted = sortByRank(passes(filter), order.descending ? reversed(ranks, absent) : ranks);
    if (order.group === "none") return { rows: sorted, groups: [] };
    const group = keyOf(order.group);
    const rows = sortByRank(sorted, group.ranks);
    return { rows, groups: groupsIn(rows, group.ranks, titleOf(results, order.group)) };
  };
};

interface Key {
  readonly ranks: Ranks;
  /** How many ranks at the end stand for what is not there. */
  readonly absent: number;
}

const rankedBy = (results: Results, key: ResultOrder["key"]): Key => {
  const { decision, record, status, records, statuses, values } = results.shown;
  switch (key) {
    case "urgency":
      return { ranks: { of: (row) => results.urgency[row]!, count: MOST_URGENT + 1 }, absent: 0 };
    case "rule":
      return { ranks: { of: (row) => decision[row]!, count: results.decisions.length }, absent: 0 };
    case "status": {
      const order = Uint8Array.from(statuses, (each) => STATUS_ORDER.indexOf(each));
      return { ranks: { of: (row) => order[status[row]!]!, count: STATUS_ORDER.length }, absent: 0 };
    }
    case "record": {
      const { ranks, count } = rankTexts(records.map(({ name, id }) => name ?? id));
      return { ranks: { of: (row) => ranks[record[row]!]!, count }, absent: 1 };
    }
    case "region": {
      const { ranks, count } = rankTexts(records.map(({ region }) => region));
      return { ranks: { of: (row) => ranks[record[row]!]!, count }, absent: 1 };
    }
    case "value": {
      const { ranks, count } = rankTexts(Array.from(decision, (_, row) => values.get(row) ?? null));
      return { ranks: { of: (row) => ranks[row]!, count }, absent: 1 };
    }
  }
};

const MOST_URGENT = 6;

const titleOf = (
  { shown: { decision, record, status, decisions, records, statuses } }: Results,
  group: Exclude<ResultOrder["group"], "none">,
): ((row: number) => string) => {
  switch (group) {
    case "rule":
      return (row) => decisions[decision[row]!]!.id;
    case "status":
      return (row) => statuses[status[row]!]!;
    case "region":
      return (row) => records[record[row]!]!.region ?? "未填地区";
  }
};

const groupsIn = (rows: Uint32Array, { of }: Ranks, title: (row: number) => string): ResultView["groups"] => {
  const groups: { title: string; before: number; count: number }[] = [];
  let last = -1;
  for (const [at, row] of rows.entries()) {
    const rank = of(row);
    if (rank !== last) groups.push({ title: title(row), before: at, count: 0 });
    last = rank;
    groups.at(-1)!.count += 1;
  }
  return groups;
};
