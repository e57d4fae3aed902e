import type { RuleChange, RuleChangeKind, RulePlace } from "../../../compiler/model/change.ts";

/** What of a change must be the same whichever side is the left one, in an order that does not depend on it. */
export const seen = (changes: readonly RuleChange[]): readonly string[] => changes.map(row).sort();

/** The same changes told from the right to the left. */
export const asSeenFromBehind = (changes: readonly RuleChange[]): readonly string[] =>
  seen(
    changes.map((change) => ({
      ...change,
      kind: BEHIND[change.kind] ?? change.kind,
      direction:
        change.direction === "tightened"
          ? ("loosened" as const)
          : change.direction === "loosened"
            ? ("tightened" as const)
            : null,
      left: change.right,
      right: change.left,
      before: change.after,
      after: change.before,
      reaches: { left: change.reaches.right, right: change.reaches.left },
    })),
  );

const BEHIND: Partial<Record<RuleChangeKind, RuleChangeKind>> = {
  ruleAdded: "ruleDeleted",
  ruleDeleted: "ruleAdded",
  conditionAdded: "conditionRemoved",
  conditionRemoved: "conditionAdded",
  itemAdded: "itemRemoved",
  itemRemoved: "itemAdded",
  exceptionAdded: "exceptionRemoved",
  exceptionRemoved: "exceptionAdded",
  parameterAdded: "parameterRemoved",
  parameterRemoved: "parameterAdded",
};

const row = ({ kind, severity, direction, left, right, before, after, reaches }: RuleChange): string =>
  JSON.stringify([kind, severity, direction, place(left), place(right), before, after, reaches]);

const place = (at: RulePlace | null): readonly unknown[] | null =>
  at === null ? null : [at.name, at.item, at.words, at.span.start];
