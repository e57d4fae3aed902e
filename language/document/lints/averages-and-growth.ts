import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { divide, multiply, rational, subtract } from "../../rational.ts";
import { amountAt, areComparable } from "./amounts.ts";
import { averagesIn } from "./averages.ts";
import { growthByYear } from "./growth-by-year.ts";
import { isCloseTo, printShort, rangeIn, sentencesOf, type Sentence } from "./figures.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "average-mismatch": {
    severity: "warning",
    message:
      "平均数不符：“{found}”，而前面写的是{total}和{count}，相除得{expected}。请核对这几个数字，并写明平均数按哪一年的数计算。",
    why: "平均数和它的分子、分母对不上，至少有一个数字是错的，或者取自不同年度。",
    bad: "第一条 全市常住人口262.47万人，医疗机构111家，平均每家医疗机构服务常住人口2.32万人。\n",
    good: "第一条 全市常住人口262.47万人，医疗机构111家，平均每家医疗机构服务常住人口2.36万人。\n",
  },
  "growth-mismatch": {
    severity: "warning",
    message: "增减幅度不符：“{found}”，按前后两个数计算应为{expected}%。请核对数字。",
    why: "增减幅度和前后两个数对不上，至少有一个是错的。",
    bad: "第一条 定点药店由100家增加到120家，增长30%。\n",
    good: "第一条 定点药店由100家增加到120家，增长20%。\n",
  },
} as const;

const report = reporter(catalogue);

/** Averages and growth rates that can be computed again from the same sentences. */
export const averagesAndGrowth: TextLint = {
  catalogue,
  check: (text) => [
    ...passagesWith(text, /平均每/).flatMap((passage) => checkAverages(text, passage)),
    ...passagesWith(text, BY_YEAR).flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) =>
        growthByYear(sentence).map(({ from, to, expected }) => {
          const values = { found: sentence.text.slice(from, to), expected };
          return reportIn(report, text, rangeIn(sentence, from, to), "growth-mismatch", values);
        }),
      ),
    ),
    ...passagesWith(text, GROWN).flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) => checkGrowth(text, sentence)),
    ),
  ],
};

const GROWN = /(?:增[长加]|提[高升]|上升|扩大|下降|减少|降低|缩减)(?:到|至|为)/;
const BY_YEAR =
  /(?:同比|[元人所家个户件张名吨]，?)(?:增长|增加|提高|上升|提升|增幅|下降|减少|降低|降幅|缩减)/;
const RATE = /^[，,（(]?(?:约)?(?:增长|增加|提高|上升|提升|增幅|下降|减少|降低|降幅|缩减)(?:了|达|为|约)?/;

/** 由100家增加到120家，增长30%. */
const checkGrowth = (text: TextUnderReview, sentence: Sentence): Diagnostic[] => {
  const match = GROWN.exec(sentence.text);
  if (match === null) return [];
  const before = sentence.amounts.findLast(({ end }) => end <= match.index);
  const after = sentence.amounts.find(({ start }) => start === match.index + match[0].length);
  if (before === undefined || after === undefined || !areComparable(before, after)) return [];
  if (before.end !== match.index || before.dimension === "share") return [];
  if (!/[由从](?:[^，。；]{0,12})$/.test(sentence.text.slice(Math.max(0, before.start - 13), before.start)))
    return [];
  const words = RATE.exec(sentence.text.slice(after.end, after.end + 12));
  const rate = words === null ? null : amountAt(sentence.text, after.end + words[0].length);
  if (rate === null || rate.dimension !== "share" || before.base.numerator === 0n) return [];
  const change = divide(subtract(after.base, before.base), before.base)!;
  const size = change.numerator < 0n ? { ...change, numerator: -change.numerator } : change;
  const written = sentence.text.slice(rate.start, rate.end);
  if (isCloseTo(size, rate.value, written)) return [];
  const [from, to] = [before.start, rate.end];
  const values = {
    found: sentence.text.slice(from, to),
    expected: printShort(multiply(size, rational(100n))),
  };
  return [reportIn(report, text, rangeIn(sentence, from, to), "growth-mismatch", values)];
};

const checkAverages = (text: TextUnderReview, passage: Passage): Diagnostic[] =>
  averagesIn(passage.text).map(({ from, to, total, count, expected }) => {
    const values = { found: passage.text.slice(from, to), total, count, expected };
    return reportIn(report, text, { passage, from, to }, "average-mismatch", values);
  });
