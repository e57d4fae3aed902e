import type { Condition, Origin } from "../../model/ir.ts";
import type { Truth } from "../../model/outcome.ts";
import { optionOf, type Run } from "../run.ts";
import { wordsOf } from "../../model/words.ts";

type List = Extract<Condition, { operands: readonly Condition[] }>;

/** 符合其中一项即可：3项中符合1项。 */
export const listNote = (list: List, truths: readonly Truth[], setAside: number): string => {
  const aside = setAside === 0 ? "" : `，另有${setAside}项限其他读法，不予考虑`;
  return truths.length === 0
    ? `各项均限其他读法，不予考虑。`
    : `${demandOf(list)}：${tally(truths)}${aside}。`;
};

const demandOf = (list: List): string => {
  switch (list.kind) {
    case "all":
      return "须全部符合";
    case "any":
      return "符合其中一项即可";
    case "atLeast":
      return `须至少符合${list.count}项`;
  }
};

const tally = (truths: readonly Truth[]): string => {
  const number = (kind: Truth["kind"]): number => truths.filter((truth) => truth.kind === kind).length;
  const parts = [
    ["符合", number("true")],
    ["不符合", number("false")],
    ["不能判定", number("indeterminate")],
  ] as const;
  const found = parts.filter(([, count]) => count > 0);
  if (found.length === 1) return `${truths.length}项${truths.length > 1 ? "均" : ""}${found[0]![0]}`;
  return `${truths.length}项中${found.map(([word, count]) => `${word}${count}项`).join("，")}`;
};

/** The words before the items of a list: those of the items follow with the items. */
export const leadOf = (list: List): string => {
  const own = wordsOf(list.origin);
  if (STARTS_WITH_MARKER.test(own)) return FOLLOWING;
  const { words, span } = list.origin;
  const start = firstItem(list, list.origin);
  if (start === null || start === span.start || words.length !== span.end - span.start) return firstLine(own);
  const lead = own.slice(0, Math.max(0, start - span.start - (words.length - own.length)));
  const told = firstLine(lead.trim().replace(ENDS_WITH_MARKER, ""));
  return told === "" ? FOLLOWING : told;
};

/** Items stand on lines of their own. */
const firstLine = (words: string): string =>
  words
    .trim()
    .split("\n")[0]!
    .trim()
    .replace(/[：:；;。]$/, "");

const FOLLOWING = "下列各项";
const MARKER = "(?:[（(][零〇一二三四五六七八九十百\\d０-９]{1,4}[）)]|[\\d０-９]{1,3}[.．、]|[①-⒛㈠-㈩])";
const STARTS_WITH_MARKER = new RegExp(`^\\s*${MARKER}`, "u");
/** The marker of the first item stands before its words. */
const ENDS_WITH_MARKER = new RegExp(`${MARKER}$`, "u");

/** Where the first item below begins in the file. */
const firstItem = (condition: Condition, above: Origin): number | null => {
  const { origin } = condition;
  if (origin !== above && origin.item !== null && origin.item !== above.item)
    return origin.file === above.file && origin.span.start >= above.span.start ? origin.span.start : null;
  const parts =
    "operands" in condition ? condition.operands : condition.kind === "not" ? [condition.operand] : [];
  const starts = parts.flatMap((part) => firstItem(part, above) ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
};

/** A part that is limited to a reading that is not taken: 假 among alternatives, 真 among requirements. */
export const isSetAside = (run: Run, condition: Condition): boolean => {
  if (condition.kind !== "all" && condition.kind !== "any") return false;
  const guard = condition.operands.find(isGuard);
  if (guard === undefined || (condition.kind === "all") !== (guard.kind === "reading")) return false;
  const reading = guard.kind === "not" ? guard.operand : guard;
  if (reading.kind !== "reading") return false;
  const taken = optionOf(run, reading.reading);
  return taken !== null && taken !== reading.option;
};

export const isGuard = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");
