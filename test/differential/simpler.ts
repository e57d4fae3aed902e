import type { Candidates, Condition, Decision, Term } from "../../compiler/model/ir.ts";
import { always, literal, number } from "../support/program-builder.ts";

/** Decisions that are one step simpler. */
export const simplerDecisions = (decision: Decision): readonly Decision[] => {
  switch (decision.kind) {
    case "measure":
      return [
        ...fewer(decision.exceptions).map((exceptions) => ({ ...decision, exceptions })),
        ...atLeastOne(decision.orders).map((orders) => ({ ...decision, orders })),
        ...simplerConditions(decision.subject).map((subject) => ({ ...decision, subject })),
        ...simplerConditions(decision.base).map((base) => ({ ...decision, base })),
      ];
    case "requirement":
      return [
        ...fewer(decision.exceptions).map((exceptions) => ({ ...decision, exceptions })),
        ...simplerConditions(decision.subject).map((subject) => ({ ...decision, subject })),
        ...simplerConditions(decision.applicability).map((applicability) => ({ ...decision, applicability })),
        ...simplerConditions(decision.requirement).map((requirement) => ({ ...decision, requirement })),
      ];
    case "classification":
      return [
        ...atLeastOne(decision.items).map((items) => ({ ...decision, items })),
        ...(decision.otherwise === null ? [] : [{ ...decision, otherwise: null }]),
        ...simplerConditions(decision.subject).map((subject) => ({ ...decision, subject })),
        ...decision.items.flatMap((item, index) =>
          simplerConditions(item.condition).map((condition) => ({
            ...decision,
            items: decision.items.with(index, { ...item, condition }),
          })),
        ),
      ];
    case "definition":
      return simplerConditions(decision.condition).map((condition) => ({ ...decision, condition }));
    case "indicator":
      return simplerTerms(decision.value).map((value) => ({ ...decision, value }));
    case "ranking":
      return [
        ...atLeastOne(decision.keys).map((keys) => ({ ...decision, keys })),
        ...(decision.group === null ? [] : [{ ...decision, group: null }]),
        ...simplerConditions(decision.members).map((members) => ({ ...decision, members })),
        ...decision.keys.flatMap((key, index) =>
          simplerTerms(key.term).map((term) => ({
            ...decision,
            keys: decision.keys.with(index, { ...key, term }),
          })),
        ),
      ];
  }
};

/** Conditions that are one step simpler: a constant, a part, a part less, a simpler part. */
export const simplerConditions = (condition: Condition): readonly Condition[] => {
  if (condition.kind === "constant") return [];
  const { origin } = condition;
  const constants: readonly Condition[] = [true, false].map(
    (value) => ({ ...always, value, origin }) as Condition,
  );
  return [...constants, ...simplerParts(condition)];
};

const simplerParts = (condition: Condition): readonly Condition[] => {
  switch (condition.kind) {
    case "constant":
    case "reading":
    case "defined":
      return [];
    case "all":
    case "any":
    case "atLeast":
      return [
        ...condition.operands,
        ...atLeastOne(condition.operands).map((operands) => ({ ...condition, operands })),
        ...condition.operands.flatMap((operand, index) =>
          simplerConditions(operand).map((simpler) => ({
            ...condition,
            operands: condition.operands.with(index, simpler),
          })),
        ),
      ];
    case "not":
      return [
        condition.operand,
        ...simplerConditions(condition.operand).map((operand) => ({ ...condition, operand })),
      ];
    case "holds":
      return simplerTerms(condition.term).map((term) => ({ ...condition, term }));
    case "compare":
    case "compareOrder":
    case "same":
      return [
        ...simplerTerms(condition.left).map((left) => ({ ...condition, left })),
        ...simplerTerms(condition.right).map((right) => ({ ...condition, right })),
      ];
    case "oneOf":
      return [
        ...atLeastOne(condition.values).map((values) => ({ ...condition, values })),
        ...simplerTerms(condition.left).map((left) => ({ ...condition, left })),
      ];
    case "elapsed":
      return [
        ...simplerTerms(condition.from).map((from) => ({ ...condition, from })),
        ...simplerTerms(condition.to).map((to) => ({ ...condition, to })),
        ...simplerTerms(condition.amount).map((amount) => ({ ...condition, amount })),
      ];
    case "exists":
      return [
        ...simplerTerms(condition.count).map((count) => ({ ...condition, count })),
        ...simplerCandidates(condition.candidates).map((candidates) => ({ ...condition, candidates })),
      ];
    case "ranked":
      return simplerTerms(condition.amount).map((amount) => ({ ...condition, amount }));
  }
};

const simplerCandidates = (candidates: Candidates): readonly Candidates[] => [
  ...(candidates.scope.kind === "everywhere"
    ? []
    : [{ ...candidates, scope: { kind: "everywhere" } as const }]),
  ...(candidates.except === null ? [] : [{ ...candidates, except: null }]),
  ...simplerConditions(candidates.where).map((where) => ({ ...candidates, where })),
];

/** Terms of the same type that are one step simpler. */
const simplerTerms = (term: Term): readonly Term[] => {
  switch (term.kind) {
    case "literal":
    case "field":
    case "record":
    case "referenceDate":
      return [];
    case "parameter":
    case "decision":
      return term.type.kind === "number" ? [literal(number(1), term.type)] : [];
    case "rounded":
      return [term.operand, ...simplerTerms(term.operand).map((operand) => ({ ...term, operand }))];
    case "arithmetic":
      return [
        ...[term.left, term.right].filter(({ type }) => type.kind === term.type.kind),
        ...simplerTerms(term.left).map((left) => ({ ...term, left })),
        ...simplerTerms(term.right).map((right) => ({ ...term, right })),
      ];
    case "aggregate": {
      const { of } = term;
      return [
        ...(term.type.kind === "number" ? [literal(number(1), term.type)] : []),
        ...simplerCandidates(term.candidates).map((candidates) => ({ ...term, candidates })),
        ...(of === null ? [] : simplerTerms(of).map((simpler) => ({ ...term, of: simpler }))),
      ];
    }
  }
};

/** The list without one of its parts, for each part. */
const fewer = <Part>(parts: readonly Part[]): readonly (readonly Part[])[] =>
  parts.map((_, index) => parts.toSpliced(index, 1));

const atLeastOne = <Part>(parts: readonly Part[]): readonly (readonly Part[])[] =>
  parts.length < 2 ? [] : fewer(parts);
