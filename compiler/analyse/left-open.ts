import type { AnalysisFinding } from "../model/analysis.ts";

/** So many open questions of one kind about one rule are told one by one. */
const MOST_TOLD = 10;

/** Where very many questions of one kind stay open about one rule, the rest are told together. */
export const openToldTogether = (found: readonly AnalysisFinding[]): readonly AnalysisFinding[] => {
  const open = new Map<string, AnalysisFinding[]>();
  const kept = found.filter((each) => {
    if (each.certainty !== "undecided") return true;
    const key = JSON.stringify([each.code, each.places[0]!.rule]);
    const alike = open.get(key) ?? [];
    alike.push(each);
    open.set(key, alike);
    return alike.length <= MOST_TOLD;
  });
  const rest = [...open.values()].filter(({ length }) => length > MOST_TOLD);
  return [...kept, ...rest.map((alike) => together(alike.slice(MOST_TOLD)))];
};

const together = (alike: readonly AnalysisFinding[]): AnalysisFinding => {
  const last = alike.at(-1)!;
  const { rule } = last.places[0]!;
  const reason = last.reason ?? "";
  return {
    ...last,
    message: `${rule === null ? "" : `“${rule}”`}另有${alike.length}个同类的问题未能判定，未逐一列出：${reason}请人工核对，或者把规则写得简单一些再分析。`,
    reason,
  };
};
