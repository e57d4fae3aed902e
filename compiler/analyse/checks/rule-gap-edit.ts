import type { Suggestion } from "../../model/analysis.ts";
import type { Program } from "../../model/ir.ts";
import type { Cell } from "./rule-division.ts";
import { endOfBlock, freeName } from "./rule-edit.ts";
import { inWords } from "./rule-gap-words.ts";
import type { RuleTable } from "./rule-tables.ts";

/** One rule for what is left, for each outcome that the others have: which one it is to be is not ours to say. */
export const restOf = (program: Program, table: RuleTable, open: readonly Cell[]): readonly Suggestion[] => {
  const { text, file } = program.policy;
  const rules = table.rules.map(({ rule }) => rule);
  if (text === undefined || rules.some(({ origin }) => origin.file !== file)) return [];
  const at = endOfBlock(text, Math.max(...rules.map(({ origin }) => origin.span.end)));
  if (at === null) return [];
  const name = freeName(program, "其余情形");
  const front = `${rules[0]!.object}${whatIsLeft(program, table, open)}`;
  const actions = new Set(
    rules.flatMap((rule) =>
      rule.kind === "measure" ? rule.orders.map(({ modality, measure }) => `${modality.word}${measure}`) : [],
    ),
  );
  return [...actions].map((action) => ({
    title: `增加【规则】，对没有说到的情形规定“${action}”。怎样办理须由起草人决定，并相应补写原文`,
    file,
    edits: [{ span: { start: at, end: at }, newText: `【规则】${name}\n${front}的，${action}。\n` }],
  }));
};

/** The one case that is left, or what lies outside of every rule. */
const whatIsLeft = (
  program: Program,
  { rules, scope, divided }: RuleTable,
  open: readonly Cell[],
): string => {
  const [only, ...others] = open;
  if (only !== undefined && others.length === 0)
    return inWords(program, [...scope, ...only.map(({ condition }) => condition)]);
  const outside = rules.map(
    ({ axes }) =>
      `非（${inWords(
        program,
        divided.map((key) => axes.get(key)!),
      )}）`,
  );
  return [...(scope.length === 0 ? [] : [inWords(program, scope)]), ...outside].join("且");
};
