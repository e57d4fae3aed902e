import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision } from "../model/ir.ts";
import { evaluateCondition } from "./condition.ts";
import type { Judgement, Run } from "./run.ts";
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
    .map(({ origin }) => ({ at: origin.span.start, words: plainWords(wordsOf(origin)) }))
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
  const operands = partsOf(condition);
  if (operands === null) return [condition];
  const wrong = condition.kind === "not" ? (kind === "true" ? "false" : "true") : kind;
  return operands
    .filter((operand) => !isReading(operand) && evaluateCondition(run, operand, [record]).kind === wrong)
    .flatMap((operand) => failing(run, operand, record, wrong));
};

/** Null where the words have to stay together: A或者B asks for neither of the two by itself, 未X not for X. */
const partsOf = (condition: Condition): readonly Condition[] | null => {
  switch (condition.kind) {
    case "all":
      return condition.operands;
    case "any":
    case "atLeast":
      return condition.operands.some(({ origin }) => origin.item !== condition.origin.item) ||
        condition.operands.some(isReading)
        ? condition.operands
        : null;
    case "not": {
      const { operand, origin } = condition;
      return "operands" in operand || operand.origin.words === origin.words ? [operand] : null;
    }
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

const isReading = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");

/** Without 依据 and 限, which are cited beside. */
const plainWords = (words: string): string =>
  words
    .split(/[，,]\s*(?:依据|限)「/u)[0]!
    .replace(/[；;。]\s*$/u, "")
    .trim();
