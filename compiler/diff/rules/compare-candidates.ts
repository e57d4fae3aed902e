import type { Candidates, Scope } from "../../model/ir.ts";
import { clauseOf } from "./clause.ts";
import { compareNodes } from "./compare-nodes.ts";
import { compareTerms, isConstant, limitEffect } from "./compare-terms.ts";
import { joinedDifferences, SAME, type Difference, type Effect, type Finding } from "./finding.ts";
import { METRIC_WORDS, scopeWords, subjectWords, termWords } from "./in-words.ts";
import { sameTerm, scopeKey, subjectKey } from "./key.ts";
import { normalise, type Node } from "./normal.ts";
import type { Sides } from "./sides.ts";

/** What changed in whom a clause looks for, with the effect that it finds more; null for records of another kind. */
export const compareCandidates = (
  first: Candidates,
  second: Candidates,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Difference | null => {
  if (sides.left.keys.object(first.object) !== sides.right.keys.object(second.object)) return null;
  const where = compareNodes(
    normalise(first.where, sides.left.keys),
    normalise(second.where, sides.right.keys),
    sides,
  );
  return joinedDifferences([
    compareScopes(first, second, left, right, sides),
    compareSelf(first, second, left, right, sides),
    heldBy(where, left, right, second.object),
  ]);
};

/** The clauses that a witness can bring into play are those about the judged record. */
const heldBy = (where: Difference, left: Node | null, right: Node | null, object: string): Difference =>
  left === null || right === null
    ? where
    : {
        cost: where.cost,
        findings: where.findings.map((finding) => ({
          ...finding,
          within: finding.within ?? { left: left.source, right: right.source, object },
        })),
      };

const compareScopes = (
  first: Candidates,
  second: Candidates,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Difference => {
  const before = first.scope;
  const after = second.scope;
  if (scopeKey(first, sides.left.keys) === scopeKey(second, sides.right.keys)) return SAME;
  const told = (finding: Omit<Finding, "left" | "right" | "wording">): Difference => ({
    cost: 0.5,
    findings: [{ ...between(first, second, left, right, sides), ...finding }],
  });
  if (before.kind !== "distance" || after.kind !== "distance") {
    return told({
      kind: "scope",
      before: scopeWords(before, sides.left.program),
      after: scopeWords(after, sides.right.program),
      what: "范围",
      effect: widened(before, after),
    });
  }
  const parts: Difference[] = [];
  if (!sameTerm(before.limit, after.limit, sides)) {
    const computed =
      isConstant(before.limit) || isConstant(after.limit)
        ? null
        : compareTerms(before.limit, after.limit, left, right, sides);
    parts.push(
      computed ??
        told({
          kind: "threshold",
          before: termWords(before.limit, sides.left.program),
          after: termWords(after.limit, sides.right.program),
          what: "距离",
          effect: limitEffect(before.limit, after.limit, sides),
        }),
    );
  }
  if (before.metric !== after.metric) {
    parts.push(
      told({
        kind: "scope",
        before: METRIC_WORDS[before.metric],
        after: METRIC_WORDS[after.metric],
        what: "距离的量法",
        // A straight line is never longer than a walk.
        effect: after.metric === "straight" ? 1 : -1,
      }),
    );
  }
  if (subjectKey(before.from, sides.left.keys) !== subjectKey(after.from, sides.right.keys)) {
    parts.push(
      told({
        kind: "scope",
        before: subjectWords(before.from),
        after: subjectWords(after.from),
        what: "距离的起点",
        effect: 0,
      }),
    );
  }
  return joinedDifferences(parts);
};

const widened = (before: Scope, after: Scope): Effect =>
  before.kind === after.kind ? 0 : after.kind === "everywhere" ? 1 : before.kind === "everywhere" ? -1 : 0;

/** Whether the judged record itself counts. */
const compareSelf = (
  first: Candidates,
  second: Candidates,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Difference => {
  const before = first.except === null ? "" : subjectKey(first.except, sides.left.keys);
  const after = second.except === null ? "" : subjectKey(second.except, sides.right.keys);
  if (before === after) return SAME;
  return {
    cost: 0.5,
    findings: [
      {
        ...between(first, second, left, right, sides),
        kind: "scope",
        before: before === "" ? "包括本身" : "不包括本身",
        after: after === "" ? "包括本身" : "不包括本身",
        what: "范围",
        effect: before !== "" && after !== "" ? 0 : after === "" ? 1 : -1,
      },
    ],
  };
};

const between = (
  first: Candidates,
  second: Candidates,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Omit<Finding, "kind" | "before" | "after" | "what" | "effect"> => ({
  left:
    left === null ? { condition: null, origin: first.origin, dormant: false } : clauseOf(left, sides.left),
  right:
    right === null
      ? { condition: null, origin: second.origin, dormant: false }
      : clauseOf(right, sides.right),
  wording: false,
});
