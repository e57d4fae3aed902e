import type { Comparison, RuleChange, RulePlace } from "../../model/change.ts";
import { textTable, type Cell } from "../text-table.ts";
import { visible } from "../width.ts";
import { sectionText, type WholeLayout } from "./terminal-section.ts";
import { directionWord, RULE_TITLES, ruleWord, SEVERITY_TONES, severityWord } from "./words.ts";

/** Every rule change with its weight and, where the documents tell it, its direction. */
export const ruleSection = ({ rules, relation }: Comparison, layout: WholeLayout): readonly string[] => {
  if (rules.length === 0) return [];
  const columns = [
    { title: "序", align: "right" as const, fixed: true },
    { title: "程度", fixed: true },
    { title: "方向", fixed: true },
    { title: "种类", fixed: true },
    { title: "条文" },
    { title: "变化" },
  ];
  const table = textTable(
    columns,
    rules.map((change, index) => [index + 1, ...rowOf(change, relation, layout)]),
    { ...layout, indent: "  " },
  );
  return [sectionText(RULE_TITLES[relation], table, layout)];
};

const rowOf = (change: RuleChange, relation: Comparison["relation"], { all }: WholeLayout): Cell[] => [
  { text: severityWord(change.severity, relation), tone: SEVERITY_TONES[change.severity] },
  directionWord(change.direction, relation),
  ruleWord(change.kind, relation),
  placesInWords(change),
  all && change.ground !== null
    ? `${change.message}
${change.ground}`
    : change.message,
];

/** 第八条 → 第七条, or the one label that there is. */
export const placesInWords = ({
  left,
  right,
}: {
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
}): string => {
  const [before, after] = [left?.label ?? null, right?.label ?? null];
  const words =
    before === null || after === null || before === after ? (after ?? before) : `${before} → ${after}`;
  return visible(words ?? "");
};
