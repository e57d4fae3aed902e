import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { datesIn, printDate } from "./dates.ts";
import { placeIn } from "./paragraph-place.ts";
import { passagesWith, reportIn, type Passage, type PassageRange } from "./passages.ts";
import { otherPlace, placeOf } from "./place-of.ts";
import { isQuoted } from "./quoted-words.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "effective-date-varies": {
    severity: "warning",
    message: "施行日期前后不一：{where}写{self}自{first}起施行，这里写自{second}起施行。请核对，只保留一处。",
    why: "同一份文件有两个施行日期，从哪一天起适用就有两种说法。",
    bad: "第一条 本办法自2025年1月1日起施行。\n第二条 本办法自2025年3月1日起施行。\n",
    good: "第一条 本办法适用于本市。\n第二条 本办法自2025年3月1日起施行。\n",
  },
} as const;

const report = reporter(catalogue);

/** 本办法自2025年1月1日起施行 and 本办法自2025年3月1日起施行 in one text. */
export const effectiveTwice: TextLint = {
  catalogue,
  check: (text) => {
    const first = new Map<string, Effect>();
    return passagesWith(text, /本[^自\n]{1,18}自/)
      .flatMap(effectsIn)
      .flatMap((effect) => {
        const known = first.get(effect.self);
        if (known === undefined) first.set(effect.self, effect);
        return known === undefined || known.day === effect.day ? [] : [reportSecond(text, known, effect)];
      });
  },
};

interface Effect extends PassageRange {
  /** 本办法: a letter and the text that it encloses may begin on different days. */
  readonly self: string;
  readonly day: string;
}

const EFFECT =
  /(本[\u4e00-\u9fff]{0,8}?(?:法|条例|办法|细则|指引|规定|规则|规范|规程|方案|意见|通知|决定|标准|制度))(?:（[^（）]{0,8}）)?自([^，。；自]{2,16}?)起?(?:正式)?(?:施行|实施|执行|生效|试行)/g;

const effectsIn = (passage: Passage): Effect[] =>
  [...passage.text.matchAll(EFFECT)].flatMap((match) => {
    const [words, self, when] = match as unknown as readonly [string, string, string];
    const [date] = datesIn(when);
    const isDate = date !== undefined && date.year !== null && date.day !== null && date.problem === null;
    const isIssue = /^(?:印发|公布|发布|颁布)之日$/.test(when);
    if ((!isDate && !isIssue) || isQuoted(passage.text, match.index)) return [];
    const day = isDate ? printDate(date) : "印发之日";
    return [{ passage, from: match.index, to: match.index + words.length, self, day }];
  });

const reportSecond = (text: TextUnderReview, known: Effect, effect: Effect): Diagnostic => {
  const place = placeIn(known.passage, known.from, known.to);
  const where = placeOf(text.document, place.start);
  const values = { where, self: known.self, first: known.day, second: effect.day };
  return {
    ...reportIn(report, text, effect, "effective-date-varies", values),
    related: [otherPlace(text.document, place, `这里写自${known.day}起施行`)],
  };
};
