import { amountAt, amountBefore, NUMBER_CHARACTERS, type Amount } from "./amounts.ts";

export interface BandBorder {
  readonly amount: Amount;
  readonly written: string;
  readonly inclusive: boolean;
}

/** 1万元以上不满3万元的，: a range of one quantity as the condition of something. */
export interface Band {
  readonly start: number;
  readonly end: number;
  readonly lower: BandBorder | null;
  readonly upper: BandBorder | null;
  /** The words in front that name the quantity, back to the last mark; may be empty. */
  readonly subject: string;
  /** Whether it begins its paragraph or item. */
  readonly leads: boolean;
}

/** What 以上 and 以下 mean in the document at hand. */
export interface Inclusion {
  readonly above: boolean;
  readonly below: boolean;
}

/** Without one of these words there is no band. */
export const BORDER_WORD = /以上|以下|以内|不满|不足|未满|低于|少于|小于|未达到|超过|高于|大于|多于/;

/**
 * Bands that something depends on: “…的，”, “…部分”, “…：” follows. 一万元以上五万元以下的罚款 is a
 * measure for somebody to choose from, not a condition, and is left out.
 */
export const bandsIn = (text: string, inclusion: Inclusion): Band[] => {
  const bands: Band[] = [];
  let taken = 0;
  for (const match of text.matchAll(BORDER_WORDS)) {
    if (match.index < taken) continue;
    const behind = match.index + match[0].length;
    if (!MAY_BE_CONDITION.test(text.slice(behind, behind + 40))) continue;
    const range = readRange(text, match[0], match.index, inclusion);
    if (range === null) continue;
    taken = range.end;
    if (!CONDITION.test(text.slice(range.end, range.end + 24))) continue;
    const before = text.slice(Math.max(0, range.start - LONGEST_SUBJECT), range.start);
    const subject = /[^，。；：、（）]*$/.exec(before)![0];
    if (GIVEN.test(subject)) continue;
    bands.push({ ...range, subject, leads: range.start - subject.length <= 1 });
  }
  return bands;
};

type Range = Pick<Band, "start" | "end" | "lower" | "upper">;

const BEFORE =
  "不满|不足|未满|低于|少于|小于|未达到|不超过|不高于|不多于|不低于|不少于|超过|高于|大于|多于|超出";
const BORDER_WORDS = new RegExp(`以上|以下|以内|${BEFORE}`, "g");

const UPPER_WORDS: Readonly<Record<string, boolean>> = {
  不满: false,
  不足: false,
  未满: false,
  低于: false,
  少于: false,
  小于: false,
  未达到: false,
  不超过: true,
  不高于: true,
  不多于: true,
};
const LOWER_WORDS: Readonly<Record<string, boolean>> = {
  不低于: true,
  不少于: true,
  超过: false,
  高于: false,
  大于: false,
  多于: false,
  超出: false,
};

const LONGEST_SUBJECT = 30;

/** Whatever may follow a condition, but not the noun that a penalty or an amount is measured out of. */
const BEHIND =
  "(?:[（(][^（）()]{0,16}[）)])?(?:部分|[：:]|为(?=[一二三四五六七八九十第甲乙丙丁优良大中小微特])|，(?=补助|奖励|配备|每[年月季半]|列?定?评?划?为[一二三四五六七八九十第甲乙丙丁优良大中小微特]|按照?|一律)|的(?!罚款|罚金|有期|徒刑|拘役|管制|拘留|违约金|滞纳金|赔偿|奖金|奖励|补助|补贴|补偿|资金|经费|报酬|利息|期限|时间|时限|比例|幅度|范围|标准))";
const CONDITION = new RegExp(`^${BEHIND}`);

/** The same behind the rest of a range; most ranges of a law are penalties and need no reading. */
const MAY_BE_CONDITION = new RegExp(
  `^(?:[（(][^（）()]{0,16}[）)])?[，、]?[^，。；：、（）的\\d]{0,3}(?:[${NUMBER_CHARACTERS}]{1,16}[^，。；：、（）的]{0,6})?${BEHIND}`,
);

/** 处以一万元以上三万元以下的…: the range is what is given, not the condition. */
const GIVEN = /(?:处|处以|并处|可处|给予|罚款|按照?|缴纳|收取|支付|不得|应当|至少)$/;

const NOTE = /^[（(](不?)(?:含|包括|包含)(?:本数|[^（）()，。；税]{0,10})[）)]/;

/** The range that begins with this word, or with the amount in front of it. */
const readRange = (text: string, word: string, at: number, inclusion: Inclusion): Range | null => {
  const behind = at + word.length;
  if (word === "以上" || word === "以下" || word === "以内") {
    const inside = noteBefore(text, at);
    const amount = amountBefore(text, inside?.start ?? at);
    if (amount === null || (amount.unit === null && amount.dimension !== "share")) return null;
    const usual = inside?.inclusive ?? (word === "以上" ? inclusion.above : inclusion.below);
    const noted = readNote(text, behind, usual);
    const border = borderOf(text, amount, noted.inclusive);
    if (word !== "以上" && /(?:以上|至|到)$/.test(text.slice(Math.max(0, amount.start - 2), amount.start)))
      return null;
    if (word !== "以上") return { start: amount.start, end: noted.end, lower: null, upper: border };
    const upper = readUpper(text, noted.end, inclusion);
    return {
      start: amount.start,
      end: upper?.end ?? noted.end,
      lower: border,
      upper: upper?.border ?? null,
    };
  }
  const amount = amountAt(text, behind);
  if (amount === null || (amount.unit === null && amount.dimension !== "share")) return null;
  const isUpper = Object.hasOwn(UPPER_WORDS, word);
  const noted = readNote(text, amount.end, (isUpper ? UPPER_WORDS[word] : LOWER_WORDS[word])!);
  const border = borderOf(text, amount, noted.inclusive);
  if (isUpper) return { start: at, end: noted.end, lower: null, upper: border };
  const upper = readUpper(text, noted.end, inclusion);
  return { start: at, end: upper?.end ?? noted.end, lower: border, upper: upper?.border ?? null };
};

const UPPER = new RegExp(
  `^[，、]?(?:至|到|但|且)?(${Object.keys(UPPER_WORDS).join("|")})?(?=[0-9０-９一二两三四五六七八九十百])`,
);

/** The second half of 1万元以上3万元以下 or 超过1万元不满3万元. */
const readUpper = (
  text: string,
  at: number,
  inclusion: Inclusion,
): { readonly border: BandBorder; readonly end: number } | null => {
  const match = UPPER.exec(text.slice(at, at + 8));
  if (match === null) return null;
  const amount = amountAt(text, at + match[0].length);
  if (amount === null || (amount.unit === null && amount.dimension !== "share")) return null;
  const inside = readNote(text, amount.end, inclusion.below);
  const closing = /^(?:以下|以内)/.exec(text.slice(inside.end, inside.end + 2))?.[0] ?? "";
  if (match[1] === undefined && closing === "") return null;
  const usual = match[1] === undefined ? inside.inclusive : UPPER_WORDS[match[1]]!;
  const noted = readNote(text, closing === "" ? amount.end : inside.end + closing.length, usual);
  return { border: borderOf(text, amount, noted.inclusive), end: noted.end };
};

/** 100人（含）以下: the note between the number and its word. */
const noteBefore = (
  text: string,
  at: number,
): { readonly inclusive: boolean; readonly start: number } | null => {
  const match =
    text[at - 1] === "）" || text[at - 1] === ")"
      ? NOTE_BEFORE.exec(text.slice(Math.max(0, at - 16), at))
      : null;
  return match === null ? null : { inclusive: match[1] === "", start: at - match[0].length };
};

const NOTE_BEFORE = /[（(](不?)(?:含|包括|包含)(?:本数|[^（）()，。；税]{0,10})[）)]$/;

const readNote = (
  text: string,
  at: number,
  usual: boolean,
): { readonly inclusive: boolean; readonly end: number } => {
  const match = NOTE.exec(text.slice(at, at + 16));
  return match === null
    ? { inclusive: usual, end: at }
    : { inclusive: match[1] === "", end: at + match[0].length };
};

const borderOf = (text: string, amount: Amount, inclusive: boolean): BandBorder => ({
  amount,
  written: text.slice(amount.start, amount.end),
  inclusive,
});
