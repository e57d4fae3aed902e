import type { Outcome, ReadingDependence, Status } from "../model/outcome.ts";
import { isUnexcused } from "./check-report.ts";
import { reasonInWords } from "./reasons.ts";
import type { Tone } from "./tone.ts";

/** What the rule orders or what was found, with everything that stands in the way: for one table cell. */
export const resultDetail = (outcome: Outcome): string =>
  [
    resultValue(outcome),
    asksForWords(outcome) ? basisInWords(outcome, QUOTE_IN_CELL) : "",
    reasonInPrint(outcome),
    ...outcome.reasons.map(reasonInWords),
    ...outcome.readings.map(readingInWords),
  ]
    .filter((part) => part !== "")
    .join("；");

const QUOTE_IN_CELL = 24;

/** What somebody has to answer for is shown with the words that it breaks. */
const asksForWords = ({ status }: Outcome): boolean => status === "不符合" || status === "冲突";

/** The order of a measure that holds, the class that was found, or the classes that compete. */
export const resultValue = (outcome: Outcome): string => {
  if (outcome.measure !== null && outcome.status === "成立")
    return `${outcome.modality ?? ""}${outcome.measure}`;
  if (outcome.value !== null) return outcome.value;
  if (outcome.candidates.length > 0) {
    return `${outcome.status === "冲突" ? "同时" : "可能"}为${outcome.candidates.join("、")}`;
  }
  return outcome.status === "不符合" ? unmetInWords(outcome) : "";
};

/** 要求“年度设置计划已向社会公示”未达到（要）; what is forbidden is named as what there is. */
const unmetInWords = ({ unmet, modality, reason }: Outcome): string => {
  const word = modality ?? "";
  const quoted = unmet.slice(0, UNMET_IN_CELL).map((words) => `“${shortened(words, UNMET_WORDS)}”`);
  const parts = quoted.join("、") + (unmet.length > quoted.length ? `等${unmet.length}项` : "");
  const inPrinciple = word.includes("原则上");
  const recorded = reason === null ? "没有记录理由" : "已记录理由";
  const notes = [word, ...(inPrinciple ? [recorded] : [])].filter((note) => note !== "");
  const why = notes.length === 0 ? "" : `（${notes.join("，")}）`;
  if (parts === "") return word === "" ? "" : `不合“${word}”的规定${inPrinciple ? `，${recorded}` : ""}`;
  return FORBIDS.test(word) ? `有${parts}的情形${why}` : `要求${parts}未达到${why}`;
};

const UNMET_IN_CELL = 5;
const UNMET_WORDS = 60;
const FORBIDS = /不|严禁/u;

/** Why a result stands as it does: the recorded reason, or what keeps the rule from applying. */
export const reasonInPrint = ({ status, reason }: Outcome): string =>
  reason === null ? "" : status === "不符合" || status === "成立" ? `记录的理由：${reason}` : reason;

/** 第十八条“仅开通个人账户结算业务的定点零售药店”“单体定点零售药店”; long quotations are cut. */
export const basisInWords = ({ citations }: Outcome, limit = Number.POSITIVE_INFINITY): string => {
  const byLabel = new Map<string, Set<string>>();
  for (const { label, quote } of citations) {
    const quotes = byLabel.get(label) ?? new Set<string>();
    if (quote !== "") quotes.add(`“${shortened(quote, limit)}”`);
    byLabel.set(label, quotes);
  }
  return [...byLabel].map(([label, quotes]) => label + [...quotes].join("")).join("；");
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
