import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { span } from "../../source.ts";
import type { LineCut } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { isWrapped } from "./wrapped-lines.ts";
import { unjoinedCuts } from "./unjoined-cuts.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "repeated-at-break": {
    severity: "warning",
    message:
      "断行处文字重复：上一行末尾和下一行开头都有“{repeated}”，连起来是“{joined}”，多出了“{repeated}”。系统照原文保留，请核对正式文本。",
    why: "分页时重复排印的字会进入条文，引用这句话时就和正式文本对不上。",
    bad: "第一条 对于特殊医疗机构，应根据疾病防治需要开展资\n\n资源配置和布局。\n",
    good: "第一条 对于特殊医疗机构，应根据疾病防治需要开展资\n\n源配置和布局。\n",
  },
} as const;

const report = reporter(catalogue);

/** 资 at the end of a line and 资源 at the beginning of the next, in one sentence. */
export const repeatedAtBreak: TextLint = {
  catalogue,
  check: (text) => {
    if (isWrapped(text)) return [];
    const joined = text.paragraphs.flatMap(({ cuts }) => cuts);
    const known = new Set(joined.map(({ after }) => after.start));
    const others = unjoinedCuts(text).filter(({ after }) => !known.has(after.start));
    return [...joined, ...others].flatMap((cut) => checkCut(text, cut));
  },
};

const LONGEST = 6;

/** 人人, 往往: words that double a character; 规定 and 定罪 are two whole words. */
const DOUBLED = new Set("人天年月日时处层步事个往常渐仅刚等种一多稍略代家户村".split(""));

const checkCut = (text: TextUnderReview, cut: LineCut): Diagnostic[] => {
  const repeated = repeatedPart(cut.before.text, cut.after.text);
  if (repeated === null) return [];
  const { before, after } = cut;
  const place = span(before.end - repeated.length, after.start + repeated.length);
  const provision = provisionAt(text.document, place.start);
  const joined = before.text.slice(-repeated.length - 2) + after.text.slice(0, repeated.length + 2);
  return [
    report(
      "repeated-at-break",
      text.document.source.name,
      place,
      { repeated, joined },
      provision === null ? {} : { provision: provision.path },
    ),
  ];
};

const repeatedPart = (before: string, after: string): string | null => {
  for (let length = Math.min(LONGEST, before.length, after.length); length > 0; length -= 1) {
    const part = after.slice(0, length);
    if (!before.endsWith(part) || !/^[\u4e00-\u9fff]+$/.test(part)) continue;
    return length === 1 && (DOUBLED.has(part) || COMMON_WORDS.has(before.slice(-2))) ? null : part;
  }
  return null;
};
