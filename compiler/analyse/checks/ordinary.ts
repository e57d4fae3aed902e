import { rational } from "../../../language/index.ts";
import type { World } from "../../model/facts.ts";
import type { Condition, Program, Term } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { rootOf, visitCondition } from "../../model/walk.ts";
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
  const ordinary = [...amountsIn(condition)].map((term) => notThat(belowZero(term)));
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

/** Amounts of the judged record, and standards, that a condition reads. */
const amountsIn = (condition: Condition): ReadonlySet<Term> => {
  const found = new Map<string, Term>();
  visitCondition(condition, {
    term: (term) => {
      if (!neverNegative(term.type)) return;
      if (term.kind === "field" && rootOf(term.of) === 0)
        found.set(JSON.stringify([term.of, term.field]), term);
      if (term.kind === "parameter" && term.region === null) found.set(term.name, term);
    },
  });
  return new Set(found.values());
};

const belowZero = (left: Term): Condition => {
  const { origin, type } = left;
  const right: Term = { kind: "literal", value: { kind: "number", value: rational(0n) }, type, origin };
  return { kind: "compare", operator: "<", word: "", left, right, origin };
};
