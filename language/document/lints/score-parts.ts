import { parseNumeral } from "../../numerals.ts";
import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { Provision } from "../model.ts";
import { listsBelow } from "./lists-below.ts";
import { passagesWith, reportIn, standingIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "score-parts-mismatch": {
    severity: "warning",
    message:
      "分值相加不符：“{found}”，各项合计{sum}分，总分是{total}分。请核对各项分值；还有其他项目的，请一并写明。",
    why: "各项分值相加不等于总分，打分时就有人无法得满分，或者超过满分。",
    bad: "第一条 考核满分100分，其中师资30分、设施40分、管理20分。\n",
    good: "第一条 考核满分100分，其中师资30分、设施40分、管理30分。\n",
  },
} as const;

const report = reporter(catalogue);

/** 满分100分，其中甲30分、乙40分、丙20分: in one sentence, or in the items below it. */
export const scoreParts: TextLint = {
  catalogue,
  check: (text) => {
    const passages = passagesWith(text, WHOLE);
    if (passages.length === 0) return [];
    const lists = listsBelow(text);
    return passages.flatMap((passage) => [
      ...checkSentences(text, passage),
      ...checkList(text, passage, lists.get(passage.pieces.at(-1)?.end ?? -1)),
    ]);
  },
};

const NUMBER = "([0-9]{1,4}|[一二两三四五六七八九十百]{1,5})";
const WHOLE = new RegExp(`(?:满分|总分值?|分值合计)(?:共计?|合计|为|是|：)?${NUMBER}分|百分制`);

/** 师资30分; 达到80分 and 每人1分 are no parts. */
const PART = `[^，。；：、（）()0-9一二两三四五六七八九十百以达得每加减扣满不超]{1,14}[（(]?(?:占|为|计)?${NUMBER}分[）)]?`;
const PARTS = `(${PART}(?:[、，；和]${PART})+)`.replaceAll(NUMBER, NUMBER.replace("(", "(?:"));

const AHEAD = new RegExp(
  `(?:满分|总分值?)(?:共计?|为|是)?${NUMBER}分[，,：:；（(]?(?:其中|包括|由|分为)?[，,：:]?${PARTS}`,
  "g",
);
const BEHIND = new RegExp(
  `${PARTS}(?:组成)?[，,；](?:满分|总分值?|合计|共计|共)(?:共计?|为|是)?${NUMBER}分`,
  "g",
);

/** The parts go on in other words. */
const GOES_ON = /^[，、；]?[^。；]{0,16}(?:其余|剩余|其他|另|等)/;

const checkSentences = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const ahead = [...passage.text.matchAll(AHEAD)].map((match) => ({
    match,
    whole: match[1]!,
    parts: match[2]!,
  }));
  const behind = [...passage.text.matchAll(BEHIND)].map((match) => ({
    match,
    whole: match[2]!,
    parts: match[1]!,
  }));
  return [...ahead, ...behind].flatMap(({ match, whole, parts }) => {
    const [from, to] = [match.index, match.index + match[0].length];
    if (GOES_ON.test(passage.text.slice(to, to + 24))) return [];
    const values = valuesOf(parts);
    const [sum, total] = [values.reduce((all, value) => all + value, 0), numberOf(whole)];
    if (values.length < 2 || sum === total) return [];
    const told = { found: passage.text.slice(from, to), sum, total };
    return [reportIn(report, text, { passage, from, to }, "score-parts-mismatch", told)];
  });
};

const valuesOf = (words: string): number[] =>
  [...words.matchAll(new RegExp(`${NUMBER}分`, "g"))].map(([, number]) => numberOf(number!));

const numberOf = (words: string): number => parseNumeral(words) ?? 0;

const ITEM = new RegExp(`^[^，。；：、0-9]{1,20}?[，：（(]?(?:满分|占|为|计)?${NUMBER}分(?:[）)，。；：]|$)`);

const GRADE = /^\s*(?:优秀|良好|优良|中等|及格|合格|不合格|不及格|[一二三四五六甲乙丙丁ABCD][等级类档])/;

/** 满分100分： with a score at the head of every item. */
const checkList = (text: TextUnderReview, passage: Passage, list: Provision | undefined): Diagnostic[] => {
  const match = WHOLE.exec(passage.text);
  if (list === undefined || match === null || !/[：:。]$/.test(passage.text)) return [];
  if (/加分|扣分|附加|倒扣/.test(passage.text)) return [];
  const items = list.children.filter(({ number }) => number !== null);
  const { text: source } = text.document.source;
  // 优秀90分 is where a grade begins.
  if (
    items.some(
      ({ pieces: [words] }) => words !== undefined && GRADE.test(source.slice(words.start, words.end)),
    )
  )
    return [];
  const scores = items.map(({ pieces: [words] }) =>
    words === undefined ? undefined : ITEM.exec(source.slice(words.start, words.end).trimStart())?.[1],
  );
  const values = scores.flatMap((score) => (score === undefined ? [] : [numberOf(score)]));
  if (values.length < 2 || values.length < list.children.length) return [];
  const [sum, total] = [
    values.reduce((all, value) => all + value, 0),
    match[1] === undefined ? 100 : numberOf(match[1]),
  ];
  if (sum === total) return [];
  const range = { passage, from: match.index, to: match.index + match[0].length };
  const { start, end } = items.at(-1)!.span;
  const related = [{ file: text.document.source.name, span: { start, end }, message: "各项分值到这里为止" }];
  const finding = reportIn(report, text, range, "score-parts-mismatch", {
    found: `${match[0]}：${values.map((value) => `${value}分`).join("、")}`,
    sum,
    total,
  });
  return [{ ...finding, ...standingIn(text, finding.span), related }];
};
