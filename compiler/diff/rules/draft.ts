import type { Comparison, RulePlace, Severity } from "../../model/change.ts";
import type { Condition } from "../../model/ir.ts";
import type { FoundRuleChange } from "../found-change.ts";
import type { Directed } from "./direction.ts";
import type { Clause, Finding } from "./finding.ts";
import { messageOf } from "./message.ts";
import { messageOfTwo } from "./message-of-two.ts";
import { isOpen } from "./open-clause.ts";
import type { Dependents } from "./reaches.ts";
import type { Side, Sides } from "./sides.ts";

/** Everything that is known of a change before it is put into words. */
export interface Draft {
  readonly finding: Finding;
  /** What it happened in, for the message. */
  readonly title: string;
  readonly left: RulePlace | null;
  readonly right: RulePlace | null;
  /** Decisions that it happened in, or that rest on it. */
  readonly touched: { readonly left: readonly string[]; readonly right: readonly string[] };
  readonly directed: Directed;
  /** The whole rule holds only under a reading that is not adopted. */
  readonly dormant: boolean;
}

export const changeOf = (
  { finding, title, left, right, touched, directed, dormant }: Draft,
  sides: Sides,
  dependents: { readonly left: Dependents; readonly right: Dependents },
  relation: Comparison["relation"],
): FoundRuleChange => {
  // A parameter that no rule asks changes no result.
  const isIdle = finding.kind.startsWith("parameter") && touched.left.length + touched.right.length === 0;
  const severity = severityOf(finding, dormant || isIdle, sides);
  return {
    change: {
      kind: finding.kind,
      severity,
      direction: severity === "wording" ? null : directed.direction,
      ground: severity === "wording" ? null : directed.ground,
      left,
      right,
      before: finding.before,
      after: finding.after,
      message: MESSAGES[relation](finding, title),
      reaches:
        severity === "wording"
          ? { left: [], right: [] }
          : {
              left: dependents.left.reachedFrom(touched.left),
              right: dependents.right.reachedFrom(touched.right),
            },
    },
    clauses: {
      left: broughtIn(finding.within?.left ?? finding.left?.condition ?? null),
      right: broughtIn(finding.within?.right ?? finding.right?.condition ?? null),
    },
  };
};

const MESSAGES = { versions: messageOf, documents: messageOfTwo } as const;

/** What always holds cannot be brought into play. */
const broughtIn = (condition: Condition | null): Condition | null =>
  condition === null || condition.kind === "constant" ? null : condition;

const severityOf = (finding: Finding, dormant: boolean, sides: Sides): Severity => {
  if (finding.wording) return "wording";
  if (dormant || finding.conditional === true) return "conditional";
  if (finding.kind === "ruleAdded" || finding.kind === "ruleDeleted") return "substantive";
  const present = [
    ...(finding.left === null ? [] : [isConditional(finding.left, sides.left)]),
    ...(finding.right === null ? [] : [isConditional(finding.right, sides.right)]),
  ];
  return present.length > 0 && present.every((conditional) => conditional) ? "conditional" : "substantive";
};

const isConditional = ({ condition, dormant }: Clause, { program }: Side): boolean =>
  dormant || (condition !== null && isOpen(condition, program));
