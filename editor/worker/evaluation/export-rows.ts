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
] as const;

/** The cells of the rows as text, in the order given. */
export function* exportRows(
  { policy, shown }: Results,
  rows: Iterable<number>,
): Generator<readonly string[]> {
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
    ];
  }
}
