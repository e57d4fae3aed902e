import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { add, compare, divide, multiply, rational, ZERO, type Rational } from "../../rational.ts";
import { BASE_UNITS } from "../../units.ts";
import { amountAt, areComparable, type Amount } from "./amounts.ts";
import { passagesWith, reportIn } from "./passages.ts";
import { sharesOf } from "./share-of.ts";
import { isCloseTo, printShort, rangeIn, sentencesOf, type Sentence } from "./figures.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "sum-mismatch": {
    severity: "warning",
    message:
      "数字相加不符：“{found}”，各部分合计{sum}，超过了总数{total}。请核对数字；各部分有交叉的，请写明。",
    why: "分项之和与总数不符，至少有一个数字是错的，引用哪一个都可能出错。",
    bad: "第一条 全市共有定点医院12家，其中三级医院5家、二级医院8家。\n",
    good: "第一条 全市共有定点医院12家，其中三级医院5家、二级医院7家。\n",
  },
  "parts-exceed-total": {
    severity: "info",
    message:
      "“{found}”，各部分合计{sum}，超过了总数{total}。同一个人可以算在几部分里的，请写明有交叉；不能的，请核对数字。",
    why: "分项之和超过总数而没有写明有交叉时，读者不知道是重复计算还是数字有误。",
    bad: "第一条 工作专班共12人，其中医保局7人、卫生健康局8人。\n",
    good: "第一条 工作专班共15人，其中医保局7人、卫生健康局8人。\n",
  },
  "sum-incomplete": {
    severity: "info",
    message:
      "数字相加不符：“{found}”，各部分合计{sum}，少于总数{total}。没有列全的，请写明还有哪些；已经列全的，请核对数字。",
    why: "列举看起来完整而合计对不上时，读者不知道是漏列还是数字有误。",
    bad: "第一条 全市共有定点医院12家，其中三级医院5家、二级医院6家。\n",
    good: "第一条 全市共有定点医院11家，其中三级医院5家、二级医院6家。\n",
  },
  "shares-mismatch": {
    severity: "warning",
    message: "各部分比例合计为{sum}%，不是100%：“{found}”。请核对各项比例。",
    why: "分担比例、权重合计不是100%，就有一部分没有人承担，或者重复计算。",
    bad: "第一条 所需经费由省、市、县分别承担50%、30%、30%。\n",
    good: "第一条 所需经费由省、市、县分别承担50%、30%、20%。\n",
  },
  "share-mismatch": {
    severity: "warning",
    message: "占比不符：“{found}”，按前面的数字计算应为{expected}%。请核对数字。",
    why: "占比和前面的数字对不上，至少有一个是错的。",
    bad: "第一条 全市定点机构111家，其中三级医院7家，占9.5%。\n",
    good: "第一条 全市定点机构111家，其中三级医院7家，占6.3%。\n",
  },
} as const;

const report = reporter(catalogue);

/** Sums and shares that can be computed again from the same sentence. */
export const sumsAndShares: TextLint = {
  catalogue,
  check: (text) => [
    ...passagesWith(text, /其中|分别/).flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) => [
        ...checkParts(text, sentence),
        ...checkShares(text, sentence),
      ]),
    ),
    ...passagesWith(text, /占[^，。；\n]{0,14}[0-9][^，。；\n]{1,16}的/).flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) =>
        sharesOf(sentence).map(({ from, to, expected }) => {
          const values = { found: sentence.text.slice(from, to), expected };
          return reportIn(report, text, rangeIn(sentence, from, to), "share-mismatch", values);
        }),
      ),
    ),
  ],
};

/** …12家，其中甲5家、乙6家: parts of the same unit up to the end of the sentence. */
const checkParts = (text: TextUnderReview, sentence: Sentence): Diagnostic[] => {
  const at = sentence.text.indexOf("其中");
  if (at < 0 || sentence.text.indexOf("其中", at + 2) >= 0) return [];
  const { amounts } = sentence;
  const total = amounts.findLast(({ end }) => end <= at);
  if (total === undefined || total.unit === null || total.dimension === "share") return [];
  if (!/^[，,（(：:、]?$/.test(sentence.text.slice(total.end, at))) return [];
  // The parts of a score are told by a lint of their own.
  if (/(?:满分|总分值?)(?:共计?|为|是)?$/.test(sentence.text.slice(0, total.start))) return [];
  const parts = leadingParts(sentence.text, at + 2, amounts, total);
  const shareFound = checkShare(text, sentence, total, parts);
  if (parts.length < 2) return shareFound;
  const sum = parts.reduce((whole, part) => add(whole, part.base), ZERO);
  const order = compare(sum, total.base);
  if (order === 0) return shareFound;
  if (order < 0 && !isAboutWhole(sentence, total, sum)) return shareFound;
  const [from, to] = [total.start, parts.at(-1)!.end];
  const code =
    order < 0 ? "sum-incomplete" : mayOverlap(total, parts) ? "parts-exceed-total" : "sum-mismatch";
  const values = {
    found: sentence.text.slice(from, to),
    sum: sumInWords(sum, total, sentence.text.slice(total.start, total.end)),
    total: sentence.text.slice(total.start, total.end),
  };
  return [...shareFound, reportIn(report, text, rangeIn(sentence, from, to), code, values)];
};

/** 其中 may name a few of many; where 共 stands, or little is missing, all were to be named. */
const isAboutWhole = (sentence: Sentence, total: Amount, sum: Rational): boolean =>
  /共|合计|总/.test(sentence.text.slice(Math.max(0, total.start - 12), total.start)) ||
  compare(multiply(sum, rational(3n, 2n)), total.base) > 0;

/** A person can be a woman and a party member; a hospital has one grade. No part exceeds its whole. */
const mayOverlap = (total: Amount, parts: readonly Amount[]): boolean =>
  /^(?:人|名|位|户|人次)$/.test(total.unit ?? "") &&
  parts.every((part) => compare(part.base, total.base) <= 0);

/** The parts end with the first amount of another kind, or where another sum or average begins. */
const leadingParts = (words: string, from: number, amounts: readonly Amount[], total: Amount): Amount[] => {
  const parts: Amount[] = [];
  let last = from;
  for (const amount of amounts) {
    if (amount.start < from) continue;
    const between = words.slice(last, amount.start);
    if (!areComparable(amount, total) || /平均|增|减|比|超|达到|以上|以下|每|共|合计|；/.test(between)) break;
    if (/^(?:以上|以下|左右|多)/.test(words.slice(amount.end, amount.end + 2))) break;
    parts.push(amount);
    last = amount.end;
  }
  return parts;
};

/** 111家，其中三级医院7家，占6.3%. */
const checkShare = (
  text: TextUnderReview,
  sentence: Sentence,
  total: Amount,
  parts: readonly Amount[],
): Diagnostic[] => {
  const part = parts[0];
  if (part === undefined || total.base.numerator === 0n) return [];
  const words = sentence.text.slice(part.end, part.end + 16);
  const match = /^[，,（(]?(?:占比|占|占总数的?|占全部的?|比例|比重)(?:为|达|达到|约|约为)?/.exec(words);
  if (match === null) return [];
  const share = amountAt(sentence.text, part.end + match[0].length);
  if (share === null || share.dimension !== "share") return [];
  const expected = divide(part.base, total.base)!;
  const written = sentence.text.slice(share.start, share.end);
  if (isCloseTo(expected, share.value, written)) return [];
  const [from, to] = [total.start, share.end];
  return [
    reportIn(report, text, rangeIn(sentence, from, to), "share-mismatch", {
      found: sentence.text.slice(from, to),
      expected: printShort(multiply(expected, rational(100n))),
    }),
  ];
};

/** Words that divide one whole: 分别承担50%、30%、20%. */
const DIVIDED =
  /(?:权重|分担|承担|负担)(?:比例)?[^，。；]{0,12}?分别(?:为|是|占|按)?|分别(?:承担|负担|分担|占)/;

/** 分别占 may speak of several wholes, unless something is made up of the parts. */
const ONE_WHOLE = /组成|构成|合计|权重|总分/;

/** 由省、市、县 are three who bear one whole; 省级对东部、西部 bears two shares of two. */
const bearersBefore = (words: string): number => {
  const bearers = /由([^，。；由]{2,40})$/.exec(words.slice(-44))?.[1];
  return bearers === undefined ? 0 : bearers.split(/[、和与及]/).length;
};

const checkShares = (text: TextUnderReview, sentence: Sentence): Diagnostic[] => {
  const match = DIVIDED.exec(sentence.text);
  if (match === null) return [];
  const isBorne = /^分别[承负分]担$/.test(match[0]);
  if (match[0] === "分别占" && !ONE_WHOLE.test(sentence.text)) return [];
  const begin = match.index + match[0].length;
  const shares: Amount[] = [];
  let last = begin;
  for (const amount of sentence.amounts) {
    if (amount.start < begin) continue;
    if (amount.dimension !== "share" || !/^[、和，]?$/.test(sentence.text.slice(last, amount.start))) break;
    shares.push(amount);
    last = amount.end;
  }
  if (shares.length < 2) return [];
  if (isBorne && bearersBefore(sentence.text.slice(0, match.index)) !== shares.length) return [];
  const sum = shares.reduce((whole, share) => add(whole, share.value), ZERO);
  if (compare(sum, rational(1n)) === 0) return [];
  const found = sentence.text.slice(match.index, last);
  const values = { found, sum: printShort(multiply(sum, rational(100n))) };
  return [reportIn(report, text, rangeIn(sentence, match.index, last), "shares-mismatch", values)];
};

/** 90万元 beside 100万元: the sum is told in the unit of the total, so that the two can be held side by side. */
const sumInWords = (sum: Rational, total: Amount, written: string): string => {
  const unit = unitOfSum(total);
  const scale = SCALES.find(([word]) => written.includes(`${word}${unit}`));
  return scale === undefined
    ? `${printShort(sum)}${unit}`
    : `${printShort(divide(sum, scale[1])!)}${scale[0]}${unit}`;
};

const SCALES: readonly (readonly [string, Rational])[] = [
  ["亿", rational(100_000_000n)],
  ["万", rational(10_000n)],
];

const unitOfSum = ({ dimension, unit }: Amount): string =>
  dimension === "share" ? "" : BASE_UNITS[dimension] || (unit ?? "");
