import type { ComparedSide, Comparison } from "../../../../compiler/model/change.ts";
import { legendOf } from "../../../../compiler/report/comparison/marks.ts";
import { caveatLines, talliesOf } from "../../../../compiler/report/comparison/section-words.ts";
import { isSame } from "../../../../compiler/report/comparison/words-counts.ts";
import {
  quotedSideWords,
  RULE_TITLES,
  shortSideWords,
  sideWords,
} from "../../../../compiler/report/comparison/words.ts";
import type { ComparedTexts } from "../../worker-api.ts";
import type { ComparedSideView, ComparisonView } from "../view-model.ts";
import { behaviourViews } from "./behaviour.ts";
import { impactView } from "./impact.ts";
import { placeReader, type Side } from "./places.ts";
import { comparedRows } from "./rows.ts";
import { ruleViews } from "./rules.ts";
import { comparedTree } from "./tree.ts";

/** Everything that the page shows of a comparison, in the words of the reports. */
export const comparisonView = (comparison: Comparison, texts: ComparedTexts): ComparisonView => {
  const { relation } = comparison;
  const { title, rows, byPath } = comparedRows(comparison);
  const read = placeReader(byPath);
  const [heads, short] = [sideWords(comparison), shortSideWords(relation)];
  const sideView = (side: Side): ComparedSideView => ({
    ...plainSide(comparison[side]),
    head: heads[side],
    short: short[side],
  });
  return {
    title,
    relation,
    isSame: isSame(comparison),
    left: sideView("left"),
    right: sideView("right"),
    notes: [...caveatLines(comparison, quotedSideWords(comparison)), ...comparison.notes],
    tallies: talliesOf(comparison),
    legend: legendOf(comparison).map(({ mark, meaning }) => ({ mark, meaning })),
    tree: comparedTree(rows),
    rows,
    ruleTitle: RULE_TITLES[relation],
    rules: ruleViews(comparison, read),
    behaviour: behaviourViews(comparison, read),
    impact: impactView(comparison),
    withoutImpact: withoutImpact(comparison, texts),
  };
};

const plainSide = ({ name, file, text }: ComparedSide): Pick<ComparedSideView, "name" | "file" | "text"> => ({
  name,
  file,
  text,
});

const withoutImpact = (
  { impact, left, right }: Comparison,
  { leftData, rightData }: ComparedTexts,
): string | null => {
  if (impact !== null) return null;
  if (!left.hasRules || !right.hasRules) return "两份文件都写有规则，才能核对登记数据的结果有何不同。";
  return leftData.length + rightData.length === 0
    ? "这次比较没有使用登记数据。"
    : "所用的登记数据不能核对，原因见说明。";
};
