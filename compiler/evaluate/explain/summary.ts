import type { FactRecord } from "../../model/facts.ts";
import type { Condition, Decision } from "../../model/ir.ts";
import type { Citation, Outcome } from "../../model/outcome.ts";
import { decisiveLeaves } from "../cite.ts";
import { exceptionsOf } from "../judge.ts";
import type { Judgement, Run } from "../run.ts";
import { conditionStep } from "./condition-step.ts";
import { resultSentence } from "./decision-step.ts";
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
  ...(outcome.reason === null ? [] : [`${outcome.reason}。`]),
  ...shorten(because(run, decision, record, judgement)),
  ...(outcome.citations.length === 0
    ? []
    : [`依据：${shorten(outcome.citations.map(citationPhrase)).join("；")}。`]),
  ...outcome.readings.map(({ name, option, status, alternatives }) => {
    const others = alternatives.map((other) => `采读法${other.option}的，为${other.value ?? other.status}`);
    return `本结果取决于对“${name}”的理解，现采读法${option}（${status}）；${others.join("；")}。`;
  }),
];

const citationPhrase = ({ label, quote, ruleItem }: Citation): string =>
  `${label}${quote === "" ? "" : `“${quote}”`}${ruleItem === null ? "" : `（${ruleItem}）`}`;

const because = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
): readonly string[] => {
  if (judgement.reasons.length > 0) return judgement.reasons.map((reason) => `${reasonPhrase(reason)}。`);
  const notes = decisiveConditions(run, decision, judgement).flatMap((condition) =>
    decisiveLeaves(run, condition, [record]).map(
      (leaf) => conditionStep(run, leaf.condition, [record]).note ?? "",
    ),
  );
  return [...new Set(notes)].filter((note) => note !== "");
};

const decisiveConditions = (
  run: Run,
  decision: Decision,
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
    case "classification":
      return why === null ? decision.items.map((item) => item.condition) : [decision.subject];
    case "definition":
      return [decision.condition];
    case "indicator":
    case "ranking":
      return [];
  }
};

const SHOWN = 8;

const shorten = (sentences: readonly string[]): readonly string[] =>
  sentences.length <= SHOWN ? sentences : [...sentences.slice(0, SHOWN), `等共${sentences.length}项。`];
