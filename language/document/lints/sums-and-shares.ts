import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { add, compare, divide, multiply, rational, subtract, ZERO } from "../../rational.ts";
import { amountAt, areComparable, type Amount } from "./amounts.ts";
import { passagesOf, placeIn, standingIn, type Passage } from "./passages.ts";
import { averagesIn } from "./averages.ts";
import { isCloseTo, printShort, sentencesOf, type Sentence } from "./figures.ts";
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

type Code = keyof typeof catalogue;

/** Sums, shares, averages and growth rates that can be computed again from the same sentences. */
export const sumsAndShares: TextLint = {
  catalogue,
  check: (text) =>
    passagesOf(text).flatMap((passage) => {
      if (!/其中|分别|平均每|增|升|减|降/.test(passage.text)) return [];
      const sentences = sentencesOf(passage.text);
      return [
        ...sentences.flatMap((sentence) => [
          ...checkParts(text, passage, sentence),
          ...checkShares(text, passage, sentence),
          ...checkGrowth(text, passage, sentence),
        ]),
        ...checkAverages(text, passage),
      ];
    }),
};

/** …12家，其中甲5家、乙6家: parts of the same unit up to the end of the sentence. */
const checkParts = (text: TextUnderReview, passage: Passage, sentence: Sentence): Diagnostic[] => {
  const at = sentence.text.indexOf("其中");
  if (at < 0 || sentence.text.indexOf("其中", at + 2) >= 0) return [];
  const { amounts } = sentence;
  const total = amounts.findLast(({ end }) => end <= at);
  if (total === undefined || total.unit === null || total.dimension === "share") return [];
  if (!/^[，,（(：:、]?$/.test(sentence.text.slice(total.end, at))) return [];
  const parts = leadingParts(sentence.text, at + 2, amounts, total);
  const shareFound = checkShare(text, passage, sentence, total, parts);
  if (parts.length < 2) return shareFound;
  const sum = parts.reduce((whole, part) => add(whole, part.base), ZERO);
  const order = compare(sum, total.base);
  if (order === 0) return shareFound;
  const isClaimed = /共|合计|总计|总数|总分|总额|总/.test(
    sentence.text.slice(Math.max(0, total.start - 12), total.start),
  );
  if (order < 0 && !isClaimed) return shareFound;
  const [from, to] = [total.start, parts.at(-1)!.end];
  const code = order > 0 ? "sum-mismatch" : "sum-incomplete";
  const values = {
    found: sentence.text.slice(from, to),
    sum: `${printShort(sum)}${baseUnitOf(total)}`,
    total: sentence.text.slice(total.start, total.end),
  };
  return [...shareFound, reportIn(text, passage, sentence, from, to, code, values)];
};

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
  passage: Passage,
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
    reportIn(text, passage, sentence, from, to, "share-mismatch", {
      found: sentence.text.slice(from, to),
      expected: printShort(multiply(expected, rational(100n))),
    }),
  ];
};

/** Words that divide one whole: 分别承担50%、30%、20%. */
const DIVIDED = /(?:权重|分担|承担|负担)(?:比例)?[^，。；]{0,12}?分别(?:为|是|占|按)?|分别(?:承担|负担|分担)/;

const checkShares = (text: TextUnderReview, passage: Passage, sentence: Sentence): Diagnostic[] => {
  const match = DIVIDED.exec(sentence.text);
  if (match === null) return [];
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
  const sum = shares.reduce((whole, share) => add(whole, share.value), ZERO);
  if (compare(sum, rational(1n)) === 0) return [];
  const found = sentence.text.slice(match.index, last);
  const values = { found, sum: printShort(multiply(sum, rational(100n))) };
  return [reportIn(text, passage, sentence, match.index, last, "shares-mismatch", values)];
};

const GROWN = /(?:增长|增加|提高|上升|提升|扩大)(?:到|至|为)|(?:下降|减少|降低|缩减)(?:到|至|为)/;
const RATE =
  /^[，,（(]?(?:同比|累计|共|约)?(?:增长|增加|提高|上升|提升|增幅|下降|减少|降低|降幅|缩减)(?:了|达|为|约)?/;

/** 由100家增加到120家，增长30%. */
const checkGrowth = (text: TextUnderReview, passage: Passage, sentence: Sentence): Diagnostic[] => {
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
  return [reportIn(text, passage, sentence, from, to, "growth-mismatch", values)];
};

const checkAverages = (text: TextUnderReview, passage: Passage): Diagnostic[] =>
  averagesIn(passage.text).map(({ from, to, total, count, expected }) => {
    const place = placeIn(passage, from, to);
    const values = { found: passage.text.slice(from, to), total, count, expected };
    return report("average-mismatch", text.document.source.name, place, values, standingIn(text, place));
  });

const baseUnitOf = (amount: Amount): string => {
  switch (amount.dimension) {
    case "money":
      return "元";
    case "area":
      return "平方米";
    case "length":
      return "米";
    case "minute":
      return "分钟";
    case "pure":
    case "share":
      return "";
    case "day":
    case "workingDay":
    case "month":
    case "year":
    case "score":
    case "count":
      return amount.unit ?? "";
  }
};

const reportIn = <One extends Code>(
  text: TextUnderReview,
  passage: Passage,
  sentence: Sentence,
  from: number,
  to: number,
  code: One,
  values: Parameters<typeof report<One>>[3],
): Diagnostic => {
  const place = placeIn(passage, sentence.start + from, sentence.start + to);
  return report(code, text.document.source.name, place, values, standingIn(text, place));
};
