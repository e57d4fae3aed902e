import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare, rational, type Rational } from "../../rational.ts";
import { amountAt } from "./amounts.ts";
import { datesIn } from "./dates.ts";
import { passagesOf, placeIn, standingIn, type Passage } from "./passages.ts";
import type { Span } from "../../source.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "validity-too-short": {
    severity: "warning",
    message:
      "这里规定的周期“{found}”比本文件的有效期（{validity}）还长，第一轮还没有完成文件就失效了。请核对周期和有效期。",
    why: "周期比有效期长，这项要求在文件有效期内一次也完成不了。",
    bad: "第一条 定点机构每3年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
    good: "第一条 定点机构每年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
  },
  "validity-only-one-cycle": {
    severity: "info",
    message:
      "这里规定的周期“{found}”和本文件的有效期（{validity}）一样长：有效期内最多完成一轮，有效期届满前第一轮未必结束。请确认是否需要更长的有效期或者写明衔接办法。",
    why: "有效期和周期一样长时，第二轮没有依据，第一轮稍有推迟就落在有效期以外。",
    bad: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
    good: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期5年。\n",
  },
} as const;

const report = reporter(catalogue);

/** Rules in force for two years that order something every three. */
export const validityTooShort: TextLint = {
  catalogue,
  check: (text) => {
    if (!text.document.source.text.includes("有效期")) return [];
    const passages = passagesOf(text);
    const validity = validityOf(passages);
    return validity === null ? [] : passages.flatMap((passage) => checkCycles(text, passage, validity));
  },
};

interface Validity {
  readonly months: Rational;
  readonly written: string;
  readonly passage: Passage;
}

/** Only the period of this document: 自…起施行，有效期2年. A licence's is another matter. */
const OWN = /自[^，。；]{2,24}起?(?:施行|实施|执行|生效|试行)[^。；]{0,24}?有效期(?:限)?(?:为|是)?/;

const validityOf = (passages: readonly Passage[]): Validity | null => {
  for (const passage of passages) {
    if (!passage.text.includes("有效期")) continue;
    const match = OWN.exec(passage.text);
    if (match === null) continue;
    const begin = match.index + match[0].length;
    const length = amountAt(passage.text, begin);
    const months = length === null ? null : monthsOf(length.value, length.unit);
    if (months !== null) return { months, written: passage.text.slice(begin, length!.end), passage };
    const until = untilDate(passage, match.index, begin);
    if (until !== null) return { ...until, passage };
  }
  return null;
};

/** 自2025年1月1日起施行，有效期至2027年12月31日. */
const untilDate = (
  passage: Passage,
  from: number,
  begin: number,
): { readonly months: Rational; readonly written: string } | null => {
  const dates = datesIn(passage.text.slice(from, begin + 16));
  const [first, last] = dates;
  if (first?.year == null || last?.year == null || !/^(?:截?至|到)/.test(passage.text.slice(begin)))
    return null;
  const days = (last.day ?? 31) - (first.day ?? 1) + 1;
  const months = (last.year - first.year) * 12 + last.month - first.month + (days > 15 ? 1 : 0);
  return months <= 0
    ? null
    : { months: rational(months), written: passage.text.slice(from, begin + 16).slice(last.start, last.end) };
};

const monthsOf = (value: Rational, unit: string | null): Rational | null => {
  if (unit === "年" || unit === "周年") return rational(value.numerator * 12n, value.denominator);
  return unit === "个月" ? value : null;
};

/** 每3年…评估, 2年实现一轮: the number stands in front of 年 or 个月. */
const CYCLE =
  /每(?=[0-9０-９一二两三四五六七八九十]{1,3}(?:个月|年)[^，。；]{0,16}?(?:一次|一轮|一遍|评估|考核|复查|复核|检查|修订|调整))|(?:原则上|至少|应当|应|要|按)(?=[0-9０-９一二两三四五六七八九十]{1,3}(?:个月|年)(?:内)?(?:实现|完成|开展|进行|组织|为)?一(?:轮|次|个?周期))/g;

const checkCycles = (text: TextUnderReview, passage: Passage, validity: Validity): Diagnostic[] => {
  if (passage === validity.passage) return [];
  const found: Diagnostic[] = [];
  for (const match of passage.text.matchAll(CYCLE)) {
    const begin = match.index + match[0].length;
    const length = amountAt(passage.text, begin);
    const months = length === null ? null : monthsOf(length.value, length.unit);
    if (months === null) continue;
    const order = compare(months, validity.months);
    if (order < 0) continue;
    const end = passage.text.slice(length!.end, length!.end + 30).search(/[，。；]/);
    const place: Span = placeIn(passage, match.index, end < 0 ? length!.end : length!.end + end);
    const values = {
      found: text.document.source.text.slice(place.start, place.end),
      validity: validity.written,
    };
    const code = order > 0 ? "validity-too-short" : "validity-only-one-cycle";
    found.push(report(code, text.document.source.name, place, values, standingIn(text, place)));
  }
  return found;
};
