import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { pairMarks, placeOfMark, wordsAround, type LoneMark, type MarkKind } from "./open-marks.ts";
import { passagesWith, reportIn, standingIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "unclosed-quote": {
    severity: "warning",
    message: "引号不成对：“{around}”处的{found}{problem}。请对照正式文本，补上或者改正。",
    why: "引号不成对，就看不出引用或者简称到哪里为止。",
    bad: "第一条 门诊慢特病（以下简称“慢特病）患者可以申请。\n",
    good: "第一条 门诊慢特病（以下简称“慢特病”）患者可以申请。\n",
  },
  "unclosed-book-mark": {
    severity: "warning",
    message: "书名号不成对：“{around}”处的{found}{problem}。请对照正式文本，补上或者改正。",
    why: "书名号不成对，就看不出引用的是哪一份文件。",
    bad: "第一条 根据《医疗机构管理条例的规定，制定本办法。\n",
    good: "第一条 根据《医疗机构管理条例》的规定，制定本办法。\n",
  },
  "nested-book-mark": {
    severity: "info",
    message: "书名号里面还有书名号：“{found}”。里面一层按国家标准用单书名号“〈〉”。",
    why: "《标点符号用法》规定，书名号里面还需要书名号时，外面用双书名号，里面用单书名号。",
    bad: "第一条 根据《某市贯彻《医疗机构管理条例》的意见》，制定本办法。\n",
    good: "第一条 根据《某市贯彻〈医疗机构管理条例〉的意见》，制定本办法。\n",
  },
  "straight-quote": {
    severity: "info",
    message: "这里用了直引号{found}，公文的引号应当写成“…”。请核对正式文本。",
    why: "直引号分不出前后，和弯引号混用时无法判断引用到哪里为止。",
    bad: '第一条 构建"15分钟医保服务圈"，方便群众。\n',
    good: "第一条 构建“15分钟医保服务圈”，方便群众。\n",
  },
} as const;

const report = reporter(catalogue);

/** “…, 《… and 「… that are never closed, or closed without having been opened. */
export const unclosedQuotes: TextLint = {
  catalogue,
  check: (text) => {
    const quotes = pairMarks(text, QUOTES, QUOTE_REACH, isApostrophe);
    const books = pairMarks(text, BOOKS, 0);
    const deep = books.pairs.filter(({ kind, isNested }) => kind === BOOKS[0] && isNested);
    return [
      ...quotes.lone.map((lone) => reportLone(text, "unclosed-quote", lone)),
      ...books.lone
        .filter((lone) => !isComparison(lone))
        .map((lone) => reportLone(text, "unclosed-book-mark", lone)),
      ...deep.map(({ passage, from, to }) =>
        reportIn(report, text, { passage, from, to }, "nested-book-mark", {
          found: passage.text.slice(from, to),
        }),
      ),
      ...passagesWith(text, /"/).flatMap((passage) => checkStraight(text, passage)),
    ];
  },
};

const QUOTES: readonly MarkKind[] = [
  { name: "引号", open: "“", close: "”", resumes: true },
  { name: "单引号", open: "‘", close: "’" },
  { name: "直角引号", open: "「", close: "」" },
  { name: "双直角引号", open: "『", close: "』" },
];

const BOOKS: readonly MarkKind[] = [
  { name: "书名号", open: "《", close: "》" },
  { name: "单书名号", open: "〈", close: "〉" },
];

/** WHO’s: between Latin letters it is no quotation mark. */
const isApostrophe = ({ text }: Passage, index: number): boolean =>
  text[index] === "’" && /[A-Za-z]/.test(text[index - 1] ?? "");

/** A quotation of several articles is closed behind the last of them. */
const QUOTE_REACH = 40;

/** 〈 and 〉 also stand for less and greater. */
const isComparison = ({ kind, passage, index }: LoneMark): boolean =>
  kind === BOOKS[1] && /[\d０-９]/.test(passage.text[index + 1] ?? "");

const reportLone = (
  text: TextUnderReview,
  code: "unclosed-quote" | "unclosed-book-mark",
  lone: LoneMark,
): Diagnostic => {
  const place = placeOfMark(lone);
  const { name } = lone.kind;
  const problem = lone.opens ? `没有对应的后${name}` : `没有对应的前${name}`;
  return report(
    code,
    text.document.source.name,
    place,
    { around: wordsAround(lone), found: `${lone.opens ? "前" : "后"}${name}`, problem },
    standingIn(text, place),
  );
};

const STRAIGHT = /"[^"\n]{0,60}"?/;

const checkStraight = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const at = passage.text.indexOf('"');
  if (at < 0 || !/[\u4e00-\u9fff]/.test(passage.text.slice(Math.max(0, at - 1), at + 2))) return [];
  const found = STRAIGHT.exec(passage.text)![0];
  return [reportIn(report, text, { passage, from: at, to: at + found.length }, "straight-quote", { found })];
};
