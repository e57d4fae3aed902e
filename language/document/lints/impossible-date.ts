import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import { datesIn, isBefore, printDate, type WrittenDate } from "./dates.ts";
import { passagesWith, reportIn, standingIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "impossible-date": {
    severity: "warning",
    message: "“{found}”是不存在的日期：{problem}。请对照正式文本更正。",
    why: "日期不存在，期限就无法起算，条文从哪一天起有效也说不清。",
    bad: "第一条 申请截止到2025年2月30日。\n",
    good: "第一条 申请截止到2025年2月28日。\n",
  },
  "effective-before-issued": {
    severity: "warning",
    message:
      "文件自{effective}起施行，落款日期却是{issued}，施行在先、印发在后。请核对日期；确需溯及既往的，要有依据并且写明。",
    why: "印发以前的事，当事人无从知道规定。《立法法》规定，法律、法规、规章一般不溯及既往；其他文件也应当这样。",
    bad: "某市资源配置办法\n\n第一条 为规范管理，制定本办法。\n第二条 本办法自2025年1月1日起施行。\n\n某市医疗保障局\n2025年3月1日\n",
    good: "某市资源配置办法\n\n第一条 为规范管理，制定本办法。\n第二条 本办法自2025年4月1日起施行。\n\n某市医疗保障局\n2025年3月1日\n",
  },
  "end-before-begin": {
    severity: "warning",
    message: "“{found}”的终止日期{end}早于起始日期{begin}。请核对两个日期。",
    why: "期间的终点在起点之前，期间就不存在。",
    bad: "第一条 本次申请自2025年9月1日至2025年6月30日受理。\n",
    good: "第一条 本次申请自2025年6月30日至2025年9月1日受理。\n",
  },
} as const;

const report = reporter(catalogue);

/** 2月30日, a period that ends before it begins, and rules in force before they were signed. */
export const impossibleDate: TextLint = {
  catalogue,
  check: (text) => {
    const found: Diagnostic[] = [];
    const issued = issueDate(text);
    for (const passage of passagesWith(text, /[0-9０-９一二三四五六七八九十]\s?月/)) {
      const dates = datesIn(passage.text);
      for (const date of dates) {
        if (date.problem === null) continue;
        const range = { passage, from: date.start, to: date.end };
        const values = { found: passage.text.slice(date.start, date.end), problem: date.problem };
        found.push(reportIn(report, text, range, "impossible-date", values));
      }
      found.push(...checkPeriods(text, passage, dates), ...checkEffect(text, passage, dates, issued));
    }
    for (const { role, span: place } of text.document.furniture) {
      if (role !== "date") continue;
      const words = text.document.source.text.slice(place.start, place.end);
      for (const date of datesIn(words)) {
        if (date.problem === null) continue;
        const at = span(place.start + date.start, place.start + date.end);
        const values = { found: words.slice(date.start, date.end), problem: date.problem };
        found.push(report("impossible-date", text.document.source.name, at, values, standingIn(text, at)));
      }
    }
    return found;
  },
};

/** The only date below a signature; where there are several nobody can tell which one counts. */
const issueDate = ({ document }: TextUnderReview): WrittenDate | null => {
  let issued: WrittenDate | null = null;
  for (const { role, span: place } of document.furniture) {
    if (role !== "date") continue;
    const date = datesIn(document.source.text.slice(place.start, place.end))[0];
    if (date === undefined || date.problem !== null || date.year === null) continue;
    if (issued !== null && (isBefore(issued, date) || isBefore(date, issued))) return null;
    issued = date;
  }
  return issued;
};

/** 本办法（试行）自 … */
const OWN_EFFECT =
  /本[\u4e00-\u9fff]{0,8}(?:法|条例|办法|细则|指引|规定|规则|规范|规程|方案|意见|通知|决定|标准|制度)(?:（[^（）]{0,8}）)?自$/;

const checkEffect = (
  text: TextUnderReview,
  passage: Passage,
  dates: readonly WrittenDate[],
  issued: WrittenDate | null,
): Diagnostic[] => {
  if (issued === null) return [];
  return dates.flatMap((date) => {
    const before = passage.text.slice(Math.max(0, date.start - 24), date.start);
    const after = passage.text.slice(date.end, date.end + 6);
    if (!OWN_EFFECT.test(before) || !/^起?(?:正式)?(?:施行|实施|执行|生效|试行)/.test(after)) return [];
    if (date.year === null || date.day === null || !isBefore(date, issued)) return [];
    const range = { passage, from: date.start, to: date.end };
    const values = { effective: printDate(date), issued: printDate(issued) };
    return [reportIn(report, text, range, "effective-before-issued", values)];
  });
};

/** Also 自…起施行，有效期至…. */
const BETWEEN =
  /^(?:起|始)?(?:(?:施行|实施|执行|试行|生效)[，,](?:有效期)?(?:截?至|到)|至|到|—|－|-|~|～|——)$/;

const checkPeriods = (text: TextUnderReview, passage: Passage, dates: readonly WrittenDate[]): Diagnostic[] =>
  dates.flatMap((begin, order) => {
    const end = dates[order + 1];
    if (end === undefined || begin.problem !== null || end.problem !== null) return [];
    if (begin.year === null || end.year === null || !isBefore(end, begin)) return [];
    if ((begin.day === null) !== (end.day === null)) return [];
    if (!BETWEEN.test(passage.text.slice(begin.end, end.start))) return [];
    const range = { passage, from: begin.start, to: end.end };
    const found = passage.text.slice(begin.start, end.end);
    const values = { found, begin: printDate(begin), end: printDate(end) };
    return [reportIn(report, text, range, "end-before-begin", values)];
  });
