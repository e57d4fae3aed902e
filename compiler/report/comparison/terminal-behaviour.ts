import type { BehaviourChange, Comparison, Witness, WitnessResult } from "../../model/change.ts";
import { dayInChinese } from "../day.ts";
import { textTable, type Cell } from "../text-table.ts";
import { visible, wrap } from "../width.ts";
import { placesInWords } from "./terminal-rules.ts";
import { sectionText, type WholeLayout } from "./terminal-section.ts";
import { reasonsOf, resultWords, witnessesOf } from "./witness-words.ts";
import { PROOF_WORDS, RULE_TITLES, shortSideWords, VERDICT_TONES, verdictWord } from "./words.ts";

/** What the rules decide: a verdict for each pair, then a smallest case for each that differs. */
export const behaviourSection = (comparison: Comparison, layout: WholeLayout): readonly string[] => {
  const { behaviour } = comparison;
  if (behaviour.length === 0) return [];
  const shown = layout.all ? behaviour : behaviour.filter(({ verdict }) => verdict !== "equivalent");
  const same = layout.all ? [] : behaviour.filter(({ verdict }) => verdict === "equivalent");
  const columns = [{ title: "规则" }, { title: "条文" }, { title: "结论", fixed: true }, { title: "依据" }];
  const body = [
    ...(shown.length === 0 ? [] : [textTable(columns, shown.map(rowOf), { ...layout, indent: "  " })]),
    ...(same.length === 0 ? [] : equivalentLines(same, layout)),
  ];
  const cases = behaviour.flatMap((change) => caseLines(comparison, change, layout));
  return [
    sectionText("规则效果", body.join("\n"), layout),
    ...(cases.length === 0 ? [] : [sectionText("结果不同的最小例证", cases.join("\n"), layout)]),
  ];
};

const equivalentLines = (same: readonly BehaviourChange[], layout: WholeLayout): readonly string[] =>
  indented(
    `等效（已证明）：${same.map(({ left, right, about }) => (right ?? left)?.name ?? about).join("、")}`,
    2,
    layout,
  );

const rowOf = (change: BehaviourChange): Cell[] => [
  change.about,
  placesInWords(change),
  { text: verdictWord(change), tone: VERDICT_TONES[change.verdict] },
  [
    change.proof === null ? "" : PROOF_WORDS[change.proof],
    change.verdict === "equivalent" ? "" : (change.ground ?? ""),
  ]
    .filter((part) => part !== "")
    .join("；"),
];

const caseLines = (
  comparison: Comparison,
  change: BehaviourChange,
  layout: WholeLayout,
): readonly string[] => {
  if (change.witness === null) return [];
  const { shown, hidden } = witnessesOf(change, layout.all);
  const title = `${visible(change.about)}　${layout.paint(VERDICT_TONES[change.verdict], verdictWord(change))}`;
  return [
    `  ${layout.paint("strong", "◆")} ${title}`,
    ...shown.flatMap((witness, at) =>
      witnessLines(comparison, witness, shown.length === 1 ? "" : `例${at + 1}　`, layout),
    ),
    ...(hidden.length > 0 ? [`    另有${hidden.length}个例证，用 --all 全部列出。`] : []),
  ];
};

const witnessLines = (
  comparison: Comparison,
  witness: Witness,
  mark: string,
  layout: WholeLayout,
): readonly string[] => {
  const words = shortSideWords(comparison.relation);
  return [
    `    ${mark}基准日${dayInChinese(witness.at)}，${witness.record.object}「${visible(witness.record.id)}」`,
    ...witness.facts.flatMap((fact) => indented(fact, 6, layout)),
    ...resultLines(words.left, witness.left, layout),
    ...resultLines(words.right, witness.right, layout),
    ...(witness.changes.length === 0
      ? []
      : [
          `      体现${RULE_TITLES[comparison.relation]}第${witness.changes.map((index) => index + 1).join("、")}项`,
        ]),
  ];
};

const resultLines = (side: string, result: WitnessResult, layout: WholeLayout): readonly string[] => {
  const reasons = reasonsOf(result);
  const words = reasons.some((sentence) => sentence.startsWith("依据："))
    ? resultWords(result)
    : resultInWords(result);
  return [
    ...indented(`${side}：${words}`, 6, layout),
    ...reasons.flatMap((sentence) =>
      indented(sentence, 8, layout).map((line) => layout.paint("muted", line)),
    ),
  ];
};

/** 成立（原则上不再新增医保定点），依据第十条 */
export const resultInWords = (result: WitnessResult): string => {
  const labels = [...new Set(result.citations.map(({ label }) => label))];
  return `${resultWords(result)}${labels.length === 0 ? "" : `，依据${labels.join("、")}`}`;
};

const indented = (text: string, spaces: number, { width }: WholeLayout): readonly string[] =>
  wrap(visible(text), width - spaces).map((line) => " ".repeat(spaces) + line);
