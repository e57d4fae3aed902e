import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { passagesWith, reportIn, type Passage, type PassageRange } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "half-width-punctuation": {
    severity: "info",
    message:
      "中文句子里用了半角标点“{found}”（本段共{count}处），公文应当使用全角标点“{expected}”。请核对正式文本，确属笔误的按程序更正。",
    why: "全角、半角标点混用不影响含义，但是按标点分句、检索和比对时会当成不同的文字。",
    bad: "第一条 申请单位除具备基本条件外,还应当提交材料。\n",
    good: "第一条 申请单位除具备基本条件外，还应当提交材料。\n",
  },
  "mixed-digit-width": {
    severity: "info",
    message:
      "同一段里既有全角的“{found}”，又有半角的“{other}”。请统一用半角数字和字母，以免检索和计算时漏读。",
    why: "全角数字和半角数字看起来一样，检索、比对和计算时却是不同的字符。",
    bad: "第一条 床位数达到２０张的，每年检查2次。\n",
    good: "第一条 床位数达到20张的，每年检查2次。\n",
  },
  "space-in-sentence": {
    severity: "info",
    message:
      "“{found}”中间有空格，全文这样的空格共{count}处。空格只是排版，系统比对时不计；公文用字之间不加空格，请核对正式文本。",
    why: "句子里的空格多半是排版或者复制带来的，检索“A类”就找不到“A 类”。",
    bad: "第一条 对公立医疗机构按照 A 类管理，每年检查一次。\n",
    good: "第一条 对公立医疗机构按照A类管理，每年检查一次。\n",
  },
} as const;

const report = reporter(catalogue);

/** Half-width commas, digits of two widths and spaces in a Chinese sentence: matters of typesetting. */
export const mixedWidth: TextLint = {
  catalogue,
  check: (text) => [
    ...passagesWith(text, /[,;:?!.]/).flatMap((passage) => checkPunctuation(text, passage)),
    ...passagesWith(text, FULL_DIGIT).flatMap((passage) => checkDigits(text, passage)),
    ...checkSpaces(text, passagesWith(text, /[ \u3000\u00a0]/)),
  ],
};

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  ".": "。",
};

const HALF_PUNCTUATION = /[,;:?!.](?=[\u4e00-\u9fff“《（]|$)/g;
const CHINESE_BEFORE = /[\u4e00-\u9fff”》）%]/;

const checkPunctuation = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  let first = -1;
  let count = 0;
  for (const match of passage.text.matchAll(HALF_PUNCTUATION)) {
    if (!isInChinese(passage.text, match.index, match[0])) continue;
    if (first < 0) first = match.index;
    count += 1;
  }
  if (first < 0) return [];
  const found = passage.text[first]!;
  const values = { found, count, expected: FULL_WIDTH[found]! };
  return [reportIn(report, text, { passage, from: first, to: first + 1 }, "half-width-punctuation", values)];
};

/** 3.医院 is a number of a list and 8:00 a time; a mark behind a Chinese character is neither. */
const isInChinese = (words: string, at: number, mark: string): boolean => {
  const before = words[at - 1] ?? "";
  if (CHINESE_BEFORE.test(before)) return mark !== "." || at > 2;
  return mark !== "." && /[\dA-Za-z)]/.test(before) && at + 1 < words.length;
};

const FULL_DIGIT = /[０-９Ａ-Ｚａ-ｚ]+/;
const HALF_DIGIT = /[0-9A-Za-z]+/;

const checkDigits = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const full = FULL_DIGIT.exec(passage.text);
  const half = full === null ? null : HALF_DIGIT.exec(passage.text);
  if (full === null || half === null) return [];
  const range = { passage, from: full.index, to: full.index + full[0].length };
  return [reportIn(report, text, range, "mixed-digit-width", { found: full[0], other: half[0] })];
};

/** 按照 A 类 and 第 2 号: a space, or several, beside a Chinese character. */
const SPACE =
  /[\u4e00-\u9fff][ \u3000\u00a0]{1,8}[\u4e00-\u9fffA-Za-z0-9]|[A-Za-z0-9][ \u3000\u00a0]{1,8}[\u4e00-\u9fff]/g;

/** The space behind an article number that did not get a line of its own. */
const AFTER_NUMBER = /第[一二三四五六七八九十百千零0-9]{1,8}[条章节编款项](?:之[一二三四五六七八九十])?$/;

/** 中共某市委 某市人民政府: the offices that issue a document together are set apart by a space. */
const OFFICE_END = /[委府厅局部院会室]$/;
const OFFICE_BEGIN = /^[\u4e00-\u9fff]{1,14}(?:政府|厅|局|部|院|委员会|办公室)/;

/** Headings are spread with spaces on purpose (总　则); only sentences count. */
const SENTENCE = /[，。；]/;

const checkSpaces = (text: TextUnderReview, passages: readonly Passage[]): Diagnostic[] => {
  let first: PassageRange | null = null;
  let count = 0;
  for (const passage of passages) {
    if (!SENTENCE.test(passage.text)) continue;
    for (const match of passage.text.matchAll(SPACE)) {
      if (AFTER_NUMBER.test(passage.text.slice(Math.max(0, match.index - 10), match.index + 1))) continue;
      const from = match.index + match[0].length - 1;
      if (OFFICE_END.test(match[0][0]!) && OFFICE_BEGIN.test(passage.text.slice(from, from + 20))) continue;
      count += 1;
      first ??= { passage, from: match.index, to: match.index + match[0].length };
    }
  }
  if (first === null) return [];
  const found = first.passage.text.slice(first.from, first.to);
  return [reportIn(report, text, first, "space-in-sentence", { found, count })];
};
