import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { BOUND_WORDS, type BoundText } from "../../operators.ts";
import { equals } from "../../rational.ts";
import { amountAt, amountBefore } from "./amounts.ts";
import { passagesWith, reportIn, type Passage } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "bound-contradiction": {
    severity: "warning",
    message: "“{found}”前后矛盾：{problem}。请明确{number}本身算不算在内，改用相应的词。",
    why: "《民法典》规定，以上、以下、以内、届满包括本数，不满、超过、以外不包括本数。词和括注不一致，恰好等于这个数的就不知道怎么办。",
    bad: "第一条 月费用未达到500元（含500元）的，不予补助。\n",
    good: "第一条 月费用未达到500元（不含500元）的，不予补助。\n",
  },
  "bound-override": {
    severity: "info",
    message:
      "“{found}”：“{word}”按照法律用语包括本数，括注又写不含。含义虽然清楚，但是容易看漏，宜改用不含本数的词（超过、不满）。",
    why: "用括注改变法律用语的固定含义，摘引时常常丢掉括注，意思就反了。",
    bad: "第一条 从业3年以上（不含3年）的人员，可以申请。\n",
    good: "第一条 从业超过3年的人员，可以申请。\n",
  },
} as const;

const report = reporter(catalogue);

/** 未达到500元（含500元）, 3年以上（不含3年）: a note against the word that it stands at. */
export const boundContradiction: TextLint = {
  catalogue,
  check: (text) => passagesWith(text, /[（(]不?[含包]/).flatMap((passage) => checkNotes(text, passage)),
};

/** （含500元）, （不含）, （包括本数）. */
const NOTE = /[（(](不?)(?:含|包括|包含)([^（）()，。；]{0,12})[）)]/g;

const words = (position: "before" | "after"): string =>
  Object.entries(BOUND_WORDS)
    .filter(([word, bound]) => bound.position === position && /^[\u4e00-\u9fff]/.test(word))
    .map(([word]) => word)
    .toSorted((left, right) => right.length - left.length)
    .join("|");

const AFTER = new RegExp(`(?:${words("after")})$`);
const BEFORE = new RegExp(`(?:${words("before")}|满|已满)$`);
const FOLLOWS = /^(?:及?以上|及?以下|及?以内|以外)/;

const checkNotes = (text: TextUnderReview, passage: Passage): Diagnostic[] => {
  const found: Diagnostic[] = [];
  for (const match of passage.text.matchAll(NOTE)) {
    const bound = boundAround(passage.text, match.index, match.index + match[0].length);
    if (bound === null || !isOwnNumber(match[2]!, bound.number)) continue;
    const { operator } = BOUND_WORDS[bound.word];
    const includes = operator === "atLeast" || operator === "atMost";
    const noteIncludes = match[1] === "";
    if (includes === noteIncludes) continue;
    const range = { passage, from: bound.from, to: bound.to };
    const words = passage.text.slice(bound.from, bound.to);
    if (includes && BOUND_WORDS[bound.word].overridable) {
      const values = { found: words, word: bound.word };
      found.push(reportIn(report, text, range, "bound-override", values));
      continue;
    }
    const problem = includes
      ? `“${bound.word}”包括本数，括注又写不含`
      : `“${bound.word}”不包括本数，括注又写包含`;
    const values = { found: words, problem, number: bound.number };
    found.push(reportIn(report, text, range, "bound-contradiction", values));
  }
  return found;
};

interface Bound {
  readonly word: BoundText;
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

/** The limit that a note stands behind (3年以上（…）, 超过10人（…）) or inside (3年（…）以上). */
const boundAround = (text: string, noteStart: number, noteEnd: number): Bound | null => {
  const after = AFTER.exec(text.slice(Math.max(0, noteStart - 3), noteStart))?.[0];
  if (after !== undefined) {
    const amount = amountBefore(text, noteStart - after.length);
    return amount === null
      ? null
      : {
          word: after as BoundText,
          number: text.slice(amount.start, amount.end),
          from: amount.start,
          to: noteEnd,
        };
  }
  const amount = amountBefore(text, noteStart);
  if (amount === null) return null;
  const number = text.slice(amount.start, amount.end);
  const follows = FOLLOWS.exec(text.slice(noteEnd, noteEnd + 3))?.[0];
  if (follows !== undefined) {
    return { word: follows as BoundText, number, from: amount.start, to: noteEnd + follows.length };
  }
  const before = BEFORE.exec(text.slice(Math.max(0, amount.start - 4), amount.start))?.[0];
  if (before === undefined) return null;
  return { word: before as BoundText, number, from: amount.start - before.length, to: noteEnd };
};

/** （含税） and （含卫生院） speak of something else; only the number itself, or 本数, contradicts. */
const isOwnNumber = (content: string, number: string): boolean => {
  if (content === "" || content === "本数" || content === number) return true;
  const noted = amountAt(content, 0);
  const meant = amountAt(number, 0);
  return noted !== null && meant !== null && noted.end === content.length && equals(noted.value, meant.value);
};
