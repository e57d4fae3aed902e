import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { BOUND_WORDS, type BoundText } from "../../operators.ts";
import { compare, equals } from "../../rational.ts";
import { amountAt, amountBefore, areComparable, NUMBER_CHARACTERS } from "./amounts.ts";
import { passagesOf, placeIn, standingIn, type Passage } from "./passages.ts";
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

type Code = keyof typeof catalogue;

/** 未达到500元（含500元）, 10以上5以下, 不超过3人以上: words of a limit against each other. */
export const boundContradiction: TextLint = {
  catalogue,
  check: (text) =>
    passagesOf(text).flatMap((passage) => [
      ...checkNotes(text, passage),
      ...checkRanges(text, passage),
      ...checkDoubled(text, passage),
    ]),
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
    const words = passage.text.slice(bound.from, bound.to);
    if (includes && BOUND_WORDS[bound.word].overridable) {
      found.push(
        at(text, passage, bound.from, bound.to, "bound-override", { found: words, word: bound.word }),
      );
      continue;
    }
    const problem = includes
      ? `“${bound.word}”包括本数，括注又写不含`
      : `“${bound.word}”不包括本数，括注又写包含`;
    const values = { found: words, problem, number: bound.number };
    found.push(at(text, passage, bound.from, bound.to, "bound-contradiction", values));
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
    if (lower === null || lower.unit === null ? lower?.dimension !== "share" : !areComparable(lower, upper))
      continue;
    if (lower === null || !areComparable(lower, upper)) continue;
    const order = compare(lower.base, upper.base);
    if (order < 0 || (order === 0 && join[1] === undefined)) continue;
    const [from, to] = [lower.start, upper.end + closing.length];
    const problem = `下限“${words.slice(lower.start, lower.end)}”${order === 0 ? "等于" : "大于"}上限“${words.slice(upper.start, upper.end)}”`;
    found.push(at(text, passage, from, to, "impossible-range", { found: words.slice(from, to), problem }));
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
        found.push(at(text, passage, from, to, "doubled-bound", { found: whole, word, other }));
      }
      continue;
    }
    if (LOWER_WORDS.has(word) === (points === "up")) continue;
    const problem = `“${word}”和“${other}”方向相反`;
    found.push(at(text, passage, from, to, "impossible-range", { found: whole, problem }));
  }
  return found;
};

const at = <One extends Code>(
  text: TextUnderReview,
  passage: Passage,
  from: number,
  to: number,
  code: One,
  values: Parameters<typeof report<One>>[3],
): Diagnostic => {
  const place = placeIn(passage, from, to);
  return report(code, text.document.source.name, place, values, standingIn(text, place));
};
