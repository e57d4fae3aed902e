import type { Provision } from "../../../language/index.ts";
import type { Program } from "../../model/ir.ts";
import { articleOf } from "./rule-article.ts";
import type { Norm } from "./unprovided-situations.ts";

/** Whether the text of the articles of some rules names a class without a rule for it. */
export const isNamedInText = (program: Program, rules: readonly Norm[], value: string): boolean =>
  textsOf(program, rules).some((words) => words.includes(value));

/** Whether the text of their articles provides for all others, without a rule for them. */
export const restIsNamed = (program: Program, rules: readonly Norm[]): boolean =>
  textsOf(program, rules).some((words) => THE_REST.test(words));

/** 其他医药机构，……; not the last item of a list, 其他严重情形。 */
const THE_REST = /(?:其他|其余)[^，。；：]{0,8}，|以外的/u;

const textsOf = (program: Program, rules: readonly Norm[]): readonly string[] => {
  const { text } = program.policy;
  const articles = new Set(rules.flatMap((rule) => articleOf(program, rule.origin) ?? []));
  return text === undefined ? [] : [...articles].map((article) => wordsOf(text, article));
};

const wordsOf = (text: string, { pieces, children }: Provision): string =>
  [
    ...pieces.map(({ start, end }) => text.slice(start, end).replaceAll(/\s/gu, "")),
    ...children.map((child) => wordsOf(text, child)),
  ].join("");
