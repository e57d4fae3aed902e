import type { World } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { visitCondition } from "../../model/walk.ts";
import { amountsIn, comparedToZero } from "../amounts.ts";
import { neverNegative } from "../boundary.ts";
import type { HoldQuestion, Probe, ProbeAnswer } from "../probe.ts";
import { allOf, notThat } from "./conditions.ts";

/**
 * Whether a record can be so, with amounts that there are: what only a count or a length below zero shows is put
 * aside, and asked again without such amounts.
 */
export const canHoldOrdinarily = async (probe: Probe, question: HoldQuestion): Promise<ProbeAnswer> => {
  const answer = await probe.canHold(question);
  if (answer.kind !== "found" || !hasAmountBelowZero(probe.program, answer.world)) return answer;
  const { condition } = question;
  const amounts = amountsIn((visitor) => visitCondition(condition, visitor));
  const ordinary = amounts.map((amount) => notThat(comparedToZero(amount, "<")));
  return probe.canHold({ ...question, condition: allOf(condition.origin, [condition, ...ordinary]) });
};

const hasAmountBelowZero = (program: Program, { records, parameters }: World): boolean =>
  records.some(({ object, facts }) => {
    const fields = program.objects.get(object)?.fields;
    return [...facts].some(([name, value]) => isBelowZero(value, fields?.get(name)?.type));
  }) ||
  [...(parameters ?? [])].some(([name, values]) =>
    values.some(({ value }) => isBelowZero(value, program.parameters.get(name)?.type)),
  );

const isBelowZero = (value: Value, type: Type | undefined): boolean =>
  value.kind === "number" && value.value.numerator < 0n && type !== undefined && neverNegative(type);
