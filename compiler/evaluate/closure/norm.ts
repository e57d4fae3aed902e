import type { MeasureRule, RequirementRule } from "../../model/ir.ts";
import { exceptionsOf } from "../judge.ts";
import { compileCondition } from "./condition.ts";
import { CODES, openCode, TO_DECIDE, type Ask, type Rows } from "./level.ts";
import { any } from "./logic.ts";
import type { Workshop } from "./workshop.ts";

/** The condition decides; an exception takes the measure away from records that would meet it. */
export const compileMeasure = (workshop: Workshop, rule: MeasureRule): ((rows: Rows) => number) => {
  const subject = compileCondition(workshop, rule.subject);
  const base = compileCondition(workshop, rule.base);
  const excepted = compileExceptions(workshop, rule);
  return (rows) => {
    const applies = subject(rows);
    if (applies === 0) return CODES.不适用;
    const holds = base(rows);
    if (holds === 0) return applies === 1 ? CODES.不成立 : openCode(applies);
    const exempt = excepted(rows);
    if (exempt === 1) return CODES.不适用;
    const level = Math.max(applies, holds, exempt);
    return level === 1 ? CODES.成立 : openCode(level);
  };
};

/** Exceptions take the applicability away, never the fulfilment. */
export const compileRequirement = (workshop: Workshop, rule: RequirementRule): ((rows: Rows) => number) => {
  const subject = compileCondition(workshop, rule.subject);
  const applicability = compileCondition(workshop, rule.applicability);
  const requirement = compileCondition(workshop, rule.requirement);
  const excepted = compileExceptions(workshop, rule);
  return (rows) => {
    const concerns = subject(rows);
    if (concerns === 0) return CODES.不适用;
    const applies = applicability(rows);
    if (applies === 0) return CODES.不适用;
    const exempt = excepted(rows);
    if (exempt === 1) return CODES.不适用;
    const fulfilled = requirement(rows);
    const level = Math.max(concerns, applies, exempt);
    if (level >= TO_DECIDE) return openCode(Math.max(level, fulfilled));
    return fulfilled === 1 ? CODES.符合 : fulfilled === 0 ? CODES.不符合 : openCode(fulfilled);
  };
};

const compileExceptions = (workshop: Workshop, rule: MeasureRule | RequirementRule): Ask =>
  any(exceptionsOf(workshop.run, rule).map((clause) => compileCondition(workshop, clause.condition)));
