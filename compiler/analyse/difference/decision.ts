import { valueKey } from "../../evaluate/result.ts";
import type { Classification, Decision, MeasureRule, RequirementRule } from "../../model/ir.ts";
import type { Status } from "../../model/outcome.ts";
import type { Value } from "../../model/value.ts";
import type { Formula } from "../formula.ts";
import { merged, open, when, type Cases, type Outcome } from "./cases.ts";
import { truthOf } from "./condition.ts";
import { valued } from "./constant.ts";
import { and, atLeast, FALSE, not, or } from "./logic.ts";
import type { Slot, View } from "./stage.ts";
import { casesOf } from "./term.ts";
import { any, isOpen, type Truth } from "./truth.ts";

/** One result of a decision, with when it comes about. */
export interface Verdict {
  readonly guard: Formula;
  readonly status: Status;
  /** Class or number of what is 已认定. */
  readonly value: Extract<Outcome, { kind: "constant" | "number" | "date" }> | null;
}

/** Everything that a decision can say of the record of a slot; null where that is not told apart. */
export const verdictsOf = (view: View, decision: Decision, slot: Slot): readonly Verdict[] | null => {
  const memo = memoOf(view);
  const key = JSON.stringify([decision.id, slot.object, slot.id]);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const found = decide(view, decision, slot)?.filter(({ guard }) => guard !== FALSE) ?? null;
  memo.set(key, found);
  return found;
};

/** The same as values that other clauses read: 不适用 and 未认定 are none, nor is a 冲突. */
export const valuesOfDecision = (view: View, decision: Decision, slot: Slot): Cases | null => {
  const verdicts = verdictsOf(view, decision, slot);
  return verdicts && merged(verdicts.map((verdict) => when(verdict.guard, outcomeOf(verdict))));
};

const outcomeOf = ({ status, value }: Verdict): Outcome => {
  switch (status) {
    case "已认定":
      return value ?? open(2);
    case "成立":
    case "符合":
      return { kind: "constant", value: { kind: "boolean", value: true } };
    case "不成立":
    case "不符合":
      return { kind: "constant", value: { kind: "boolean", value: false } };
    case "未知":
      return open(3);
    case "需裁量":
    case "冲突":
    case "未认定":
    case "不适用":
      return open(2);
  }
};

const decide = (view: View, decision: Decision, slot: Slot): readonly Verdict[] | null => {
  switch (decision.kind) {
    case "measure":
      return measure(view, decision, slot);
    case "requirement":
      return requirement(view, decision, slot);
    case "classification":
      return classification(view, decision, slot);
    case "definition":
      return holdsOrNot(truthOf(view, decision.condition, [slot]));
    case "indicator":
      return (
        casesOf(view, decision.value, [slot])?.map(({ guard, outcome }): Verdict => {
          if (outcome.kind !== "open") return { guard, status: "已认定", value: outcome };
          return { guard, status: outcome.level === 3 ? "未知" : "需裁量", value: null };
        }) ?? null
      );
    case "ranking":
      return null;
  }
};

const measure = (view: View, rule: MeasureRule, slot: Slot): readonly Verdict[] => {
  const subject = truthOf(view, rule.subject, [slot]);
  const base = truthOf(view, rule.base, [slot]);
  const excepted = exceptions(view, rule, slot);
  const applies = not(subject.no);
  const reached = and(applies, not(base.no), not(excepted.yes));
  return [
    settled("不适用", or(subject.no, and(applies, not(base.no), excepted.yes))),
    settled("不成立", and(subject.yes, base.no)),
    ...undecided(and(isOpen(subject), base.no), [subject]),
    settled("成立", and(subject.yes, base.yes, excepted.no)),
    ...undecided(and(reached, or(isOpen(subject), isOpen(base), isOpen(excepted))), [
      subject,
      base,
      excepted,
    ]),
  ];
};

const requirement = (view: View, rule: RequirementRule, slot: Slot): readonly Verdict[] => {
  const subject = truthOf(view, rule.subject, [slot]);
  const applicability = truthOf(view, rule.applicability, [slot]);
  const excepted = exceptions(view, rule, slot);
  const required = truthOf(view, rule.requirement, [slot]);
  const reached = and(not(subject.no), not(applicability.no), not(excepted.yes));
  const applies = and(subject.yes, applicability.yes, excepted.no);
  const parts = [subject, applicability, excepted, required];
  return [
    settled(
      "不适用",
      or(subject.no, applicability.no, and(not(subject.no), not(applicability.no), excepted.yes)),
    ),
    settled("符合", and(applies, required.yes)),
    settled("不符合", and(applies, required.no)),
    ...undecided(and(reached, or(not(applies), isOpen(required))), parts),
  ];
};

const exceptions = (view: View, rule: MeasureRule | RequirementRule, slot: Slot): Truth =>
  any(
    rule.exceptions
      .flatMap((id) => view.program.exceptions.get(id) ?? [])
      .filter(({ object }) => object === rule.object)
      .map(({ condition }) => truthOf(view, condition, [slot])),
  );

/** Two different values that hold are a 冲突; a different value that may still hold leaves it open. */
const classification = (view: View, rule: Classification, slot: Slot): readonly Verdict[] => {
  const subject = truthOf(view, rule.subject, [slot]);
  const byValue = new Map<string, { readonly value: Value; readonly truths: Truth[] }>();
  for (const { condition, value } of rule.items) {
    const truth = truthOf(view, condition, [slot]);
    const entry = byValue.get(valueKey(value));
    if (entry === undefined) byValue.set(valueKey(value), { value, truths: [truth] });
    else entry.truths.push(truth);
  }
  const values = Array.from(byValue.values(), ({ value, truths }) => ({ value, truth: any(truths) }));
  const certain = values.map(({ truth }) => truth.yes);
  const conflict = atLeast(2, certain);
  const possible = values.map(({ truth }) => truth).filter((truth) => isOpen(truth) !== FALSE);
  const open = and(not(conflict), or(...possible.map(isOpen)));
  const single = and(not(conflict), not(open));
  const none = and(...values.map(({ truth }) => truth.no));
  const fallback = rule.otherwise?.value ?? null;
  const classes: readonly Verdict[] = [
    ...values.map(({ value, truth }) => known(value, and(subject.yes, single, truth.yes))),
    fallback === null ? settled("未认定", and(subject.yes, none)) : known(fallback, and(subject.yes, none)),
  ];
  return [
    settled("不适用", subject.no),
    settled("冲突", and(subject.yes, conflict)),
    ...classes,
    ...undecided(and(subject.yes, open), possible),
    ...undecided(and(isOpen(subject), open), [subject, ...possible]),
    ...undecided(and(isOpen(subject), not(open)), [subject]),
  ];
};

const holdsOrNot = (truth: Truth): readonly Verdict[] => [
  settled("成立", truth.yes),
  settled("不成立", truth.no),
  ...undecided(isOpen(truth), [truth]),
];

const settled = (status: Status, guard: Formula): Verdict => ({ guard, status, value: null });

const known = (value: Value, guard: Formula): Verdict => ({ guard, status: "已认定", value: valued(value) });

/** 未知 where one of the reasons is that facts are missing. */
const undecided = (guard: Formula, parts: readonly Truth[]): readonly Verdict[] => {
  const unknown = or(...parts.map((part) => part.unknown));
  return [settled("未知", and(guard, unknown)), settled("需裁量", and(guard, not(unknown)))];
};

const memoOf = (view: View): Map<string, readonly Verdict[] | null> => {
  const known = memos.get(view) ?? new Map<string, readonly Verdict[] | null>();
  memos.set(view, known);
  return known;
};

const memos = new WeakMap<View, Map<string, readonly Verdict[] | null>>();
