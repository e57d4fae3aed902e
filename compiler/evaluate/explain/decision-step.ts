import type { FactRecord } from "../../model/facts.ts";
import type { Classification, Decision, MeasureRule, RequirementRule } from "../../model/ir.ts";
import type { Step, Truth } from "../../model/outcome.ts";
import { exceptionInWords } from "../../model/exception-name.ts";
import { exceptionsOf, judge } from "../judge.ts";
import { printDecided } from "../print.ts";
import type { Judgement, Run } from "../run.ts";
import { indeterminate, TRUE, FALSE } from "../truth.ts";
import { conditionStep } from "./condition-step.ts";
import { stepAt } from "./place.ts";
import { reasonList } from "./sentence.ts";
import { termSteps } from "./term-step.ts";

/** A decision on one record, with everything that it asked. */
export const decisionStep = (run: Run, decision: Decision, record: FactRecord): Step => {
  const judgement = judge(run, decision.id, record);
  return stepAt(run, decision.origin, {
    kind: "rule",
    words: decision.name,
    truth: statusTruth(judgement),
    value: resultInPrint(decision, judgement),
    source: record.source,
    note: `${record.object}“${record.id}”的“${decision.name}”：${resultSentence(decision, judgement)}。`,
    steps: parts(run, decision, record),
  });
};

/** A status alone, or with the class or number. */
export const resultInPrint = (decision: Decision, judgement: Judgement): string =>
  judgement.value === null ? judgement.status : printDecided(judgement.value, decision);

export const resultSentence = (decision: Decision, judgement: Judgement): string => {
  const result = resultInPrint(decision, judgement);
  const candidates = judgement.candidates.map((value) => printDecided(value, decision)).join("、");
  const open = judgement.reasons.length === 0 ? "" : `，${reasonList(judgement.reasons)}`;
  if (candidates === "") return result + open;
  return judgement.status === "冲突"
    ? `${result}（${candidates}）`
    : `${result}（可能为${candidates}）${open}`;
};

const statusTruth = (judgement: Judgement): Truth | null => {
  switch (judgement.status) {
    case "成立":
    case "符合":
      return TRUE;
    case "不成立":
    case "不符合":
      return FALSE;
    case "未知":
    case "需裁量":
      return indeterminate(judgement.reasons);
    case "已认定":
    case "未认定":
    case "冲突":
    case "不适用":
      return null;
  }
};

const parts = (run: Run, decision: Decision, record: FactRecord): readonly Step[] => {
  const of = (condition: Parameters<typeof conditionStep>[1]): Step =>
    conditionStep(run, condition, [record]);
  const subject = (condition: Parameters<typeof conditionStep>[1]): readonly Step[] =>
    condition.kind === "constant" && condition.value ? [] : [{ ...of(condition), kind: "subject" }];
  switch (decision.kind) {
    case "measure":
      return [...subject(decision.subject), of(decision.base), ...exceptionSteps(run, decision, record)];
    case "requirement":
      return [
        ...subject(decision.subject),
        ...subject(decision.applicability),
        ...exceptionSteps(run, decision, record),
        of(decision.requirement),
      ];
    case "classification":
      return [...subject(decision.subject), ...itemSteps(run, decision, record)];
    case "definition":
      return [of(decision.condition)];
    case "indicator":
      return termSteps(run, decision.value, [record]);
    case "ranking":
      return [
        ...subject(decision.members),
        ...decision.keys.flatMap((key) => termSteps(run, key.term, [record])),
      ];
  }
};

const exceptionSteps = (run: Run, rule: MeasureRule | RequirementRule, record: FactRecord): readonly Step[] =>
  exceptionsOf(run, rule).map((clause) => {
    const step = conditionStep(run, clause.condition, [record]);
    return stepAt(run, clause.origin, {
      kind: "exception",
      words: clause.name,
      truth: step.truth,
      note: `${exceptionInWords(clause)}：${step.note ?? ""}`,
      steps: [step],
    });
  });

const itemSteps = (run: Run, rule: Classification, record: FactRecord): readonly Step[] => [
  ...rule.items.map((item) => {
    const step = conditionStep(run, item.condition, [record]);
    return stepAt(run, item.origin, {
      kind: "item",
      truth: step.truth,
      value: printDecided(item.value, rule),
      setAside: step.setAside,
      note: step.note,
      // The condition of an item has the words of the item.
      steps: step.steps,
    });
  }),
  ...(rule.otherwise === null
    ? []
    : [
        stepAt(run, rule.otherwise.origin, { kind: "item", value: printDecided(rule.otherwise.value, rule) }),
      ]),
];
