import type { Candidates, Scope } from "../../model/ir.ts";
import { clauseOf, compareNodes } from "./compare-nodes.ts";
import { limitEffect } from "./compare-terms.ts";
import { joinedDifferences, SAME, type Difference, type Effect, type Finding } from "./finding.ts";
import { METRIC_WORDS, scopeWords, termWords } from "./in-words.ts";
import { scopeKey, subjectKey, termKey } from "./key.ts";
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
  if (scopeKey(before, sides.left.keys) === scopeKey(after, sides.right.keys)) return SAME;
  const common = between(first, second, left, right, sides);
  const findings: Finding[] = [];
  if (before.kind === "distance" && after.kind === "distance") {
    if (termKey(before.limit, sides.left.keys) !== termKey(after.limit, sides.right.keys)) {
      findings.push({
        ...common,
        kind: "threshold",
        before: termWords(before.limit, sides.left.program),
        after: termWords(after.limit, sides.right.program),
        what: "距离",
        effect: limitEffect(before.limit, after.limit, sides),
      });
    }
    if (before.metric !== after.metric) {
      findings.push({
        ...common,
        kind: "scope",
        before: METRIC_WORDS[before.metric],
        after: METRIC_WORDS[after.metric],
        what: "距离的量法",
        effect: after.metric === "straight" ? 1 : -1,
      });
    }
    if (findings.length > 0) return { cost: 0.5 * findings.length, findings };
  }
  findings.push({
    ...common,
    kind: "scope",
    before: scopeWords(before, sides.left.program),
    after: scopeWords(after, sides.right.program),
    what: "范围",
    effect: widened(before, after),
  });
  return { cost: 0.5, findings };
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
