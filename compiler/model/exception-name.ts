import type { ExceptionClause } from "./ir.ts";

/** 例外“公立” for a 【例外】, 但书 for what stands in the sentence of the rule itself. */
export const exceptionInWords = ({ id, name }: ExceptionClause): string => {
  if (id.endsWith("·但书")) return "本规则的但书";
  return id.endsWith("·除外") ? "本规则的除外规定" : `例外“${name}”`;
};

/** The same where the rule is not the one that is spoken of: “偏远补助”的但书. */
export const exceptionWithRule = (clause: ExceptionClause): string =>
  exceptionInWords(clause).replace("本规则", `“${clause.id.slice(0, clause.id.lastIndexOf("·"))}”`);
