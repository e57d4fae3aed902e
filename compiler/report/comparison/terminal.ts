import type { Comparison } from "../../model/change.ts";
import { plain } from "../tone.ts";
import { visible } from "../width.ts";
import { caveatLines } from "./section-words.ts";
import { behaviourSection } from "./terminal-behaviour.ts";
import { impactSection } from "./terminal-impact.ts";
import { provisionSection } from "./terminal-provisions.ts";
import { ruleSection } from "./terminal-rules.ts";
import { sectionText, type ComparisonLayout, type WholeLayout } from "./terminal-section.ts";
import {
  behaviourCountWords,
  countsOf,
  editCountWords,
  impactCountWords,
  isSame,
  provisionCountWords,
  ruleCountWords,
} from "./words-counts.ts";
import { RULE_TITLES, shortSideWords } from "./words.ts";

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
  const words = shortSideWords(relation);
  const counts = countsOf(comparison);
  const versions = relation === "versions";
  const line = (title: string, text: string): string[] => (text === "" ? [] : [`${title}：${text}`]);
  const named = ({ name, file }: Comparison["left"]): string =>
    visible(versions || name === file ? file : `${name}（${file}）`);
  return [
    paint("strong", visible(versions ? `${right.name} 修改对照` : "两份文件对照")),
    `${words.left}：${named(left)}`,
    `${words.right}：${named(right)}`,
    ...(isSame(comparison) ? [paint("good", "两份文件没有差别。")] : []),
    ...line("条文", provisionCountWords(counts, relation)),
    ...line("文字改动", editCountWords(counts)),
    ...line(RULE_TITLES[relation], ruleCountWords(counts, relation)),
    ...line(`规则效果，${words.right}与${words.left}相比`, behaviourCountWords(counts)),
    ...line("影响", impactCountWords(counts)),
    ...caveatLines(comparison, words).map(visible),
  ].join("\n");
};

const noteSection = ({ notes }: Comparison, layout: WholeLayout): readonly string[] =>
  notes.length === 0
    ? []
    : [sectionText("说明", notes.map((note) => `  ${visible(note)}`).join("\n"), layout)];
