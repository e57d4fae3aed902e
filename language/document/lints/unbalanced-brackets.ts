import { reporter, type Diagnostic } from "../../diagnostic.ts";
import {
  pairMarks,
  placeOfMark,
  wordsAround,
  type LoneMark,
  type MarkKind,
  type MarkPair,
} from "./open-marks.ts";
import { passagesOf, reportIn, standingIn, type Passage } from "./passages.ts";
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
    message: "“{found}”两头的括号一个全角、一个半角，应当写成“（…）”。请核对正式文本。",
    why: "一对括号两头宽度不同，多半是分两次录入造成的，检索和比对时会漏掉。",
    bad: "第一条 定点药店(含门诊统筹药店）应当按时申报。\n",
    good: "第一条 定点药店（含门诊统筹药店）应当按时申报。\n",
  },
} as const;

const report = reporter(catalogue);

/** （… left open, …） never opened, and pairs of two widths. */
export const unbalancedBrackets: TextLint = {
  catalogue,
  check: (text) => {
    const { lone, pairs } = pairMarks(passagesOf(text), KINDS, REACH, isLabel);
    return [...lone.flatMap((one) => checkLone(text, one)), ...pairs.flatMap((one) => checkPair(text, one))];
  },
};

const KINDS: readonly MarkKind[] = [
  { name: "圆括号", open: "（(", close: "）)" },
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

const checkPair = (text: TextUnderReview, { kind, passage, from, to }: MarkPair): Diagnostic[] => {
  if (kind.open.indexOf(passage.text[from]!) === kind.close.indexOf(passage.text[to - 1]!)) return [];
  const found = passage.text.slice(from, to);
  return [reportIn(report, text, { passage, from, to }, "bracket-width", { found })];
};
