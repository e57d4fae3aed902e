import type { BehaviourChange, Comparison, ImpactChange } from "../../model/change.ts";
import { dayInChinese } from "../day.ts";
import { cell, line, table } from "../markdown-cells.ts";
import { tableMarkdown } from "./markdown-table.ts";
import { caveatLines, NOMINAL_HEAD, OPEN_HEAD, partsOfImpact, shownChanges } from "./section-words.ts";
import { resultInWords } from "./terminal-behaviour.ts";
import { placesInWords } from "./terminal-rules.ts";
import { comparisonTable } from "./table-rows.ts";
import { witnessesOf } from "./witness-words.ts";
import {
  behaviourCountWords,
  countsOf,
  editCountWords,
  impactCountWords,
  isSame,
  provisionCountWords,
  ruleCountWords,
} from "./words-counts.ts";
import {
  directionWord,
  PROOF_WORDS,
  RULE_TITLES,
  severityWord,
  ruleWord,
  shortSideWords,
  verdictWord,
} from "./words.ts";

/** The comparison as Markdown, to be pasted into a review: the 修改对照表 as a table, then the other parts. */
export const comparisonMarkdown = (
  comparison: Comparison,
  { all = false }: { readonly all?: boolean } = {},
): string => {
  const rows = comparisonTable(comparison, { all });
  return `${[
    `# ${line(rows.title)}`,
    summary(comparison),
    ...caveatLines(comparison, shortSideWords(comparison.relation)).map(line),
    ...tableMarkdown(rows, comparison.relation),
    ...ruleParts(comparison),
    ...behaviourParts(comparison),
    ...impactParts(comparison),
    ...(comparison.notes.length === 0 ? [] : ["## 说明", bullets(comparison.notes)]),
  ].join("\n\n")}\n`;
};

const bullets = (lines: readonly string[]): string =>
  lines
    .filter((each) => each !== "")
    .map((each) => `- ${line(each)}`)
    .join("\n");

const summary = (comparison: Comparison): string => {
  const counts = countsOf(comparison);
  const { left, right } = shortSideWords(comparison.relation);
  const parts: readonly (readonly [string, string])[] = [
    ["条文", provisionCountWords(counts, comparison.relation)],
    ["文字改动", editCountWords(counts)],
    [RULE_TITLES[comparison.relation], ruleCountWords(counts, comparison.relation)],
    [`规则效果，${right}与${left}相比`, behaviourCountWords(counts)],
    ["影响", impactCountWords(counts)],
  ];
  return isSame(comparison)
    ? "两份文件没有差别。"
    : bullets(
        [...sideParts(comparison), ...parts]
          .filter(([, words]) => words !== "")
          .map(([title, words]) => `${title}：${words}`),
      );
};

/** Two cities are called by their names once; below they are 前者 and 后者. */
const sideParts = ({ relation, left, right }: Comparison): readonly (readonly [string, string])[] =>
  relation === "versions"
    ? []
    : [
        ["前者", left.name],
        ["后者", right.name],
      ];

const ruleParts = ({ rules, relation }: Comparison): readonly string[] =>
  rules.length === 0
    ? []
    : [
        `## ${RULE_TITLES[relation]}`,
        table(
          ["序号", "程度", "方向", "种类", "条文", "变化"],
          rules.map((change, at) => [
            `${at + 1}`,
            severityWord(change.severity, relation),
            directionWord(change.direction, relation),
            ruleWord(change.kind, relation),
            cell(placesInWords(change)),
            cell([change.message, change.ground ?? ""].filter((part) => part !== "").join("\n")),
          ]),
        ),
      ];

const behaviourParts = (comparison: Comparison): readonly string[] => {
  const { behaviour } = comparison;
  if (behaviour.length === 0) return [];
  const differing = behaviour.filter(({ verdict }) => verdict !== "equivalent");
  const same = behaviour.filter(({ verdict }) => verdict === "equivalent");
  return [
    "## 规则效果",
    ...(differing.length === 0
      ? []
      : [
          table(
            ["规则", "条文", "结论", "依据"],
            differing.map((change) => [
              cell(change.about),
              cell(placesInWords(change)),
              verdictWord(change),
              cell(change.proof === null ? (change.ground ?? "") : PROOF_WORDS[change.proof]),
            ]),
          ),
        ]),
    ...(same.length === 0
      ? []
      : [
          `等效（已证明）：${same.map(({ left, right, about }) => line((right ?? left)?.name ?? about)).join("、")}。`,
        ]),
    ...behaviour.flatMap((change) => witnessParts(comparison, change)),
  ];
};

const witnessParts = (comparison: Comparison, change: BehaviourChange): readonly string[] => {
  const { shown, hidden } = witnessesOf(change);
  if (shown.length === 0) return [];
  const words = shortSideWords(comparison.relation);
  return [
    `### ${line(change.about)}：最小例证`,
    ...shown.flatMap((witness, at) => [
      ...(shown.length === 1 ? [] : [`例${at + 1}`]),
      bullets([
        `基准日${dayInChinese(witness.at)}，${witness.record.object}「${witness.record.id}」`,
        ...witness.facts,
        `${words.left}：${resultInWords(witness.left)}`,
        `${words.right}：${resultInWords(witness.right)}`,
        shownChanges(comparison, witness) ?? "",
      ]),
    ]),
    ...(hidden.length === 0 ? [] : [`另有${hidden.length}个例证，网页格式的对照表全部列出。`]),
  ];
};

const SHOWN_RECORDS = 20;

const impactParts = ({ impact }: Comparison): readonly string[] => {
  if (impact === null) return [];
  const { decided, open, nominal } = partsOfImpact(impact.changes);
  return [
    "## 对现有记录的影响",
    `基准日${dayInChinese(impact.at)}。`,
    ...(impact.changes.length === 0 ? ["没有记录的结果改变。"] : []),
    ...(decided.length === 0 ? [] : [impactTable(decided)]),
    ...(open.length === 0 ? [] : [`以下记录${OPEN_HEAD}：`, impactTable(open)]),
    ...(nominal.length === 0 ? [] : [`以下记录${NOMINAL_HEAD}：`, impactTable(nominal)]),
  ];
};

const impactTable = (changes: readonly ImpactChange[]): string =>
  table(
    ["规则", "由", "变为", "记录数", "编号"],
    changes.map(({ rule, from, to, count, records }) => [
      cell(rule),
      cell(from),
      cell(to),
      String(count),
      cell(records.slice(0, SHOWN_RECORDS).join("、") + (count > SHOWN_RECORDS ? "等" : "")),
    ]),
  );
