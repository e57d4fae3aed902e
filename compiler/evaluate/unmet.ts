import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision } from "../model/ir.ts";
import { evaluateCondition } from "./condition.ts";
import type { Judgement, Run } from "./run.ts";
import { isReadingGuard, unmetPartsOf, unmetWords } from "../model/unmet-parts.ts";
import { wordsOf } from "../model/words.ts";

/** The parts of a requirement that are not met, in the words of the rule: all of them for 同时符合, none that is met. */
export const unmetParts = (
  run: Run,
  decision: Decision,
  judgement: Judgement,
  record: FactRecord,
): readonly string[] => {
  if (decision.kind !== "requirement" || judgement.status !== "不符合") return [];
  const { requirement, modality } = decision;
  // What is forbidden is told as what there is: 使用明火, not 不得使用明火.
  const parts =
    modality.force === "mustNot" && requirement.kind === "not"
      ? failing(run, requirement.operand, record, "true")
      : failing(run, requirement, record, "false");
  const said = parts
    .map(({ origin }) => ({ at: origin.span.start, words: unmetWords(wordsOf(origin)) }))
    .filter(({ words }) => words !== "")
    .sort((left, right) => left.at - right.at || (left.words < right.words ? -1 : 1));
  return [...new Set(said.map(({ words }) => words))];
};

/** The leaves that make a condition `kind`, which is what the rule does not want. */
const failing = (
  run: Run,
  condition: Condition,
  record: FactRecord,
  kind: "true" | "false",
): readonly Condition[] => {
  const operands = unmetPartsOf(condition);
  if (operands === null) return [condition];
  const wrong = condition.kind === "not" ? (kind === "true" ? "false" : "true") : kind;
  return operands
    .filter((operand) => !isReadingGuard(operand) && evaluateCondition(run, operand, [record]).kind === wrong)
    .flatMap((operand) => failing(run, operand, record, wrong));
};
