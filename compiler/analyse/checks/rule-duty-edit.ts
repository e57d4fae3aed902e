import type { Suggestion } from "../../model/analysis.ts";
import type { MeasureRule, Origin, Program, RequirementRule } from "../../model/ir.ts";
import { contentOf } from "./generalise.ts";
import type { Duty } from "./rule-duties.ts";
import { exceptionsFor, withoutRule } from "./rule-edit.ts";

/** 应当保教费低于1000元: a duty in its own words. */
export const wordsOfDuty = ({ rule }: Duty): string => {
  const { word } = rule.modality;
  const { words } = saidBy(rule);
  return words.startsWith(word) ? words : `${word}${words}`;
};

/**
 * Which of two is to prevail is for the drafter to say: where they are about different records, one is taken out of the
 * other; where they are about the same ones, one of them goes.
 */
export const oneDutyLess = (program: Program, duties: readonly Duty[]): readonly Suggestion[] => {
  const [first, second, ...others] = duties;
  if (first === undefined || second === undefined || others.length > 0) return [];
  if (contentOf(first.applies) === contentOf(second.applies)) {
    return [second, first].flatMap(({ rule }) =>
      withoutRule(program, rule).map((each) => ({ ...each, title: `${each.title}。${WHO_DECIDES}` })),
    );
  }
  const [one, other] = [asOrder(first.rule), asOrder(second.rule)];
  return [...exceptionsFor(program, [one], [other]), ...exceptionsFor(program, [other], [one])];
};

const WHO_DECIDES = "删去哪一条，须由起草人决定";

/** The words behind 应当 or 不得. */
const saidBy = ({ requirement, modality }: RequirementRule): Origin =>
  modality.force === "mustNot" && requirement.kind === "not"
    ? requirement.operand.origin
    : requirement.origin;

/** The rule as one that orders what it asks for: an exception to it is written with the words before 应当. */
const asOrder = (rule: RequirementRule): MeasureRule => ({
  ...rule,
  kind: "measure",
  base: rule.applicability,
  orders: [{ modality: rule.modality, measure: rule.name, origin: saidBy(rule) }],
});
