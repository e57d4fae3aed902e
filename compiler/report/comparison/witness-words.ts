import type { BehaviourChange, Witness, WitnessResult } from "../../model/change.ts";
import { NO_SUCH_RULE } from "./words.ts";

/** A witness in words, the same in every report. */

/** Witnesses that are shown at once. */
const FEW = 3;
/** More, where each of them shows a rule change that no other has shown. */
const MOST = 5;

export interface ShownWitnesses {
  readonly shown: readonly Witness[];
  /** For who asks for them. */
  readonly hidden: readonly Witness[];
}

/**
 * Witnesses of rule changes that were not shown yet come first; those that show none by themselves last. Otherwise
 * the order stays, the smallest one first.
 */
export const witnessesOf = (
  { witness, witnesses }: Pick<BehaviourChange, "witness" | "witnesses">,
  all = false,
): ShownWitnesses => {
  const each = [...new Set(witness === null ? witnesses : [witness, ...witnesses])];
  const told = new Set<number>();
  const fresh = each.filter(({ changes }) => {
    const isFresh = changes.some((index) => !told.has(index));
    for (const index of changes) told.add(index);
    return isFresh;
  });
  const rest = each.filter((one) => !fresh.includes(one));
  const ordered = [
    ...fresh,
    ...rest.filter(({ changes }) => changes.length > 0),
    ...rest.filter(({ changes }) => changes.length === 0),
  ];
  const count = all ? ordered.length : Math.min(MOST, Math.max(FEW, fresh.length));
  return { shown: ordered.slice(0, count), hidden: ordered.slice(count) };
};

/** 成立（原则上不再新增医保定点）; 不符合（原则上应当）; 已认定：A类; 无此规定. */
export const resultWords = ({ status, value, modality, measure }: WitnessResult): string =>
  status === null
    ? NO_SUCH_RULE
    : `${status}${value === null ? "" : `：${inReport(value)}`}${orderInWords(status, modality, measure)}`;

const orderInWords = (status: string, modality: string | null, measure: string | null): string => {
  if (status === "成立" && measure !== null) return `（${plainModality(modality)}${measure}）`;
  return status === "不符合" && plainModality(modality) !== "" ? `（${plainModality(modality)}）` : "";
};

const plainModality = (modality: string | null): string =>
  modality === null || modality === "陈述式" ? "" : modality;

/** Why, in sentences: the result itself is told already, and that a file is a draft is told once for all. */
export const reasonsOf = ({ summary }: WitnessResult): readonly string[] =>
  summary.filter((sentence, at) => at > 0 && !ABOUT_THE_FILE.test(sentence)).map(inReport);

const ABOUT_THE_FILE = /^本文件/u;

/** 第八条「年度业务量低于100笔」, where the reasons have not said it already. */
export const citationLines = (result: WitnessResult): readonly string[] => {
  const said = result.summary.join("\n");
  const lines = result.citations.map(({ label, quote }) => (quote === "" ? label : `${label}「${quote}」`));
  return [...new Set(lines)].filter((line) => !said.includes(line));
};

/** Full-width ％ as in the documents, quotations as they are; a quotation that ends a sentence needs no second 。. */
const inReport = (sentence: string): string =>
  sentence
    .split(/(「[^」]*」|“[^”]*”)/u)
    .map((part) => (/^[「“]/u.test(part) ? part : part.replaceAll("%", "％")))
    .join("")
    .replaceAll("。」。", "。」");
