import { add, subtract } from "../../language/index.ts";
import type { World } from "../model/facts.ts";
import type { Condition, Decision, Program, Subject } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import { rootOf, visitCondition } from "../model/walk.ts";
import { blockBehind } from "./insert-places.ts";
import type { PolicyView, QuickFix } from "./model.ts";
import { blockAt } from "./sentence-around.ts";
import { dayBefore, printedNumber, stepOf } from "./threshold-step.ts";
import { contains, WorldDraft, type Variables } from "./world-draft.ts";

/** A record right below, at or right above a threshold of a rule, with what else the rule asks for. */
export interface BoundaryCandidate {
  /** Id of the decision. */
  readonly decision: string;
  /** For the 【用例】. */
  readonly name: string;
  readonly at: Day;
  readonly world: World;
  readonly record: { readonly object: string; readonly id: string };
}

/** The 【用例】 of a candidate with the result that the rule gives; null where it cannot be written. */
export type JudgeCandidate = (candidate: BoundaryCandidate) => string | null;

/** 【用例】 around every threshold of the rule at a place: below, at and above it. Null where it has none. */
export const boundaryCases = (view: PolicyView, offset: number, judge: JudgeCandidate): QuickFix | null => {
  const block = blockAt(view, offset);
  const { program, file } = view;
  if (block === null || program === null || (block.kind !== "rule" && block.kind !== "classification"))
    return null;
  const known = new Set(program.cases.map(({ name }) => name));
  const texts = program.decisions
    .filter(({ origin }) => origin.file === file.source.name && isWithin(origin.span.start, block.span))
    .flatMap((decision) => candidatesOf(program, decision))
    .filter(({ name }) => !known.has(name) && known.add(name))
    .slice(0, MOST_CASES)
    .flatMap((candidate) => judge(candidate)?.replace(/\s*【完】\s*$/u, "") ?? []);
  if (texts.length === 0) return null;
  return {
    title: `为“${block.segment.name}”增加${texts.length}个边界用例`,
    code: null,
    span: block.segment.headerSpan,
    preferred: false,
    edits: [{ file: file.source.name, edits: [blockBehind(file, block, texts.join("\n"))] }],
  };
};

const MOST_CASES = 18;

const isWithin = (offset: number, span: { readonly start: number; readonly end: number }): boolean =>
  span.start <= offset && offset <= span.end;

const candidatesOf = (program: Program, decision: Decision): readonly BoundaryCandidate[] =>
  thresholdsOf(decision).flatMap((target) => around(program, decision, target));

/** Comparisons with a number, periods, and 有…的 within a distance. */
const thresholdsOf = (decision: Decision): readonly Condition[] => {
  const found: Condition[] = [];
  for (const part of partsOf(decision)) {
    visitCondition(part, {
      condition: (condition) => {
        const isDistance = condition.kind === "exists" && condition.candidates.scope.kind === "distance";
        if (condition.kind === "compare" || condition.kind === "elapsed" || isDistance) found.push(condition);
      },
    });
  }
  return found;
};

/** What a decision asks, in the order in which it is asked. */
const partsOf = (decision: Decision): readonly Condition[] => {
  switch (decision.kind) {
    case "measure":
      return [decision.subject, decision.base];
    case "requirement":
      return [decision.subject, decision.applicability, decision.requirement];
    case "classification":
      return [decision.subject, ...decision.items.map(({ condition }) => condition)];
    case "definition":
    case "indicator":
    case "ranking":
      return [];
  }
};

const STEPS = [-1, 0, 1] as const;

const around = (program: Program, decision: Decision, target: Condition): readonly BoundaryCandidate[] =>
  STEPS.flatMap((step) => {
    const at = dayOf(program);
    const draft = new WorldDraft(program, at);
    const id = draft.record(decision.object);
    const variables: Variables = new Map([[0, id]]);
    const words = place(draft, target, step, variables, at);
    if (words === null) return [];
    for (const [index, part] of partsOf(decision).entries()) {
      if (contains(part, target)) draft.isolate(part, target, variables);
      // Of a classification every other item stays aside; everything else has to hold.
      else draft.satisfy(part, decision.kind !== "classification" || index === 0, variables);
    }
    if (decision.kind === "measure" || decision.kind === "requirement") {
      for (const name of decision.exceptions) {
        const exception = program.exceptions.get(name);
        if (exception !== undefined) draft.satisfy(exception.condition, false, variables);
      }
    }
    return [
      {
        decision: decision.id,
        name: `${decision.name}：${words}`,
        at,
        world: draft.world(),
        record: { object: decision.object, id },
      },
    ];
  });

/** Writes the fact that stands at the threshold; its words, or null where it is no fact of the judged record. */
const place = (
  draft: WorldDraft,
  target: Condition,
  step: (typeof STEPS)[number],
  variables: Variables,
  at: Day,
): string | null => {
  if (target.kind === "compare") {
    const { left, right } = target;
    const limit = left.kind === "field" && left.type.kind === "number" ? draft.numberOf(right) : null;
    if (left.kind !== "field" || left.type.kind !== "number" || limit === null || !isJudged(left.of))
      return null;
    const by = stepOf(left.type);
    const value = step === 0 ? limit : step < 0 ? subtract(limit, by) : add(limit, by);
    draft.set(left.of, left.field, { kind: "number", value }, variables);
    return `${left.field}${printedNumber(value, left.type)}`;
  }
  if (target.kind === "elapsed") {
    const { from, amount, unit } = target;
    const length = draft.numberOf(amount);
    if (from.kind !== "field" || length === null || !isJudged(from.of)) return null;
    draft.set(from.of, from.field, { kind: "date", value: dayBefore(at, length, unit) - step }, variables);
    return `${from.field}${["差一日届满", "恰好届满", "已过一日"][step + 1]}`;
  }
  if (target.kind !== "exists" || target.candidates.scope.kind !== "distance") return null;
  const { scope } = target.candidates;
  const limit = draft.numberOf(scope.limit);
  if (limit === null || scope.metric !== "walking" || !isJudged(scope.from)) return null;
  const metres = Number(limit.numerator) / Number(limit.denominator) + step;
  draft.candidateAt(target.candidates, variables, metres);
  return `步行${metres}米`;
};

/** The record itself, or one that it refers to; candidates of 有 are other records. */
const isJudged = (subject: Subject): boolean => rootOf(subject) === 0;

/** A day in force; any day where the policy names none. */
const dayOf = ({ policy, cases }: Program): Day =>
  policy.effectiveFrom ??
  cases.find(({ referenceDate }) => referenceDate !== null)?.referenceDate ??
  policy.issuedOn ??
  SOME_DAY;

/** 2026年1月1日. */
const SOME_DAY: Day = 20_454;
