import { reporter, type Diagnostic } from "../../diagnostic.ts";
import {
  pairMarks,
  placeOfMark,
  wordsAround,
  type LoneMark,
  type MarkKind,
  type MarkPair,
} from "./open-marks.ts";
import { reportIn, standingIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "unbalanced-brackets": {
    severity: "warning",
    message: "括号不成对：“{around}”处的“{found}”{problem}。请对照正式文本，补上或者删去。",
    why: "括号不成对，就看不出括注到哪里为止，读者对条文的范围会有不同理解。",
    bad: "第一条 各级医疗机构（含社区卫生服务中心、卫生院应当按时申报。\n",
    good: "第一条 各级医疗机构（含社区卫生服务中心、卫生院）应当按时申报。\n",
  },
  "bracket-width": {
    severity: "info",
    message: "“{found}”的括号不是全角“（…）”。中文里的括号应当用全角，全文写法一致。请核对正式文本。",
    why: "同一文件里括号有全角、有半角，多半是分几次录入造成的，检索和比对时会漏掉。",
    bad: "第一条 医院（含分院）和定点药店(含门诊统筹药店)应当按时申报（每年一次）。\n",
    good: "第一条 医院（含分院）和定点药店（含门诊统筹药店）应当按时申报（每年一次）。\n",
  },
} as const;

const report = reporter(catalogue);

/** （… left open, …） never opened, and pairs of two widths. */
export const unbalancedBrackets: TextLint = {
  catalogue,
  check: (text) => {
    const { lone, pairs } = pairMarks(text, KINDS, REACH, isLabel);
    return [...lone.flatMap((one) => checkLone(text, one)), ...checkWidths(text, pairs)];
  },
};

const ROUND: MarkKind = { name: "圆括号", open: "（(", close: "）)" };

const KINDS: readonly MarkKind[] = [
  ROUND,
  { name: "方括号", open: "[［", close: "]］" },
  { name: "六角括号", open: "〔", close: "〕" },
  { name: "方头括号", open: "【", close: "】" },
];

/** A bracket may close in the next paragraph, where a line was broken inside it. */
const REACH = 2;

/** 1）, a), 一）: a number with half a bracket at the beginning of a clause. */
const LABEL = /(?:^|[\s，。；：、,;:])[0-9０-９A-Za-z一二三四五六七八九十]{1,3}$/;

const isLabel = ({ text }: Passage, index: number): boolean =>
  LABEL.test(text.slice(Math.max(0, index - 5), index));

/** [0，100): an interval of numbers. */
const INTERVAL = /[\d∞]\s?[，,]\s?[-+]?[\d∞]/;

/** 〔2025]: a document number, which has a lint of its own. */
const isDocumentNumber = ({ passage: { text }, index, opens }: LoneMark): boolean =>
  opens
    ? /^\d{4}[^\d）)]/.test(text.slice(index + 1, index + 6))
    : /\d{4}$/.test(text.slice(Math.max(0, index - 4), index));

const checkLone = (text: TextUnderReview, lone: LoneMark): Diagnostic[] => {
  const around = lone.passage.text.slice(Math.max(0, lone.index - 12), lone.index + 13);
  if (INTERVAL.test(around) || isDocumentNumber(lone)) return [];
  const place = placeOfMark(lone);
  const problem = lone.opens ? "没有对应的后括号" : "没有对应的前括号";
  return [
    report(
      "unbalanced-brackets",
      text.document.source.name,
      place,
      { around: wordsAround(lone), found: lone.mark, problem },
      standingIn(text, place),
    ),
  ];
};

/** A pair of two widths, and half-width pairs in a text that mostly has full-width ones. */
const checkWidths = (text: TextUnderReview, pairs: readonly MarkPair[]): Diagnostic[] => {
  const inChinese = pairs.filter(
    ({ kind, passage, from, to }) => kind === ROUND && /[\u4e00-\u9fff]/.test(passage.text.slice(from, to)),
  );
  const half = inChinese.filter(({ passage, from, to }) => /^\(.*\)$/s.test(passage.text.slice(from, to)));
  const isException = half.length * 2 < inChinese.length;
  const told = new Set<Passage>();
  return inChinese
    .filter(({ passage, from, to }) => {
      const opensHalf = passage.text[from] === "(";
      const isOdd = opensHalf !== (passage.text[to - 1] === ")") || (opensHalf && isException);
      // One of a paragraph shows them all.
      if (!isOdd || told.has(passage)) return false;
      told.add(passage);
      return true;
    })
    .map(({ passage, from, to }) =>
      reportIn(report, text, { passage, from, to }, "bracket-width", {
        found: passage.text.slice(from, to),
      }),
    );
};
