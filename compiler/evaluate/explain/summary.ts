import type { FactRecord } from "../../model/facts.ts";
import type { Condition, Decision } from "../../model/ir.ts";
import type { Citation, Outcome } from "../../model/outcome.ts";
import { decisiveLeaves } from "../cite.ts";
import { evaluateCondition } from "../condition.ts";
import { exceptionsOf } from "../judge.ts";
import type { Judgement, Run } from "../run.ts";
import { conditionStep } from "./condition-step.ts";
import { resultSentence } from "./decision-step.ts";
import { readingName } from "./reading-note.ts";
import { reasonPhrase } from "./sentence.ts";

/** 为什么, or 为什么不: the result, what decided it, the words that it rests on, and under which reading. */
export const summarise = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
  outcome: Outcome,
): readonly string[] => [
  `${record.object}“${record.id}”的“${decision.name}”：${resultSentence(decision, { ...judgement, reasons: [] })}。`,
  ...reasonSentence(outcome),
  ...because(run, decision, record, judgement),
  ...(outcome.citations.length === 0
    ? []
    : [`依据：${shorten(outcome.citations.map(citationPhrase), "").join("；")}。`]),
  ...outcome.readings.map(({ name, option, status, alternatives }) => {
    const others = alternatives.map(
      (other) => `采${readingName(other.option)}的，为${other.value ?? other.status}`,
    );
    return `本结果取决于对「${name}」的理解，现采${readingName(option)}（${status}）；${others.join("；")}。`;
  }),
];

const reasonSentence = ({ reason, status }: Outcome): readonly string[] => {
  if (reason === null) return [];
  return [`${status === "不适用" ? "" : "记录的理由："}${reason.replace(/。$/, "")}。`];
};

const citationPhrase = ({ label, quote, ruleItem }: Citation): string =>
  `${label}${quote === "" ? "" : `「${quote.length > QUOTED ? `${quote.slice(0, QUOTED)}…` : quote}」`}${ruleItem === null ? "" : `（${ruleItem}）`}`;

const because = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
): readonly string[] => {
  if (judgement.reasons.length > 0) {
    return shorten(
      judgement.reasons.map((reason) => `${reasonPhrase(reason)}。`),
      "。",
    );
  }
  const leaves = decisiveConditions(run, decision, record, judgement).flatMap((condition) =>
    decisiveLeaves(run, condition, [record]).map((leaf) => leaf.condition),
  );
  // The readings that matter have sentences of their own; alone they are all that there is to say.
  const facts = leaves.filter((leaf) => (leaf.kind === "not" ? leaf.operand : leaf).kind !== "reading");
  const told = facts.length > 0 ? facts : leaves;
  const notes = told.map((leaf) => conditionStep(run, leaf, [record]).note ?? "");
  return shorten(
    [...new Set(notes)].filter((note) => note !== ""),
    "。",
  );
};

const decisiveConditions = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  { notApplicable: why, status }: Judgement,
): readonly Condition[] => {
  if (why?.kind === "exception") return [why.exception.condition];
  switch (decision.kind) {
    case "measure":
      if (why !== null) return [decision.subject];
      return [
        decision.base,
        ...(status === "成立" ? exceptionsOf(run, decision).map((clause) => clause.condition) : []),
      ];
    case "requirement":
      return [
        why === null
          ? decision.requirement
          : why.kind === "subject"
            ? decision.subject
            : decision.applicability,
      ];
    case "classification": {
      if (why !== null) return [decision.subject];
      const conditions = decision.items.map((item) => item.condition);
      const met = conditions.filter(
        (condition) => evaluateCondition(run, condition, [record]).kind === "true",
      );
      return met.length > 0 ? met : conditions;
    }
    case "definition":
      return [decision.condition];
    case "indicator":
    case "ranking":
      return [];
  }
};

/** A sentence has room for so much of a whole provision. */
const QUOTED = 120;

const SHOWN = 8;

const shorten = (parts: readonly string[], end: string): readonly string[] =>
  parts.length <= SHOWN ? parts : [...parts.slice(0, SHOWN), `等共${parts.length}项${end}`];
