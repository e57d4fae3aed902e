import type { Conflict } from "../../../compiler/model/outcome.ts";
import { conflictSide } from "../../../compiler/report/check-table.ts";
import type { Results } from "./results.ts";

/** One heading for each column of an exported table. */
export const EXPORT_HEADINGS = [
  "政策",
  "基准日",
  "试算",
  "提示",
  "对象",
  "编号",
  "名称",
  "地区",
  "规则",
  "条文",
  "结果",
  "值",
  "情态",
  "措施",
  "冲突",
] as const;

/** The cells of the rows as text, in the order given. */
export function* exportRows(results: Results, rows: Iterable<number>): Generator<readonly string[]> {
  const { policy, shown } = results;
  const conflicts = conflictCells(results);
  const common = [policy.program.policy.name, shown.at, shown.trial ? "是" : "否", shown.notice ?? ""];
  for (const row of rows) {
    const decision = shown.decisions[shown.decision[row]!]!;
    const record = shown.records[shown.record[row]!]!;
    yield [
      ...common,
      record.object,
      record.id,
      record.name ?? "",
      record.region ?? "",
      decision.id,
      decision.label ?? "—",
      shown.statuses[shown.status[row]!]!,
      shown.values.get(row) ?? "",
      decision.modality ?? "",
      decision.measure ?? "",
      conflicts.get(row)?.join("；") ?? "",
    ];
  }
}

/** By row: what contradicts it, as reports name it. */
const conflictCells = ({
  policy: { program },
  shown,
  conflicts,
}: Results): ReadonlyMap<number, readonly string[]> => {
  const cells = new Map<number, string[]>();
  const add = (row: number, side: Conflict["left"]): void => {
    const cell = cells.get(row) ?? [];
    cells.set(row, cell);
    cell.push(`与${conflictSide(program, side)}相互冲突`);
  };
  for (const [at, { left, right }] of shown.conflicts.entries()) {
    const told = conflicts[at]!;
    add(left.row, told.right);
    add(right.row, told.left);
  }
  return cells;
};
