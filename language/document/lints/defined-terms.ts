import { reporter, type Diagnostic, type DiagnosticExtras } from "../../diagnostic.ts";
import type { Span } from "../../source.ts";
import { provisionAt } from "../provision-at.ts";
import { otherPlace, placeOf } from "./place-of.ts";
import { isWrapped } from "./wrapped-lines.ts";
import { readTerms, type TermDefinition } from "./terms.ts";
import { isUsedInPart, termUses, type TermUses } from "./term-uses.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "term-defined-twice": {
    severity: "warning",
    message:
      "“{name}”在{where}已经规定过，这里又规定一次，所指不同：前面是“{first}”，这里是“{second}”。请只保留一处，或者换一个名称。",
    why: "一个名称有两种含义，执行的人就不知道按哪一种。",
    bad: "第一条 市医疗保障局（以下简称主管部门）负责管理。\n第二条 市市场监督管理局（以下简称主管部门）负责监督。\n第三条 主管部门应当公布结果。\n",
    good: "第一条 市医疗保障局（以下简称主管部门）负责管理。\n第二条 市市场监督管理局负责监督。\n第三条 主管部门应当公布结果。\n",
  },
  "term-two-names": {
    severity: "warning",
    message: "“{long}”有两个简称：{where}规定简称“{first}”，这里又规定简称“{second}”。请只用一个。",
    why: "一样东西有两个名称，读的人会以为是两样东西。",
    bad: "第一条 根据《某市医疗保障条例》（以下简称《条例》），制定本办法。\n第二条 《某市医疗保障条例》（以下简称《医保条例》）施行前的事项，适用《条例》和《医保条例》的规定。\n",
    good: "第一条 根据《某市医疗保障条例》（以下简称《条例》），制定本办法。\n第二条 《条例》施行前的事项，适用《条例》的规定。\n",
  },
  "term-repeated": {
    severity: "info",
    message: "“{name}”在{where}已经规定过，这里又规定一次。同一个简称或者用语只规定一次即可。",
    why: "同一个用语规定两次，修改的时候容易只改一处。",
    bad: "第一条 市医疗保障局（以下简称市医保局）负责管理。\n第二条 市医疗保障局（以下简称市医保局）负责解释。\n",
    good: "第一条 市医疗保障局（以下简称市医保局）负责管理。\n第二条 市医保局负责解释。\n",
  },
  "term-never-used": {
    severity: "warning",
    message:
      "规定了简称“{name}”，后面却没有用到。请核对：是后面漏了，还是用了别的说法；不用的，简称可以删去。",
    why: "规定了简称又不用，往往是后面改用了别的名称，读的人会以为是两样东西。",
    bad: "第一条 市医疗保障局（以下简称市医保局）负责管理。\n第二条 市医疗保障局应当公布结果。\n",
    good: "第一条 市医疗保障局（以下简称市医保局）负责管理。\n第二条 市医保局应当公布结果。\n",
  },
  "term-without-use": {
    severity: "info",
    message:
      "说明了用语“{name}”的含义，全文其他地方却没有用到这个用语。请核对：是用了别的说法，还是说明多余。",
    why: "用语说明的是条文里的词；条文里没有这个词，多半是条文改了，说明没有跟着改。",
    bad: "第一条 本办法适用于定点医药机构。\n第二条 本办法所称双通道药店，是指提供特殊药品的零售药店。\n",
    good: "第一条 本办法适用于双通道药店。\n第二条 本办法所称双通道药店，是指提供特殊药品的零售药店。\n",
  },
  "term-before-definition": {
    severity: "warning",
    message: "“{name}”在{where}才规定为简称，这里已经先用了。请把简称规定在第一次出现的地方。",
    why: "简称先用后定，读到前面的人不知道指什么。",
    bad: "第一条 市医保局负责管理。\n第二条 市医疗保障局（以下简称市医保局）应当公布结果。\n第三条 市医保局负责解释。\n",
    good: "第一条 市医疗保障局（以下简称市医保局）负责管理。\n第二条 市医保局应当公布结果。\n",
  },
} as const;

const report = reporter(catalogue);

/** Names that are given twice, never used, used too early, or that two things share. */
export const definedTerms: TextLint = {
  catalogue,
  check: (text) => {
    const terms = isWrapped(text) ? [] : readTerms(text);
    if (terms.length === 0) return [];
    const review = { text, uses: termUses(text) };
    const first = new Map<string, TermDefinition>();
    const named: TermDefinition[] = [];
    return terms.flatMap((term) => {
      const key = `${term.kind}${term.name}`;
      const earlier = first.get(key);
      if (earlier !== undefined) return checkTwice(review, earlier, term);
      first.set(key, term);
      const isNamed = term.kind === "short" && term.long.length > 1;
      const other = isNamed ? named.find((known) => isSameThing(review, known, term)) : undefined;
      if (isNamed && other === undefined) named.push(term);
      return [...(other === undefined ? [] : [twoNames(review, other, term)]), ...checkUses(review, term)];
    });
  },
};

/** What is shorter may be the end of different names, unless one article speaks of it. */
const SHORTEST_LONG = 6;

/** 市水行政主管部门 and 本市水行政主管部门: how far back the name reaches is not certain. */
const isSameThing = (review: Review, known: TermDefinition, term: TermDefinition): boolean => {
  const [left, right] = [known.long, term.long];
  if (left === right)
    return (
      left.length >= SHORTEST_LONG ||
      (known.isExact && term.isExact && articleOf(review, known) === articleOf(review, term))
    );
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length > SHORTEST_LONG && /^[国省市县区]/.test(short) && long.endsWith(short);
};

const articleOf = ({ text: { document } }: Review, { place }: TermDefinition): string | undefined =>
  provisionAt(document, place.start)?.path.split(".")[0];

interface Review {
  readonly text: TextUnderReview;
  readonly uses: TermUses;
}

/** Where a finding stands, and where the name is laid down that it speaks of. */
const extrasAt = ({ text: { document } }: Review, at: number, other?: Span): DiagnosticExtras => {
  const provision = provisionAt(document, at);
  return {
    ...(provision === null ? {} : { provision: provision.path }),
    ...(other === undefined ? {} : { related: [otherPlace(document, other, "在这里规定")] }),
  };
};

const checkTwice = (review: Review, earlier: TermDefinition, term: TermDefinition): Diagnostic[] => {
  const { name, place } = term;
  const where = placeOf(review.text.document, earlier.place.start);
  const file = review.text.document.source.name;
  const extras = extrasAt(review, place.start, earlier.place);
  const isSame = term.kind === "meaning" || sameEnd(earlier.long, term.long);
  return [
    isSame
      ? report("term-repeated", file, place, { name, where }, extras)
      : report(
          "term-defined-twice",
          file,
          place,
          { name, where, first: earlier.long, second: term.long },
          extras,
        ),
  ];
};

/** How far back a long form reaches is not certain: the same last words are the same thing. */
const sameEnd = (left: string, right: string): boolean => {
  const length = Math.min(left.length, right.length, 6);
  return length === 0 || left.slice(-length) === right.slice(-length);
};

const twoNames = (review: Review, earlier: TermDefinition, term: TermDefinition): Diagnostic =>
  report(
    "term-two-names",
    review.text.document.source.name,
    term.place,
    {
      long: term.long,
      first: earlier.name,
      second: term.name,
      where: placeOf(review.text.document, earlier.place.start),
    },
    extrasAt(review, term.place.start, earlier.place),
  );

const checkUses = (review: Review, term: TermDefinition): Diagnostic[] => {
  const { name, place, kind } = term;
  const file = review.text.document.source.name;
  const { before, after } = review.uses(term);
  if (kind === "meaning")
    return before === null && after === null && !isUsedInPart(review.text, term)
      ? [report("term-without-use", file, place, { name }, extrasAt(review, place.start))]
      : [];
  const found: Diagnostic[] = [];
  if (after === null)
    found.push(report("term-never-used", file, place, { name }, extrasAt(review, place.start)));
  else if (before !== null) {
    const where = placeOf(review.text.document, place.start);
    found.push(
      report("term-before-definition", file, before, { name, where }, extrasAt(review, before.start, place)),
    );
  }
  return found;
};
