import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { placeIn } from "./paragraph-place.ts";
import { placeOf } from "./place-of.ts";
import { passagesWith, standingIn, type Passage } from "./passages.ts";
import type { Span } from "../../source.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "document-number-form": {
    severity: "info",
    message: "发文字号写作“{found}”：{problem}。通行的写法是“{expected}”；原文如此的，请核对正式文本。",
    why: "《党政机关公文格式》规定：年份用六角括号“〔〕”括入，序号不加“第”字，不编虚位。写法不一，就检索不到同一份文件。",
    bad: "第一条 根据《某办法》（黑医保规[2025]4号），制定本细则。\n",
    good: "第一条 根据《某办法》（黑医保规〔2025〕4号），制定本细则。\n",
  },
  "document-number-two-ways": {
    severity: "warning",
    message:
      "同一个发文字号在本文件中有两种写法：这里写“{found}”，{where}写“{other}”。请核对原件，统一成一种写法。",
    why: "同一份文件的字号写法不同，读者会以为是两份文件，检索时也会漏掉。",
    bad: "第一条 根据黑医保规〔2025〕4号文件制定。\n第二条 黑医保规（2025）第4号文件另有规定的，从其规定。\n",
    good: "第一条 根据黑医保规〔2025〕4号文件制定。\n第二条 黑医保规〔2025〕4号文件另有规定的，从其规定。\n",
  },
  "document-number-malformed": {
    severity: "warning",
    message: "发文字号“{found}”不完整或者有错：{problem}。请核对原件。",
    why: "字号有错，就找不到所引用的文件。",
    bad: "第一条 根据《某办法》（黑医保规〔20025〕4号），制定本细则。\n",
    good: "第一条 根据《某办法》（黑医保规〔2025〕4号），制定本细则。\n",
  },
} as const;

const report = reporter(catalogue);

/** 〔2025〕4号 written in two ways, in another form than the standard's, or with a year that is none. */
export const documentNumberForm: TextLint = {
  catalogue,
  check: (text) => {
    const numbers = passagesWith(text, /\d\s?号|[〔﹝]/).flatMap((passage) => [
      ...numbersIn(passage),
      ...ordersIn(passage),
    ]);
    if (numbers.length === 0) return [];
    const first = new Map<string, DocumentNumber>();
    return numbers.flatMap((number) => checkNumber(text, number, first));
  },
};

interface DocumentNumber {
  readonly place: Span;
  /** 黑医保规: the characters in front of the year, without the words before them. */
  readonly issuer: string;
  readonly found: string;
  readonly year: string;
  readonly serial: string;
  readonly expected: string;
  readonly problem: string;
}

const NUMBER = /([〔[（(【［﹝])\s?(\d{1,6})\s?年?\s?([〕\])）】］﹞])\s?(第?)\s?(\d{1,6})(\s?号?)/g;

const ISSUER = /[\u4e00-\u9fff]{1,10}$/;

/** Where the words before an issuer end. */
const BEFORE_ISSUER = /^.*(?:根据|依据|按照|依照|关于|印发|执行|废止|以及|和|与|及|的|见|由|以|原)/;

/** Announcements and orders are numbered in another way: 公告〔2018〕第2号. */
const OTHER_SERIES = /(?:公告|令|通告|决定|字|第)$/;

const numbersIn = (passage: Passage): DocumentNumber[] => {
  const found: DocumentNumber[] = [];
  for (const match of passage.text.matchAll(NUMBER)) {
    const [whole, open, year, close, ordinal, serial, hao] = match as unknown as readonly string[];
    const issuer = issuerBefore(passage, match.index);
    const isTortoise = open === "〔" || open === "﹝";
    if (issuer === "" || (hao === "" && !isTortoise)) continue;
    // 〔2015〕12、13号: the word stands behind the last of several.
    if (hao === "" && /^[、，和及至—–-]/.test(passage.text[match.index + whole!.length] ?? "")) continue;
    if (!isTortoise && !/^(?:19|20)\d{2}/.test(year!)) continue;
    const from = match.index - issuer.length;
    found.push({
      place: placeIn(passage, from, match.index + whole!.length),
      issuer,
      found: passage.text.slice(from, match.index + whole!.length),
      year: year!,
      serial: serial!.replace(/^0+(?=\d)/, ""),
      expected: `${issuer}〔${year}〕${serial!.replace(/^0+(?=\d)/, "")}号`,
      problem: [
        isTortoise && (close === "〕" || close === "﹞") ? "" : `年份用了“${open}${close}”，不是六角括号`,
        ordinal === "第" && !OTHER_SERIES.test(issuer) ? "序号前多了“第”字" : "",
        /^0\d/.test(serial!) ? "序号前补了0" : "",
        /\s/.test(whole!) ? "中间有空格" : "",
      ]
        .filter((part) => part !== "")
        .join("，"),
    });
  }
  return found;
};

/** 国务院令第531号 and 国务院第531号令 are one order. */
const ORDER = /令第\s?(\d{1,4})\s?号|第\s?(\d{1,4})\s?号令/g;

const ordersIn = (passage: Passage): DocumentNumber[] =>
  [...passage.text.matchAll(ORDER)].flatMap((match) => {
    const issuer = issuerBefore(passage, match.index);
    if (issuer === "") return [];
    const [from, to] = [match.index - issuer.length, match.index + match[0].length];
    const found = passage.text.slice(from, to);
    return {
      place: placeIn(passage, from, to),
      issuer,
      found,
      year: ORDER_YEAR,
      serial: match[1] ?? match[2]!,
      expected: withoutBlank(found),
      problem: /\s/.test(found) ? "中间有空格" : "",
    };
  });

const issuerBefore = ({ text }: Passage, at: number): string =>
  (ISSUER.exec(text.slice(Math.max(0, at - 10), at))?.[0] ?? "").replace(BEFORE_ISSUER, "");

/** Orders are numbered through the years. */
const ORDER_YEAR = "2000";

const checkNumber = (
  text: TextUnderReview,
  number: DocumentNumber,
  first: Map<string, DocumentNumber>,
): Diagnostic[] => {
  const { name } = text.document.source;
  const { place, found, expected, problem } = number;
  const extras = standingIn(text, place);
  if (!/^(?:19|20)\d{2}$/.test(number.year)) {
    const wrong = `年份“${number.year}”不是四位年份`;
    return [report("document-number-malformed", name, place, { found, problem: wrong }, extras)];
  }
  if (!/号令?$/.test(found)) {
    const wrong = "序号后面缺“号”字";
    return [report("document-number-malformed", name, place, { found, problem: wrong }, extras)];
  }
  const key = `${number.issuer.slice(-2)}${number.year}-${number.serial}`;
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, number);
  else if (isOtherForm(earlier, number)) {
    const where = placeOf(text.document, earlier.place.start);
    const related = [{ file: name, span: earlier.place, message: `另一种写法“${earlier.found}”` }];
    return [
      report(
        "document-number-two-ways",
        name,
        place,
        { found, where, other: earlier.found },
        { ...extras, related },
      ),
    ];
  }
  return problem === ""
    ? []
    : [report("document-number-form", name, place, { found, problem, expected }, extras)];
};

const isOtherForm = (one: DocumentNumber, other: DocumentNumber): boolean =>
  withoutBlank(one.found.slice(one.issuer.length)) !== withoutBlank(other.found.slice(other.issuer.length));

const withoutBlank = (words: string): string => words.replace(/\s/g, "");
