import type { Outcome, ReadingDependence, Status } from "../model/outcome.ts";
import { isUnexcused } from "./check-report.ts";
import { reasonsInBrief } from "./reason-groups.ts";
import type { Tone } from "./tone.ts";

/** What the rule orders or what was found, with everything that stands in the way: for one table cell. */
export const resultDetail = (outcome: Outcome): string =>
  [
    resultValue(outcome),
    outcome.status === "未认定" ? NONE_FITS : "",
    asksForWords(outcome) ? basisWithItems(outcome, QUOTE_IN_CELL) : "",
    reasonInPrint(outcome),
    ...reasonsInBrief(outcome.reasons),
    ...outcome.readings.map(readingInWords),
  ]
    .filter((part) => part !== "")
    .join("；");

const QUOTE_IN_CELL = 24;

/** Said of a record that no item of a classification fits. */
export const NONE_FITS = "没有一项符合";

/** What somebody has to answer for, or acts upon, is shown with the words that decide it. */
const asksForWords = ({ status, measure }: Outcome): boolean =>
  status === "不符合" || status === "冲突" || (status === "成立" && measure !== null);

/** The order of a measure that holds, the class that was found, or the classes that compete. */
export const resultValue = (outcome: Outcome): string => {
  if (outcome.measure !== null && outcome.status === "成立")
    return `${outcome.modality ?? ""}${outcome.measure}`;
  if (outcome.value !== null) return outcome.value;
  if (outcome.candidates.length > 0) {
    return `${outcome.status === "冲突" ? "同时" : "可能"}为${candidatesInWords(outcome.candidates)}`;
  }
  return outcome.status === "不符合" ? unmetInWords(outcome) : "";
};

/** The classes one by one; positions are the first and the last of all that are possible. */
export const candidatesInWords = (candidates: readonly string[]): string =>
  candidates.length === 2 && candidates.every((each) => POSITION.test(each))
    ? candidates.join("至")
    : candidates.join("、");

const POSITION = /^第\d+名$/;

/** 要求“年度设置计划已向社会公示”未达到（要）; what is forbidden is named as what there is. */
const unmetInWords = ({ unmet, modality, reason }: Outcome): string => {
  const word = modality ?? "";
  const quoted = unmet.slice(0, UNMET_IN_CELL).map((words) => inQuotes(shortened(words, UNMET_WORDS)));
  const parts = quoted.join("、") + (unmet.length > quoted.length ? `等${unmet.length}项` : "");
  const inPrinciple = word.includes("原则上");
  const recorded = reason === null ? "没有记录理由" : "已记录理由";
  const notes = [word, ...(inPrinciple ? [recorded] : [])].filter((note) => note !== "");
  const why = notes.length === 0 ? "" : `（${notes.join("，")}）`;
  if (parts === "") return word === "" ? "" : `不合“${word}”的规定${inPrinciple ? `，${recorded}` : ""}`;
  return FORBIDS.test(word) ? `有${parts}的情形${why}` : `要求${parts}未达到${why}`;
};

/** Quotation marks inside quotation marks are single ones. */
const inQuotes = (words: string): string => `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`;

const UNMET_IN_CELL = 5;
const UNMET_WORDS = 60;
const FORBIDS = /不|严禁/u;

/** Why a result stands as it does: the recorded reason, or what keeps the rule from applying. */
export const reasonInPrint = ({ status, reason }: Outcome): string =>
  reason === null ? "" : status === "不符合" || status === "成立" ? `记录的理由：${reason}` : reason;

/** 第十八条「仅开通个人账户结算业务的定点零售药店」「单体定点零售药店」; long quotations are cut. */
export const basisInWords = (outcome: Outcome, limit = Number.POSITIVE_INFINITY): string =>
  basisParts(outcome, limit)
    .map(({ words }) => words)
    .join("；");

/** The same with the items of the rule: 第十六条「年度内无医保业务量」（规则条件（一））. */
const basisWithItems = (outcome: Outcome, limit: number): string =>
  basisParts(outcome, limit)
    .map(({ words, items }) => words + (items.length === 0 ? "" : `（${ruleItemLabel(items.join("、"))}）`))
    .join("；");

interface BasisPart {
  readonly words: string;
  /** （一）, （二） … of the rule. */
  readonly items: readonly string[];
}

const basisParts = ({ citations }: Outcome, limit: number): readonly BasisPart[] => {
  const byLabel = new Map<string, { quotes: Set<string>; items: Set<string> }>();
  for (const { label, quote, ruleItem } of citations) {
    const part = byLabel.get(label) ?? { quotes: new Set<string>(), items: new Set<string>() };
    if (quote !== "") part.quotes.add(`「${shortened(quote, limit)}」`);
    if (ruleItem !== null) part.items.add(ruleItem.replace(/^规则条件/, ""));
    byLabel.set(label, part);
  }
  return [...byLabel].map(([label, { quotes, items }]) => ({
    words: label + [...quotes].join(""),
    items: Array.from(items),
  }));
};

export const shortened = (quote: string, limit: number): string =>
  quote.length > limit ? `${quote.slice(0, limit)}…` : quote;

/** 依「等情况」读法一（暂拟），若采读法二则为需裁量 */
export const readingInWords = (reading: ReadingDependence): string => {
  const others = reading.alternatives
    .map((other) => `若采读法${chineseOrdinal(other.option)}则为${other.value ?? other.status}`)
    .join("，");
  return `依「${reading.name}」读法${chineseOrdinal(reading.option)}（${reading.status}）${others === "" ? "" : `，${others}`}`;
};

export const statusTone = (outcome: Outcome): Tone => (isUnexcused(outcome) ? "bad" : toneOf(outcome.status));

/** The rule's own item as 规则条件（一）, so that nobody takes it for an 项 of the law. */
export const ruleItemLabel = (item: string): string =>
  item.startsWith("规则条件") ? item : `规则条件${item}`;

/** 一 to 九十九: numbers of readings. */
export const chineseOrdinal = (number: number): string => {
  const digits = "零一二三四五六七八九";
  if (number < 10) return digits[number] ?? String(number);
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
};

export const toneOf = (status: Status): Tone => {
  switch (status) {
    case "冲突":
      return "bad";
    case "不符合":
    case "未认定":
    case "需裁量":
    case "未知":
      return "warning";
    case "成立":
      return "strong";
    case "符合":
    case "已认定":
      return "good";
    case "不成立":
    case "不适用":
      return "muted";
  }
};
