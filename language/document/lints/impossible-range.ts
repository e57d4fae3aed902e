import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare } from "../../rational.ts";
import { amountAt, amountBefore, areComparable, NUMBER_CHARACTERS } from "./amounts.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "impossible-range": {
    severity: "warning",
    message: "“{found}”是不可能的范围：{problem}。请核对两个数和用词。",
    why: "上下限倒置或者用词相反时，没有任何情形落在范围里，条文无法执行。",
    bad: "第一条 床位在10张以上5张以下的，按照乙类管理。\n",
    good: "第一条 床位在5张以上10张以下的，按照乙类管理。\n",
  },
  "doubled-bound": {
    severity: "info",
    message: "“{found}”用了两个界限词：“{word}”不包括本数，“{other}”包括本数。请只留一个，明确算不算本数。",
    why: "两个界限词叠用，恰好等于这个数时算不算在内，各有各的理解。",
    bad: "第一条 逾期超过30日以上的，终止协议。\n",
    good: "第一条 逾期超过30日的，终止协议。\n",
  },
} as const;

const report = reporter(catalogue);

/** 10张以上5张以下, 不超过3人以上: ranges that hold nothing, and two words for one limit. */
export const impossibleRange: TextLint = {
  catalogue,
  check: (text) =>
    passagesWith(text, /以[上下内]/).flatMap((passage) => [
      ...checkRanges(text, passage),
      ...checkDoubled(text, passage),
    ]),
};

const ABOVE = /以上/g;
const UPPER = new RegExp(`^(?:至|到|但|且)?(不满|不足|未满|低于|少于|不超过)?(?=[${NUMBER_CHARACTERS}])`);

const checkRanges = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const words = passage.text;
  for (const match of words.matchAll(ABOVE)) {
    const behind = match.index + 2;
    const join = UPPER.exec(words.slice(behind, behind + 6));
    if (join === null) continue;
    const upper = amountAt(words, behind + join[0].length);
    if (upper === null) continue;
    const closing = /^(?:以下|以内)/.exec(words.slice(upper.end, upper.end + 2))?.[0] ?? "";
    if (join[1] === undefined && closing === "") continue;
    const lower = amountBefore(words, match.index);
    // 1以上5万元以下 leaves the unit of its first number out.
    if (lower === null || !areComparable(lower, upper)) continue;
    const order = compare(lower.base, upper.base);
    if (order < 0 || (order === 0 && join[1] === undefined)) continue;
    const [from, to] = [lower.start, upper.end + closing.length];
    const problem = `下限“${words.slice(lower.start, lower.end)}”${order === 0 ? "等于" : "大于"}上限“${words.slice(upper.start, upper.end)}”`;
    found.push(
      reportIn(report, text, { passage, from, to }, "impossible-range", {
        found: words.slice(from, to),
        problem,
      }),
    );
  }
  return found;
};

const DOUBLED =
  /(不低于|不少于|不小于|至少|最少|不超过|不高于|不大于|不多于|至多|最多|不满|未满|超过|超出)(?=[0-9０-９一二两三四五六七八九十百])/g;

const LOWER_WORDS: ReadonlySet<string> = new Set(["不低于", "不少于", "不小于", "至少", "最少"]);

const checkDoubled = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const words = passage.text;
  for (const match of words.matchAll(DOUBLED)) {
    const word = match[0];
    const amount = amountAt(words, match.index + word.length);
    if (amount === null) continue;
    const other = /^(?:以上|以下|以内)/.exec(words.slice(amount.end, amount.end + 2))?.[0];
    if (other === undefined) continue;
    const [from, to] = [match.index, amount.end + 2];
    const whole = words.slice(from, to);
    const points = other === "以上" ? "up" : "down";
    if (word === "超过" || word === "超出") {
      // 超过20%以下 may mean an excess of less than a fifth.
      if (points === "up") {
        found.push(
          reportIn(report, text, { passage, from, to }, "doubled-bound", { found: whole, word, other }),
        );
      }
      continue;
    }
    if (LOWER_WORDS.has(word) === (points === "up")) continue;
    const problem = `“${word}”和“${other}”方向相反`;
    found.push(reportIn(report, text, { passage, from, to }, "impossible-range", { found: whole, problem }));
  }
  return found;
};
