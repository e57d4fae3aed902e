import type { Comparison, RuleChange, RulePlace } from "../../model/change.ts";
import { textTable, type Cell } from "../text-table.ts";
import { visible } from "../width.ts";
import { sectionText, type WholeLayout } from "./terminal-section.ts";
import { directionWord, RULE_WORDS, SEVERITY_TONES, SEVERITY_WORDS } from "./words.ts";

/** Every rule change with its weight and, where the documents tell it, its direction. */
export const ruleSection = ({ rules }: Comparison, layout: WholeLayout): readonly string[] => {
  if (rules.length === 0) return [];
  const columns = [
    { title: "程度", fixed: true },
    { title: "方向", fixed: true },
    { title: "种类", fixed: true },
    { title: "条文" },
    { title: "变化" },
  ];
  const table = textTable(columns, rules.map(rowOf), { ...layout, indent: "  " });
  return [sectionText("规则变化", table, layout)];
};

const rowOf = (change: RuleChange): Cell[] => [
  { text: SEVERITY_WORDS[change.severity], tone: SEVERITY_TONES[change.severity] },
  directionWord(change.direction),
  RULE_WORDS[change.kind],
  placesInWords(change),
  [change.message, change.direction === null ? null : change.ground]
    .filter((part) => part !== null)
    .join("\n"),
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
