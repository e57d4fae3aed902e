import type {
  BehaviourChange,
  Comparison,
  Direction,
  FurnitureChange,
  Impact,
  ImpactChange,
  ProvisionChange,
  ProvisionChangeKind,
  RuleChange,
  RuleChangeKind,
  TextEdit,
  Verdict,
  Witness,
} from "../model/change.ts";
import { mirrorPatch } from "./mirror-patch.ts";
import { inOrder } from "./mirror-order.ts";

/** The words part of a comparison, which is told without any rule. */
export type TextPart = Pick<Comparison, "provisions" | "headings" | "furniture" | "patch" | "relation">;

/**
 * The same comparison from the other side. Sentences of rule changes stay as they are: they were written for one
 * direction. Twice mirrored is the comparison itself.
 */
export const mirror = (comparison: Comparison): Comparison => ({
  ...comparison,
  ...mirrorTexts(comparison, comparison.left.text, comparison.right.text),
  left: comparison.right,
  right: comparison.left,
  rules: comparison.rules.map(mirrorRuleChange),
  behaviour: comparison.behaviour.map((change) => mirrorBehaviour(change)),
  impact: comparison.impact === null ? null : mirrorImpact(comparison.impact),
});

export const mirrorTexts = (part: TextPart, left: string, right: string): TextPart => ({
  relation: part.relation,
  provisions: inOrder(part.provisions.map(mirrorProvision)),
  headings: inOrder(part.headings.map(mirrorProvision)),
  furniture: part.furniture.map(mirrorFurniture),
  patch: mirrorPatch(part.patch, left, right),
});

export const mirrorRuleChange = (change: RuleChange): RuleChange => ({
  ...change,
  kind: OTHER_RULE_CHANGE[change.kind] ?? change.kind,
  direction: mirrorDirection(change.direction),
  left: change.right,
  right: change.left,
  before: change.after,
  after: change.before,
  reaches: { left: change.reaches.right, right: change.reaches.left },
});

/** `indexes` gives the place of a rule change in the mirrored list; without it the list has the same order. */
export const mirrorBehaviour = (
  change: BehaviourChange,
  indexes: (index: number) => number = (index) => index,
): BehaviourChange => ({
  ...change,
  verdict: OTHER_VERDICT[change.verdict],
  left: change.right,
  right: change.left,
  witness: change.witness === null ? null : mirrorWitness(change.witness, indexes),
  witnesses: change.witnesses.map((witness) => mirrorWitness(witness, indexes)),
});

export const mirrorImpact = (impact: Impact): Impact => ({
  ...impact,
  changes: impact.changes.map((change): ImpactChange => ({
    ...change,
    left: change.right,
    right: change.left,
    from: change.to,
    to: change.from,
  })),
});

const mirrorProvision = (change: ProvisionChange): ProvisionChange => ({
  ...change,
  kind: OTHER_PROVISION_CHANGE[change.kind],
  left: change.right,
  right: change.left,
  edits: change.edits
    .map(mirrorEdit)
    .toSorted((one, other) => one.right.start - other.right.start || one.left.start - other.left.start),
});

const mirrorEdit = (edit: TextEdit): TextEdit => ({
  class: edit.class,
  left: edit.right,
  right: edit.left,
  before: edit.after,
  after: edit.before,
  leftPath: edit.rightPath,
  rightPath: edit.leftPath,
});

const mirrorFurniture = (change: FurnitureChange): FurnitureChange => ({
  kind: change.kind === "added" ? "deleted" : change.kind === "deleted" ? "added" : "changed",
  role: change.role,
  before: change.after,
  after: change.before,
  left: change.right,
  right: change.left,
});

const mirrorWitness = (witness: Witness, indexes: (index: number) => number): Witness => ({
  ...witness,
  left: witness.right,
  right: witness.left,
  changes: witness.changes.map(indexes).toSorted((one, other) => one - other),
  cases: { left: witness.cases.right, right: witness.cases.left },
});

const mirrorDirection = (direction: Direction): Direction =>
  direction === null ? null : direction === "tightened" ? "loosened" : "tightened";

const OTHER_PROVISION_CHANGE = {
  unchanged: "unchanged",
  changed: "changed",
  added: "deleted",
  deleted: "added",
  renumbered: "renumbered",
  moved: "moved",
  split: "merged",
  merged: "split",
} as const satisfies Record<ProvisionChangeKind, ProvisionChangeKind>;

const OTHER_RULE_CHANGE: Readonly<Partial<Record<RuleChangeKind, RuleChangeKind>>> = {
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

const OTHER_VERDICT = {
  equivalent: "equivalent",
  stricter: "looser",
  looser: "stricter",
  incomparable: "incomparable",
  undecided: "undecided",
} as const satisfies Record<Verdict, Verdict>;
