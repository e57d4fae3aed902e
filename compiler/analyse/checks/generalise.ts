import { evaluateCondition, smallWorld, startRun } from "../../evaluate/index.ts";
import type { Condition, Origin, Term } from "../../model/ir.ts";
import type { Probe, ProbeAnswer } from "../probe.ts";
import { allOf, anyOf, notThat } from "./conditions.ts";

/** Conditions none of which holds of a record of the object. */
interface Outside {
  readonly object: string;
  readonly subject: Condition;
  readonly conditions: readonly Condition[];
  readonly origin: Origin;
}

/**
 * What makes a found record one that none of the conditions holds of: as few of the things that they ask as are needed.
 * Whatever else is true of a record for which this holds, none of them holds of it.
 */
export const generalise = async (
  probe: Probe,
  { object, subject, conditions, origin }: Outside,
  { world, record, at = probe.at }: Extract<ProbeAnswer, { kind: "found" }>,
): Promise<Condition> => {
  const run = startRun(probe.program, smallWorld(world), at);
  const judged = run.facts.record(record.object, record.id)!;
  let needed = partsOf(conditions).flatMap((part) => {
    const { kind } = evaluateCondition(run, part, [judged]);
    return kind === "indeterminate" ? [] : [kind === "true" ? part : notThat(part)];
  });
  for (const part of needed) {
    const fewer = needed.filter((each) => each !== part);
    const condition = allOf(origin, [subject, ...fewer, anyOf(origin, conditions)]);
    if ((await probe.canHold({ object, condition })).kind === "never") needed = fewer;
  }
  return allOf(origin, needed);
};

/** What conditions ask of the record itself, each thing once. */
const partsOf = (conditions: readonly Condition[]): readonly Condition[] => {
  const parts = new Map<string, Condition>();
  const outer: Condition[] = [...conditions];
  while (outer.length > 0) {
    const condition = outer.pop()!;
    if (condition.kind === "all" || condition.kind === "any" || condition.kind === "atLeast")
      outer.push(...condition.operands);
    else if (condition.kind === "not") outer.push(condition.operand);
    else if (condition.kind !== "reading" && condition.kind !== "constant")
      parts.set(contentOf(condition), condition);
  }
  return [...parts.values()];
};

/** A condition or a term without its words and places. */
export const contentOf = (condition: Condition | Term): string =>
  JSON.stringify(condition, (key, value: unknown) =>
    key === "origin" || key === "word" ? undefined : typeof value === "bigint" ? `${value}` : value,
  );
