import { BOUND_WORDS } from "../../../language/index.ts";
import type { ComparisonOperator } from "../../model/ir.ts";

/** The word of a limit as a text would write it: 不不少于, which is denied twice, is 少于; 不以上 is 低于. */
export const writtenWord = (word: string, operator: ComparisonOperator): string => {
  if (!word.startsWith("不") || isWritten(word)) return word;
  const denied = word.slice(1);
  const bare = denied.startsWith("不") ? denied.slice(1) : "";
  return isWritten(bare) ? bare : USUAL[operator];
};

const isWritten = (word: string): boolean => Object.hasOwn(BOUND_WORDS, word);

const USUAL = {
  "<": "低于",
  "<=": "不超过",
  "=": "为",
  "!=": "不为",
  ">=": "不低于",
  ">": "超过",
} as const satisfies Record<ComparisonOperator, string>;
