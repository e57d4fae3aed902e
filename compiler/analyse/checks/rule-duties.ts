import type { Condition, Program, RequirementRule } from "../../model/ir.ts";
import { decisionsBehind, visitCondition, visitDecision, type Visitor } from "../../model/walk.ts";
import { evaluateCondition } from "../../evaluate/index.ts";
import type { CheckContext } from "./check.ts";
import { AS_ADOPTED } from "./condition-readings.ts";
import { samplesOf } from "./condition-samples.ts";
import { allOf, exceptionsOf, inTextOrder, notThat } from "./conditions.ts";
import { grouped } from "./rule-pairs.ts";

/** A rule that asks for something, taken apart. */
export interface Duty {
  readonly rule: RequirementRule;
  /** True where the rule is to be followed: its subject and conditions hold, and no exception does. */
  readonly applies: Condition;
  /** What has to be so then; of 不得 the opposite of what is forbidden. */
  readonly content: Condition;
}

/** What binds; what may be done, or is only encouraged, asks for nothing. */
export const dutiesOf = (program: Program): readonly Duty[] =>
  inTextOrder(program.decisions).flatMap((rule): readonly Duty[] => {
    if (rule.kind !== "requirement") return [];
    const { force } = rule.modality;
    if (force === "may" || force === "encourage") return [];
    const without = exceptionsOf(program, rule).map(notThat);
    return [
      {
        rule,
        applies: allOf(rule.origin, [rule.subject, rule.applicability, ...without]),
        content: rule.requirement,
      },
    ];
  });

/** Duties of one kind of record whose contents read the same fact; what reads nothing in common can always be met. */
export const dutiesByFact = (program: Program, duties: readonly Duty[]): readonly (readonly Duty[])[] => {
  const entries = duties.flatMap((duty) =>
    [...factsIn(program, duty.content)].map((fact) => ({ duty, fact })),
  );
  return grouped(entries, ({ duty, fact }) => JSON.stringify([duty.rule.object, fact]))
    .map((group) => group.map(({ duty }) => duty))
    .filter(({ length }) => length > 1);
};

/** Groups that have a duty in common as one, in the order of the text. */
export const connected = (groups: readonly (readonly Duty[])[]): readonly (readonly Duty[])[] => {
  const setOf = new Map<Duty, Set<Duty>>();
  for (const group of groups) {
    const joined = new Set(group);
    for (const duty of group) for (const other of setOf.get(duty) ?? []) joined.add(other);
    for (const duty of joined) setOf.set(duty, joined);
  }
  const inOrder = (set: ReadonlySet<Duty>): readonly Duty[] =>
    [...set].toSorted((left, right) => left.rule.origin.span.start - right.rule.origin.span.start);
  return [...new Set(setOf.values())].map(inOrder);
};

/** Facts and kinds of records that a condition reads, also through definitions, indicators and lists. */
const factsIn = (program: Program, condition: Condition): ReadonlySet<string> => {
  const facts = new Set<string>();
  const behind = (id: string): void => {
    for (const decision of decisionsBehind(program, id)) visitDecision(program, decision, own);
  };
  const own: Visitor = {
    term: (term) => {
      if (term.kind === "field") facts.add(`${term.of.object}.${term.field}`);
    },
    candidates: ({ object }) => facts.add(object),
  };
  visitCondition(condition, {
    ...own,
    term: (term) => {
      own.term?.(term);
      if (term.kind === "decision") behind(term.decision);
    },
    condition: (each) => {
      if (each.kind === "defined") behind(each.decision);
      if (each.kind === "ranked") behind(each.ranking);
    },
  });
  return facts;
};

/** For every sampled record, whether a duty is to be followed there and is. */
export const followedIn = ({ probe }: CheckContext, { rule, applies, content }: Duty): readonly boolean[] => {
  const followed = allOf(rule.origin, [applies, content]);
  return samplesOf(probe)
    .runs(AS_ADOPTED)
    .flatMap((run) =>
      run.facts
        .records(rule.object)
        .map((record) => evaluateCondition(run, followed, [record]).kind === "true"),
    );
};
