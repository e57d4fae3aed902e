import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare, equals, rational, type Rational } from "../../rational.ts";
import { amountAt } from "./amounts.ts";
import { passagesOf, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";
import { monthsOf, validityOf, type Validity } from "./validity.ts";

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
      "这里规定的周期“{found}”和本文件的有效期（{validity}）一样长：有效期内最多完成一轮，有效期届满前第一轮未必结束。请确认是否需要更长的有效期，或者写明届满后怎样衔接。",
    why: "有效期和周期一样长时，第二轮没有依据，第一轮稍有推迟就落在有效期以外。",
    bad: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期2年。\n",
    good: "第一条 定点机构原则上2年实现一轮全覆盖复查。\n第二条 本细则自印发之日起执行，有效期5年。\n",
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
    const source = text.document.source.text;
    if (!source.includes("有效期") && !source.includes("试行期")) return [];
    const passages = passagesOf(text);
    const validity = validityOf(passages);
    if (validity === null) return [];
    return [
      ...checkLength(text, validity),
      ...passages.flatMap((passage) => checkCycles(text, passage, validity)),
    ];
  },
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
