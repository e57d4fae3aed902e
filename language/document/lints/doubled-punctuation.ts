import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "doubled-punctuation": {
    severity: "warning",
    message: "标点重复：“{around}”里连着写了“{found}”，应当只留一个。请核对正式文本。",
    why: "两个标点连用，就看不出句子在哪里断开，常常是删改之后留下的。",
    bad: "第一条 各单位应当按时申报。。逾期不予受理。\n",
    good: "第一条 各单位应当按时申报。逾期不予受理。\n",
  },
  "missing-pause-mark": {
    severity: "info",
    message: "“{found}”：两份文件之间隔着括注，应当加顿号“、”。请核对正式文本。",
    why: "《标点符号用法》规定，相邻的书名号之间可以不用顿号，但是中间有括注的应当用，否则括注属于哪一份文件不清楚。",
    bad: "第一条 根据《甲办法》（市政府令第2号）《乙办法》（市政府令第3号），制定本细则。\n",
    good: "第一条 根据《甲办法》（市政府令第2号）、《乙办法》（市政府令第3号），制定本细则。\n",
  },
  "mixed-numerals": {
    severity: "info",
    message: "“{found}”把汉字数字和阿拉伯数字或者字母混写在一个数里，应当写成“{expected}”。",
    why: "混写的年份和日期检索不到，也容易读错。",
    bad: "第一条 本办法自二0二五年三月一日起施行。\n",
    good: "第一条 本办法自二〇二五年三月一日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** 。。, two titles without 、 between them, and 二0二五年: slips of typing. */
export const doubledPunctuation: TextLint = {
  catalogue,
  check: (text) => [
    ...passagesWith(text, DOUBLED).flatMap((passage) => checkDoubled(text, passage)),
    ...passagesWith(text, BETWEEN_TITLES).flatMap((passage) => checkBetweenTitles(text, passage)),
    ...passagesWith(text, YEAR).flatMap((passage) => checkNumerals(text, passage)),
  ],
};

const DOUBLED = /[，。；：、][，。；：、]+/g;

const checkDoubled = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  for (const match of passage.text.matchAll(DOUBLED)) {
    // 。。。 and longer is somebody's ellipsis.
    if (/^。{3,}$/.test(match[0])) continue;
    const to = match.index + match[0].length;
    const around = passage.text.slice(Math.max(0, match.index - 6), to + 4);
    const range = { passage, from: match.index, to };
    found.push(reportIn(report, text, range, "doubled-punctuation", { around, found: match[0] }));
  }
  return found;
};

const YEAR = /[一二][〇○零ＯOo0-9一二三四五六七八九]{3}(?=年)/g;
const BETWEEN_TITLES = /》（[^（）\n]{1,40}）《/g;

const checkBetweenTitles = (text: TextUnderReview, passage: Passage): Diagnostic[] =>
  [...passage.text.matchAll(BETWEEN_TITLES)].map((match) => {
    const range = { passage, from: match.index, to: match.index + match[0].length };
    return reportIn(report, text, range, "missing-pause-mark", { found: match[0] });
  });

const NUMERAL = /[0-9〇零○一二三四五六七八九十百千万]/;
const CHINESE_DIGITS = "〇一二三四五六七八九";

const checkNumerals = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  for (const match of passage.text.matchAll(YEAR)) {
    const year = match[0];
    if (!/[ＯOo0-9]/.test(year) || NUMERAL.test(passage.text[match.index - 1] ?? "")) continue;
    const expected = year.replace(/[ＯOo]/g, "〇").replace(/\d/g, (digit) => CHINESE_DIGITS[Number(digit)]!);
    const range = { passage, from: match.index, to: match.index + year.length };
    found.push(reportIn(report, text, range, "mixed-numerals", { found: year, expected }));
  }
  return found;
};
