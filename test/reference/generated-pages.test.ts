import { expect, test } from "vitest";
import { allAnalysisKinds } from "../../compiler/analysis-of.ts";
import { diagnosticKinds } from "../../compiler/index.ts";
import {
  ARITHMETIC_WORDS,
  BLOCK_KEYWORDS,
  BOUND_WORDS,
  FUNCTION_WORDS,
  KEYWORDS,
  MODAL_WORDS,
  RESULT_WORDS,
  UNITS,
  printRational,
  type BoundOperator,
  type Dimension,
  type KeywordGroup,
} from "../../language/index.ts";
import { diagnosticsPage } from "./diagnostics-page.ts";

const MEANINGS = {
  atLeast: "大于或者等于（含本数）",
  atMost: "小于或者等于（含本数）",
  lessThan: "小于（不含本数）",
  greaterThan: "大于（不含本数）",
  equal: "等于",
  notEqual: "不等于",
  approximately: "按所写位数四舍五入后等于",
} as const satisfies Record<BoundOperator, string>;

const PLACES = { before: "数字之前", after: "数字之后", either: "数字之前或者之后" } as const;

const FORCES = {
  must: "要求",
  mustNot: "禁止",
  may: "允许",
  encourage: "鼓励",
} as const satisfies Record<(typeof MODAL_WORDS)[keyof typeof MODAL_WORDS], string>;

const DIMENSIONS = {
  pure: "纯数",
  money: "金额",
  length: "长度",
  area: "面积",
  minute: "分钟",
  day: "日",
  workingDay: "工作日",
  month: "月",
  year: "年",
  score: "分值",
  count: "计数",
} as const satisfies Record<Dimension, string>;

const GROUPS = {
  connective: "连接词",
  modal: "情态词",
  condition: "条件词",
  bound: "界限词",
  list: "列项词",
  arithmetic: "算式词",
  place: "范围词",
  statement: "陈述词",
  scenario: "用例用词",
  result: "结果词",
} as const satisfies Record<KeywordGroup, string>;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const keywordRows = (): string[][] =>
  (Object.keys(GROUPS) as KeywordGroup[]).map((group) => [
    GROUPS[group],
    wordsOf(group)
      .filter((word) => !COMPOSED.test(word))
      .join("　"),
  ]);

const wordsOf = (group: KeywordGroup): string[] =>
  Object.keys(KEYWORDS).filter((word) => KEYWORDS[word]!.group === group);

/** List heads are composed of a verb, 下列 or 以下, and what the list holds. */
const COMPOSED = /^(.*?)(?:下列|以下)(.+?)(?:之一)?$/;

const listHeads = (): string => {
  const parts = wordsOf("list")
    .map((word) => COMPOSED.exec(word))
    .filter((match) => match !== null);
  const distinct = (at: 1 | 2): string =>
    [...new Set(parts.map((match) => match[at]!))].filter(Boolean).join("、");
  return `列项开头由三部分组成：${distinct(1)}；下列、以下；${distinct(2)}；末尾可以加“之一”，或者写“中至少N项”。`;
};

const page = (): string =>
  [
    "# 词表",
    "本页由程序从词表生成，请勿手工修改。",
    "## 规则块",
    BLOCK_KEYWORDS.map((keyword) => `【${keyword}】`).join("　"),
    "## 关键词",
    table(["类别", "词"], keywordRows()),
    listHeads(),
    "## 界限词",
    table(
      ["词", "含义", "位置", "可以用（含本数）（不含本数）改变"],
      Object.entries(BOUND_WORDS).map(([word, { operator, position, overridable }]) => [
        word,
        MEANINGS[operator],
        PLACES[position],
        overridable ? "可以" : "",
      ]),
    ),
    "## 情态词",
    table(
      ["词", "性质"],
      Object.entries(MODAL_WORDS).map(([word, force]) => [word, FORCES[force]]),
    ),
    "“原则上”可以加在情态词之前，也可以写在句首；没有情态词的是陈述。",
    "## 算式",
    [...Object.keys(ARITHMETIC_WORDS), ...Object.keys(FUNCTION_WORDS)].join("　"),
    "## 结果词",
    RESULT_WORDS.join("　"),
    "## 单位",
    table(
      ["单位", "量纲", "折算"],
      Object.entries(UNITS).map(([word, { dimension, factor }]) => [
        word,
        DIMENSIONS[dimension],
        printRational(factor) === "1" ? "" : `× ${printRational(factor)}`,
      ]),
    ),
    "",
  ].join("\n\n");

test("the page of tables is what the tables say", async () => {
  await expect(page()).toMatchFileSnapshot("../../language/reference/tables.md");
});

test("the page of findings is what the catalogue says", async () => {
  expect(Object.keys(diagnosticKinds).length).toBeGreaterThan(40);
  await expect(diagnosticsPage(diagnosticKinds, allAnalysisKinds)).toMatchFileSnapshot(
    "../../language/reference/diagnostics.md",
  );
});
