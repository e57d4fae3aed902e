import { reporter, type Diagnostic } from "../../diagnostic.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "repeated-words": {
    severity: "warning",
    message: "文字重复：“{found}”，连写了两遍“{repeated}”。系统照原文保留，请核对正式文本。",
    why: "重复的字词是录入或者复制的差错，引用这句话时会和正式文本对不上。",
    bad: "第一条 定点医药机构应当应当遵守服务协议的的约定。\n",
    good: "第一条 定点医药机构应当遵守服务协议的约定。\n",
  },
} as const;

const report = reporter(catalogue);

/** 的的, 应当应当, 医疗保障医疗保障: words written twice in one line. */
export const repeatedWords: TextLint = {
  catalogue,
  check: (text) => {
    const last = new Int32Array(CHINESE_COUNT);
    return text.paragraphs.flatMap((paragraph) => checkParagraph(text, paragraph, last));
  },
};

const LONGEST = 8;

const checkParagraph = (
  text: TextUnderReview,
  paragraph: LogicalParagraph,
  last: Int32Array,
): Diagnostic[] => {
  const { text: words } = paragraph;
  const found: Diagnostic[] = [];
  let told = 0;
  for (const { at, length } of repetitions(words, last)) {
    if (at < told) continue;
    if (found.length === MOST_FINDINGS) break;
    const repeated = words.slice(at, at + length);
    if (length === 1 ? !isWrongPair(words, at) : !isWrongWord(repeated)) continue;
    // A line break inside is another finding.
    if (isBroken(paragraph, at, at + 2 * length)) continue;
    told = at + 2 * length;
    const place = placeIn(paragraph, at, told);
    const provision = provisionAt(text.document, place.start);
    found.push(
      report(
        "repeated-words",
        text.document.source.name,
        place,
        { found: words.slice(Math.max(0, at - 4), told + 4), repeated },
        provision === null ? {} : { provision: provision.path },
      ),
    );
  }
  return found;
};

interface Repetition {
  readonly at: number;
  readonly length: number;
}

/** Compares only where a character stands again within reach of its last place. */
const repetitions = (words: string, last: Int32Array): Repetition[] => {
  const found: Repetition[] = [];
  for (let at = 0; at < words.length && found.length < MOST_REPETITIONS; at += 1) {
    const code = words.charCodeAt(at) - FIRST_CHINESE;
    if (code < 0 || code >= last.length) continue;
    const before = last[code]! - 1;
    last[code] = at + 1;
    if (
      before < 0 ||
      before >= at ||
      at - before > LONGEST ||
      words.charCodeAt(before) !== words.charCodeAt(at)
    )
      continue;
    for (let length = Math.min(LONGEST, (at + 1) >> 1); length >= at - before; length -= 1) {
      const start = at - 2 * length + 1;
      if (words.charCodeAt(at - length) === words.charCodeAt(at) && isDoubled(words, start, length)) {
        found.push({ at: start, length });
        break;
      }
    }
  }
  return found;
};

/** Of a line that is nothing but repetitions the beginning is enough. */
const MOST_REPETITIONS = 20 * MOST_FINDINGS;

const FIRST_CHINESE = 0x4e00;
const CHINESE_COUNT = 0x5200;

const isDoubled = (words: string, start: number, length: number): boolean =>
  words.startsWith(words.slice(start, start + length), start + length) &&
  isChinese(words, start, start + length);

const isChinese = (words: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const code = words.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
};

/**
 * Particles that are never doubled, each with the characters after which the first of the two ends
 * another word (目的的) and those before which the second begins one (和和平).
 */
const PARTICLES: ReadonlyMap<string, { readonly after: string; readonly before: string }> = new Map([
  ["的", { after: "目标有中鹄靶众", before: "" }],
  ["和", { after: "总共温饱调柔缓谐中平随暖亲附议祥求讲违", before: "平谐解睦约好议缓畅" }],
  ["与", { after: "参给赋授付寄施赠", before: "会" }],
  ["或", { after: "", before: "许" }],
  ["及", { after: "以涉普顾危波触遍不力惠累埃论提", before: "时早格第" }],
  ["由", { after: "理自事缘情因经", before: "于" }],
  ["把", { after: "", before: "握关手" }],
  ["被", { after: "", before: "告" }],
  ["将", { after: "即行必", before: "来军要" }],
  ["于", { after: "", before: "" }],
  ["在", { after: "存现所内实潜", before: "校职册岗逃建于线" }],
  ["是", { after: "", before: "否" }],
  ["应", { after: "对供相适反响回效感照呼顺因", before: "当该急" }],
  ["为", { after: "行作成认视定列分变转改人", before: "" }],
]);

const isWrongPair = (words: string, at: number): boolean => {
  const particle = PARTICLES.get(words[at]!);
  return (
    particle !== undefined &&
    !particle.after.includes(words[at - 1] ?? "，") &&
    !particle.before.includes(words[at + 2] ?? "，")
  );
};

/** 二〇二〇, 一户一户: figures are repeated for their own sake. */
const isWrongWord = (repeated: string): boolean =>
  !/[一二三四五六七八九十百千万〇零两每各]/.test(repeated) &&
  (repeated.length > 2 || (repeated[0] !== repeated[1] && !DOUBLED.has(repeated)));

/** Words that colloquial speech doubles, and those that end one phrase and begin the next. */
const DOUBLED: ReadonlySet<string> = new Set("研究 讨论 商量 考虑 登记 代表 证明 评价".split(" "));

const isBroken = ({ pieces }: LogicalParagraph, from: number, to: number): boolean => {
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.end - piece.start;
    if (from < end && to > end) return true;
    if (to <= end) return false;
    start = end;
  }
  return false;
};
