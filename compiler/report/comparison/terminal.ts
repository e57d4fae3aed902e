import type { Comparison } from "../../model/change.ts";
import { plain } from "../tone.ts";
import { visible } from "../width.ts";
import { behaviourSection } from "./terminal-behaviour.ts";
import { impactSection } from "./terminal-impact.ts";
import { provisionSection } from "./terminal-provisions.ts";
import { ruleSection } from "./terminal-rules.ts";
import { sectionText, type ComparisonLayout, type WholeLayout } from "./terminal-section.ts";
import {
  behaviourCountWords,
  countsOf,
  editCountWords,
  isSame,
  provisionCountWords,
  ruleCountWords,
} from "./words-counts.ts";
import { RULE_TITLES, sideWords } from "./words.ts";

/** Where the output is no terminal, it is still read by people. */
const WIDEST = 120;

/** The comparison for a terminal: how much was found, then the words, the rules, what they decide, and for whom. */
export const comparisonTerminal = (comparison: Comparison, given: ComparisonLayout = {}): string => {
  const layout: WholeLayout = { width: WIDEST, paint: plain, all: false, ...given };
  return [
    heading(comparison, layout),
    ...provisionSection(comparison, layout),
    ...ruleSection(comparison, layout),
    ...behaviourSection(comparison, layout),
    ...impactSection(comparison, layout),
    ...noteSection(comparison, layout),
  ].join("\n\n");
};

const heading = (comparison: Comparison, { paint }: WholeLayout): string => {
  const { left, right, relation } = comparison;
  const words = sideWords(comparison);
  const counts = countsOf(comparison);
  const versions = relation === "versions";
  const line = (title: string, text: string): string[] => (text === "" ? [] : [`${title}：${text}`]);
  return [
    paint("strong", visible(versions ? `${right.name} 修改对照` : `${left.name} 与 ${right.name} 对照`)),
    ...(versions ? [`${words.left}：${visible(left.file)}`, `${words.right}：${visible(right.file)}`] : []),
    ...(isSame(comparison) ? [paint("good", "两份文件没有差别。")] : []),
    ...line("条文", provisionCountWords(counts, relation)),
    ...line("文字改动", editCountWords(counts)),
    ...line(RULE_TITLES[relation], ruleCountWords(counts)),
    ...line(
      versions ? "修改后的规则与修改前相比" : `“${right.name}”与“${left.name}”相比`,
      behaviourCountWords(counts),
    ),
    ...(counts.impact === null
      ? []
      : line(
          "影响",
          `${counts.impact.changed}条记录的结果改变${counts.impact.undecided === 0 ? "" : `，${counts.impact.undecided}条记录的结果尚不能确定是否改变`}`,
        )),
  ].join("\n");
};

const noteSection = ({ notes }: Comparison, layout: WholeLayout): readonly string[] =>
  notes.length === 0
    ? []
    : [sectionText("说明", notes.map((note) => `  ${visible(note)}`).join("\n"), layout)];
