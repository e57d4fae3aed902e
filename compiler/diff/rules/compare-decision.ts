import type { Condition, Decision, Term } from "../../model/ir.ts";
import { compareClassification } from "./compare-classification.ts";
import { compareNodes } from "./compare-nodes.ts";
import { compareMeasures, compareModality } from "./compare-orders.ts";
import { compareRanking } from "./compare-ranking.ts";
import { compareSubjects } from "./compare-subjects.ts";
import { compareTerms, otherNumber } from "./compare-terms.ts";
import type { Finding } from "./finding.ts";
import { normalise } from "./normal.ts";
import type { Pair } from "./pair-decisions.ts";
import type { Sides } from "./sides.ts";
import type { Role, Told } from "./told.ts";

/** Everything that changed in a decision, its exceptions apart. */
export const compareDecision = ([left, right]: Pair, sides: Sides): readonly Told[] => {
  const told = (role: Role, findings: readonly Finding[]): readonly Told[] =>
    findings.map((finding) => ({ finding, left, right, role }));
  if (left.kind === "measure" && right.kind === "measure") {
    const { subject, condition } = compareSubjects(left, right, left.base, right.base, sides);
    return [
      ...told({ kind: "reach" }, subject),
      ...told({ kind: "reach" }, condition),
      ...compareMeasures(left, right, sides),
    ];
  }
  if (left.kind === "requirement" && right.kind === "requirement") {
    const { subject, condition } = compareSubjects(
      left,
      right,
      left.applicability,
      right.applicability,
      sides,
    );
    return [
      ...told({ kind: "reach" }, subject),
      ...told({ kind: "reach" }, condition),
      ...told({ kind: "demand" }, compareConditions(left.requirement, right.requirement, sides)),
      ...compareModality(left, right),
    ];
  }
  if (left.kind === "classification" && right.kind === "classification") {
    return compareClassification(left, right, sides);
  }
  if (left.kind === "definition" && right.kind === "definition") {
    return told({ kind: "definition" }, compareConditions(left.condition, right.condition, sides));
  }
  if (left.kind === "indicator" && right.kind === "indicator") {
    return told({ kind: "other" }, compareFormulas(left.value, right.value, sides));
  }
  if (left.kind === "ranking" && right.kind === "ranking") {
    return told({ kind: "other" }, compareRanking(left, right, sides));
  }
  return [];
};

export const compareConditions = (left: Condition, right: Condition, sides: Sides): readonly Finding[] =>
  compareNodes(normalise(left, sides.left.keys), normalise(right, sides.right.keys), sides).findings;

export const compareFormulas = (left: Term, right: Term, sides: Sides): readonly Finding[] =>
  (compareTerms(left, right, null, null, sides) ?? otherNumber(left, right, null, null, sides)).findings.map(
    (finding) => (finding.kind === "threshold" ? { ...finding, kind: "formula" } : finding),
  );

/** Conditions of a decision under which it judges at all, from outside in. */
export const gatesOf = (decision: Decision): readonly Condition[] => {
  switch (decision.kind) {
    case "measure":
      return [decision.subject, decision.base];
    case "requirement":
      return [decision.subject, decision.applicability];
    case "classification":
      return [decision.subject];
    case "definition":
      return [decision.condition];
    case "indicator":
    case "ranking":
      return [];
  }
};
