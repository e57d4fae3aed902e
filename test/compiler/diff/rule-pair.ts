import { compileRules } from "./rule-policy.ts";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import type { RuleChange } from "../../../compiler/model/change.ts";

/** Blocks of two policies that share their declarations; what changed between them. */
export const changesBetween = (before: string, after: string): readonly RuleChange[] =>
  compareRules(compileRules(before), compileRules(after), []).changes.map(({ change }) => change);

export type ChangeRow = readonly [
  kind: RuleChange["kind"],
  severity: RuleChange["severity"],
  direction: RuleChange["direction"],
  before: string | null,
  after: string | null,
];

export const rowOf = ({ kind, severity, direction, before, after }: RuleChange): ChangeRow => [
  kind,
  severity,
  direction,
  before,
  after,
];
