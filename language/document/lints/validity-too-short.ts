import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare, equals, rational, type Rational } from "../../rational.ts";
import { amountAt } from "./amounts.ts";
import { placeIn } from "./paragraph-place.ts";
import { passagesOf, passagesWith, reportIn, standingIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";
import { monthsOf, validityOf, type Validity } from "./validity.ts";

const catalogue = {
  "validity-too-short": {
    severity: "warning",
    message:
      "周期比有效期长：要求的周期是“{found}”，本文件的有效期是{validity}，第一轮还没有完成文件就失效了。请核对周期和有效期。",
    why: "周期比有效期长，这项要求在文件有效期内一次也完成不了。",
    bad: "第一条 定点机构每3年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
    good: "第一条 定点机构每年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
  },
  "validity-only-one-cycle": {
    severity: "info",
    message:
      "周期和有效期一样长：要求的周期是“{found}”，本文件的有效期是{validity}，有效期内最多完成一轮，届满前第一轮未必结束。请确认是否需要更长的有效期，或者写明届满后怎样衔接。",
    why: "有效期和周期一样长时，第二轮没有依据，第一轮稍有推迟就落在有效期以外。",
    bad: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
    good: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期5年。\n",
  },
  "trial-without-end": {
    severity: "info",
    message:
      "文件名称写明“试行”，施行条款“{found}”却没有写试行到什么时候。请写明有效期，或者写明届满后怎样处理。",
    why: "试行的文件没有终止日期，就不知道什么时候应当评估、修订或者废止。",
    bad: "某市资源配置指引（试行）\n\n一、各单位应当落实。\n本指引自印发之日起执行。\n",
    good: "某市资源配置指引（试行）\n\n一、各单位应当落实。\n本指引自印发之日起执行，有效期2年。\n",
  },
  "validity-mismatch": {
    severity: "warning",
    message:
      "“{found}”前后不符：从施行到截止是{months}个月，有效期却写的是{validity}。请核对施行日期、有效期和截止日期。",
    why: "有效期和起止日期对不上，文件到哪一天为止有效就有两种说法。",
    bad: "第一条 本办法自2025年1月1日起施行，有效期5年，至2026年12月31日止。\n",
    good: "第一条 本办法自2025年1月1日起施行，有效期2年，至2026年12月31日止。\n",
  },
} as const;

const report = reporter(catalogue);

/** Rules in force for two years that order something every three. */
export const validityTooShort: TextLint = {
  catalogue,
  check: (text) => {
    const { title, source } = text.document;
    const isOnTrial = title !== null && title.includes("试行");
    const isLimited = LIMITED.test(source.text);
    if (!isOnTrial && !isLimited) return [];
    const passages = passagesOf(text);
    if (!isLimited)
      return passagesWith(text, /本[^自\n]{1,18}自/).flatMap((passage) => checkTrial(text, passage));
    const validity = validityOf(passages);
    if (validity === null) return [];
    const cycles = passages.flatMap((passage) => checkCycles(text, passage, validity));
    return [...checkLength(text, validity), ...cycles, ...atValidity(text, validity, cycles)];
  },
};

const LIMITED =
  /(?:有效期|试行期)限?(?:为|是|截?至|到|[0-9一二三四五六七八九十])|试行[0-9一二三四五六七八九十]{1,3}年/;

const EFFECT =
  /本[\u4e00-\u9fff]{0,8}(?:（[^（）]{0,8}）)?自[^，。；]{2,24}起?(?:施行|实施|执行|试行)(?![^。；]{0,24}[止年])/;

const checkTrial = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const match = passage.text.includes("自") ? EFFECT.exec(passage.text) : null;
  if (match === null) return [];
  const range = { passage, from: match.index, to: match.index + match[0].length };
  return [reportIn(report, text, range, "trial-without-end", { found: match[0] })];
};

/** The first cycle is told at the validity too: either of the two may be what has to change. */
const atValidity = (
  text: TextUnderReview,
  validity: Validity,
  cycles: readonly Diagnostic[],
): Diagnostic[] => {
  const first = cycles[0];
  if (first === undefined) return [];
  const { start, end } = placeIn(validity.passage, validity.from, validity.to);
  const related = [{ file: first.file, span: first.span, message: "这里规定的周期" }];
  return [{ ...first, span: { start, end }, ...standingIn(text, { start, end }), related }];
};

/** 有效期5年，至2026年12月31日止: a month more or less is a way of counting. */
const checkLength = (text: TextUnderReview, validity: Validity): Diagnostic[] => {
  const { months, between } = validity;
  if (between === null || between <= 0 || compare(gap(months, between), rational(1n)) <= 0) return [];
  const found = validity.passage.text.slice(validity.from, validity.to);
  const values = { found, months: between, validity: validity.written };
  return [reportIn(report, text, validity, "validity-mismatch", values)];
};

const gap = (months: Rational, between: number): Rational => {
  const difference = months.numerator - BigInt(between) * months.denominator;
  return rational(difference < 0n ? -difference : difference, months.denominator);
};

const NUMBER = "[0-9０-９一二两三四五六七八九十]{1,3}";

/** 每3年…评估一次, 2年实现一轮: what is repeated, and how long one round takes. */
const CYCLE = new RegExp(
  `每(?=${NUMBER}(?:个月|年)[^，。；]{0,16}?(?:一次|一轮|一遍|评估|考核|复查|复核|检查|修订|调整))|(?<![每第0-9０-９一二两三四五六七八九十])(?=${NUMBER}(?:个月|年)内?(?:实现|完成|开展|进行|组织|为)?一(?:轮|个?周期))`,
  "g",
);

const checkCycles = (text: TextUnderReview, passage: Passage, validity: Validity): Diagnostic[] => {
  if (passage === validity.passage || !/年|个月/.test(passage.text)) return [];
  const found: Diagnostic[] = [];
  for (const match of passage.text.matchAll(CYCLE)) {
    const length = amountAt(passage.text, match.index + match[0].length);
    if (length === null) continue;
    const months = monthsOf(length.value, length.unit);
    if (months === null || compare(months, validity.months) < 0) continue;
    const rest = passage.text.slice(length.end, length.end + 30).search(/[，。；]/);
    const range = { passage, from: match.index, to: length.end + Math.max(rest, 0) };
    const values = { found: passage.text.slice(range.from, range.to), validity: validity.written };
    const code = equals(months, validity.months) ? "validity-only-one-cycle" : "validity-too-short";
    found.push(reportIn(report, text, range, code, values));
  }
  return found;
};
