import type { Candidates, Condition, Subject, Term } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import type { Names } from "./names.ts";

/** Names, with the canonical text of a whole condition. */
export interface Keys extends Names {
  readonly condition: (condition: Condition) => string;
}

/** What a clause says, as text: equal for clauses that say the same, however they are worded. */
export const subjectKey = (subject: Subject, names: Keys): string =>
  subject.kind === "variable"
    ? `${subject.index}:${names.object(subject.object)}`
    : `${subjectKey(subject.from, names)}>${names.field(subject.from.object, subject.field)}`;

export const valueKey = (value: Value): string =>
  value.kind === "number"
    ? `${value.value.numerator}/${value.value.denominator}`
    : JSON.stringify(Object.values(value));

export const termKey = (term: Term, names: Keys): string => {
  switch (term.kind) {
    case "literal":
      return valueKey(term.value);
    case "field":
      return `${subjectKey(term.of, names)}.${names.field(term.of.object, term.field)}`;
    case "record":
      return `record(${subjectKey(term.of, names)})`;
    case "parameter":
      return `parameter(${names.parameter(term.name)},${term.region === null ? "" : subjectKey(term.region, names)})`;
    case "arithmetic": {
      const sides = [termKey(term.left, names), termKey(term.right, names)];
      const commutes = term.operator === "add" || term.operator === "multiply";
      return `${term.operator}(${(commutes ? sides.sort() : sides).join(",")})`;
    }
    case "aggregate":
      return `${term.function}(${candidatesKey(term.candidates, names)},${term.of === null ? "" : termKey(term.of, names)})`;
    case "decision":
      return `decision(${names.decision(term.decision)},${subjectKey(term.of, names)})`;
    case "rounded":
      return `rounded(${term.mode},${term.digits},${termKey(term.operand, names)})`;
    case "referenceDate":
      return "today";
  }
};

/** Where records of an object are looked for. */
export const scopeKey = ({ scope, object }: Pick<Candidates, "scope" | "object">, names: Keys): string => {
  switch (scope.kind) {
    case "everywhere":
      return "everywhere";
    case "region":
      return `region(${subjectKey(scope.region, names)},${names.field(object, scope.field)})`;
    case "distance":
      return `${scope.metric}(${termKey(scope.limit, names)},${subjectKey(scope.from, names)})`;
  }
};

export const candidatesKey = (candidates: Candidates, names: Keys): string =>
  [
    names.object(candidates.object),
    candidates.variable,
    scopeKey(candidates, names),
    candidates.except === null ? "" : subjectKey(candidates.except, names),
    names.condition(candidates.where),
  ].join("|");

/** Of a condition without its joints: those of all and any are told by what reads them. */
export const leafKey = (condition: Condition, names: Keys): string => {
  switch (condition.kind) {
    case "constant":
      return `${condition.value}`;
    case "holds":
      return `holds(${termKey(condition.term, names)})`;
    case "compare":
    case "compareOrder": {
      const left = termKey(condition.left, names);
      const right = termKey(condition.right, names);
      switch (condition.operator) {
        case "<":
        case "<=":
          return `${condition.kind}(${left}${condition.operator}${right})`;
        case ">":
        case ">=":
          return `${condition.kind}(${right}${condition.operator === ">" ? "<" : "<="}${left})`;
        case "=":
        case "!=":
          return `${condition.kind}(${[left, right].sort().join(condition.operator)})`;
      }
    }
    case "oneOf":
      return `oneOf(${termKey(condition.left, names)},${[...new Set(condition.values.map(valueKey))].sort().join()})`;
    case "same":
      return `same(${[termKey(condition.left, names), termKey(condition.right, names)].sort().join()})`;
    case "elapsed":
      return `elapsed(${termKey(condition.from, names)},${condition.operator},${termKey(condition.amount, names)}${condition.unit},${termKey(condition.to, names)})`;
    case "exists":
      return `exists(${condition.quantifier},${termKey(condition.count, names)},${candidatesKey(condition.candidates, names)})`;
    case "ranked":
      return `ranked(${names.decision(condition.ranking)},${subjectKey(condition.subject, names)},${condition.end},${termKey(condition.amount, names)},${condition.share})`;
    case "reading":
      return `reading(${names.reading(condition.reading)},${condition.option})`;
    case "defined":
      return `defined(${names.decision(condition.decision)},${subjectKey(condition.subject, names)})`;
    case "all":
    case "any":
    case "atLeast":
    case "not":
      return names.condition(condition);
  }
};

export const sameTerm = (
  left: Term,
  right: Term,
  sides: { readonly left: { readonly keys: Keys }; readonly right: { readonly keys: Keys } },
): boolean => termKey(left, sides.left.keys) === termKey(right, sides.right.keys);
