import type { FactRecord } from "../model/facts.ts";
import type { Decision, ExceptionClause, MeasureRule, RequirementRule } from "../model/ir.ts";
import type { Reason, Status, Truth } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { classify } from "./classify.ts";
import { evaluateCondition } from "./condition.ts";
import { placementOf } from "./ranking.ts";
import { undecidedStatus, union } from "./reason.ts";
import { isOpen, numberValue, type Result } from "./result.ts";
import type { Judgement, NotApplicable, Run } from "./run.ts";
import { evaluateTerm } from "./term.ts";
import { any, reasonsOf, TRUE } from "./truth.ts";

/** What a decision says of a record; found once in a run. */
export const judge = (run: Run, id: string, record: FactRecord): Judgement => {
  const known = run.judgements.get(id) ?? new Map<string, Judgement>();
  run.judgements.set(id, known);
  const decision = run.decisions.get(id);
  const found =
    known.get(record.id) ?? (decision === undefined ? undecided([]) : decide(run, decision, record));
  known.set(record.id, found);
  return found;
};

/** The exceptions of a rule that can apply to its records. */
export const exceptionsOf = (run: Run, rule: MeasureRule | RequirementRule): readonly ExceptionClause[] =>
  rule.exceptions
    .map((id) => run.program.exceptions.get(id))
    .filter((clause) => clause !== undefined && clause.object === rule.object)
    .map((clause) => clause!);

export const settled = (status: Status, value: Value | null = null): Judgement => ({
  status,
  value,
  candidates: [],
  reasons: [],
  notApplicable: null,
});

export const notApplicable = (why: NotApplicable): Judgement => ({
  ...settled("不适用"),
  notApplicable: why,
});

export const undecided = (reasons: readonly Reason[], candidates: readonly Value[] = []): Judgement => ({
  status: undecidedStatus(reasons),
  value: null,
  candidates,
  reasons,
  notApplicable: null,
});

const decide = (run: Run, decision: Decision, record: FactRecord): Judgement => {
  switch (decision.kind) {
    case "measure":
      return judgeMeasure(run, decision, record);
    case "requirement":
      return judgeRequirement(run, decision, record);
    case "classification":
      return classify(run, decision, record);
    case "definition":
      return holdsOrNot(evaluateCondition(run, decision.condition, [record]));
    case "indicator":
      return valued(evaluateTerm(run, decision.value, [record]));
    case "ranking": {
      const member = evaluateCondition(run, decision.members, [record]);
      if (member.kind === "false") return notApplicable({ kind: "subject" });
      const placement = placementOf(run, decision, record);
      if (placement.kind === "open") return undecided(union(reasonsOf(member), placement.reasons));
      const { front } = placement;
      const { low, high } = front;
      if (member.kind === "true" && low === high) return settled("已认定", numberValue(low));
      return undecided(
        union(reasonsOf(member), front.reasons),
        [numberValue(low), numberValue(high)].slice(0, low === high ? 1 : 2),
      );
    }
  }
};

/** The condition decides; an exception takes the measure away from records that would meet it. */
const judgeMeasure = (run: Run, rule: MeasureRule, record: FactRecord): Judgement => {
  const subject = evaluateCondition(run, rule.subject, [record]);
  if (subject.kind === "false") return notApplicable({ kind: "subject" });
  const base = evaluateCondition(run, rule.base, [record]);
  if (base.kind === "false") return subject.kind === "true" ? settled("不成立") : undecided(subject.reasons);
  const excepted = judgeExceptions(run, rule, record);
  if (excepted.applied !== null) return notApplicable({ kind: "exception", exception: excepted.applied });
  const reasons = union(reasonsOf(subject), reasonsOf(base), reasonsOf(excepted.truth));
  return reasons.length > 0 ? undecided(reasons) : settled("成立");
};

/** Exceptions take the applicability away, never the fulfilment. */
const judgeRequirement = (run: Run, rule: RequirementRule, record: FactRecord): Judgement => {
  const subject = evaluateCondition(run, rule.subject, [record]);
  if (subject.kind === "false") return notApplicable({ kind: "subject" });
  const applicability = evaluateCondition(run, rule.applicability, [record]);
  if (applicability.kind === "false") return notApplicable({ kind: "applicability" });
  const excepted = judgeExceptions(run, rule, record);
  if (excepted.applied !== null) return notApplicable({ kind: "exception", exception: excepted.applied });
  const requirement = evaluateCondition(run, rule.requirement, [record]);
  const applies = union(reasonsOf(subject), reasonsOf(applicability), reasonsOf(excepted.truth));
  if (applies.length > 0) return undecided(union(applies, reasonsOf(requirement)));
  switch (requirement.kind) {
    case "true":
      return settled("符合");
    case "false":
      return settled("不符合");
    case "indeterminate":
      return undecided(requirement.reasons);
  }
};

interface Excepted {
  readonly applied: ExceptionClause | null;
  readonly truth: Truth;
}

/** Where several exceptions apply, the one with the smallest name is named, so that their order decides nothing. */
const judgeExceptions = (run: Run, rule: MeasureRule | RequirementRule, record: FactRecord): Excepted => {
  const clauses = exceptionsOf(run, rule);
  if (clauses.length === 0) return NO_EXCEPTION;
  const ask = (clause: ExceptionClause): Truth => evaluateCondition(run, clause.condition, [record]);
  const truth = any(clauses, ask);
  if (truth.kind !== "true") return { applied: null, truth };
  const applied = clauses.filter((clause) => ask(clause).kind === "true");
  return { applied: applied.reduce((first, each) => (each.id < first.id ? each : first)), truth: TRUE };
};

const NO_EXCEPTION: Excepted = { applied: null, truth: { kind: "false" } };

const holdsOrNot = (truth: Truth): Judgement => {
  switch (truth.kind) {
    case "true":
      return settled("成立");
    case "false":
      return settled("不成立");
    case "indeterminate":
      return undecided(truth.reasons);
  }
};

const valued = (result: Result): Judgement =>
  isOpen(result) ? undecided(result.reasons) : settled("已认定", result);
