import type { Condition } from "../../model/ir.ts";
import type { ProbeAnswer } from "../probe.ts";
import type { CheckContext } from "./check.ts";
import { ordinaryAmounts } from "./condition-amounts.ts";
import { allOf, notThat } from "./conditions.ts";
import { isConstant, otherThanAdopted, underReadings, waysToRead, type Taken } from "./condition-readings.ts";
import { samplesOf } from "./condition-samples.ts";

/** Whether a clause can be so: seen or found, proved not, or left open. `dead`: no way to read leaves it to facts. */
export type Possible = { readonly kind: "yes" | "never" | "dead" } | Undecided;

export type Undecided = Extract<ProbeAnswer, { kind: "undecided" }>;

/** A clause asked about together with what is given beside it. */
export interface Clause {
  readonly object: string;
  readonly condition: Condition;
  /** What holds beside it, such as the subject of the rule. */
  readonly given: readonly Condition[];
  /** Readings that the way to the clause asks for. */
  readonly fixed: Taken;
}

/** Whether a clause can be true (or false) beside what is given, in whatever way the readings in it are taken. */
export const canBe = async (
  context: CheckContext,
  { object, condition, given, fixed }: Clause,
  value: boolean,
): Promise<Possible> => {
  const { program, probe } = context;
  const samples = samplesOf(probe);
  const wanted = value ? condition : notThat(condition);
  const beside = [...given, ...ordinaryAmounts([...given, condition])];
  const asked = beside.length === 0 ? wanted : allOf(condition.origin, [...beside, wanted]);
  const { ways, complete } = waysToRead(program, [condition, ...given], fixed);
  let open: Undecided | null = complete ? null : TOO_MANY_WAYS;
  let alive = false;
  for (const way of ways) {
    if (underReadings(condition, way).kind === "constant") continue;
    if (isConstant(underReadings(asked, way), false)) continue;
    alive = true;
    const readings = otherThanAdopted(program, way);
    if (samples.seen(object, asked, readings).yes) return { kind: "yes" };
    const answer = await probe.canHold({ object, condition: asked, readings });
    if (answer.kind === "found") return { kind: "yes" };
    if (answer.kind === "undecided") open ??= answer;
  }
  return open ?? { kind: alive ? "never" : "dead" };
};

const TOO_MANY_WAYS: Undecided = {
  kind: "undecided",
  reason: "读法的组合过多，没有逐一核对。",
  milliseconds: 0,
};
