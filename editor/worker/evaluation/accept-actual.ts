import { runCases, type CaseResult } from "../../../compiler/evaluate/index.ts";
import type { Span } from "../../../language/index.ts";
import { quote, quotedIfNeeded } from "../../../compiler/analyse/witness/words.ts";
import { compileChanged, type LoadedPolicy } from "./loaded-policy.ts";

type Edits = readonly { readonly span: Span; readonly newText: string }[];

/**
 * The expectations of a case that are not met, written as what is found. The edits are tried before they are given
 * out; null where there is no such case, nothing to change, or where the language cannot say what was found.
 */
export const acceptActual = (policy: LoadedPolicy, name: string): Edits | null => {
  const { program, texts } = policy;
  const each = program.cases.find((known) => known.name === name && known.origin.file === texts.path);
  if (each === undefined) return null;
  const found = runCases({ ...program, cases: [each] }).cases[0];
  if (found === undefined || found.passed) return null;
  const unmet = found.expectations.filter(({ met }) => !met);
  for (const head of [writtenHead, quotedHead]) {
    const edits = unmet.flatMap((result) => editOf(result, head) ?? []);
    if (edits.length > 0 && edits.length === unmet.length && isRight(policy, name, edits)) return edits;
  }
  return null;
};

type Expectation = CaseResult["expectations"][number]["expectation"];

/** 「甲」的自然退出, as the author wrote it. */
const writtenHead = ({ about, origin }: Expectation): string | null => {
  const at = origin.words.indexOf(about);
  if (at === -1) return null;
  const end = at + about.length;
  return origin.words.slice(0, origin.words[end] === "」" ? end + 1 : end);
};

/** Where the words of the author would be read otherwise before another result. */
const quotedHead = ({ about, id }: Expectation): string => `${quote(id)}的${quote(about)}`;

/** Grounds that were expected with another result are left out: they would no longer be those of this one. */
const editOf = (
  { expectation, actual }: CaseResult["expectations"][number],
  headOf: (expectation: Expectation) => string | null,
): Edits[number] | null => {
  const said = resultWords(actual);
  const head = headOf(expectation);
  return said === null || head === null ? null : { span: expectation.origin.span, newText: head + said };
};

const STATUSES: ReadonlySet<string> = new Set([
  "成立",
  "不成立",
  "符合",
  "不符合",
  "已认定",
  "未认定",
  "未知",
  "需裁量",
  "冲突",
  "不适用",
]);

/** 需裁量（裁量判断：…） is expected as 需裁量; a class or a number as its value. */
const resultWords = (actual: string): string | null => {
  if (actual.includes("；") && !/^[^（；]*（/u.test(actual)) return null;
  const [status = ""] = actual.split("（");
  if (STATUSES.has(status)) return status;
  if (actual === "无结果" || actual.startsWith("约") || /^第.*名$/u.test(actual)) return null;
  return `为${/^[-\d]/u.test(actual) ? actual.replace("%", "％") : quotedIfNeeded(actual)}`;
};

const isRight = ({ texts }: LoadedPolicy, name: string, edits: Edits): boolean => {
  let { text } = texts;
  for (const { span, newText } of edits.toSorted((left, right) => right.span.start - left.span.start))
    text = text.slice(0, span.start) + newText + text.slice(span.end);
  const { program } = compileChanged(texts, text);
  const each = program?.cases.find((known) => known.name === name);
  if (program === null || each === undefined) return false;
  return runCases({ ...program, cases: [each] }).cases[0]?.passed === true;
};
