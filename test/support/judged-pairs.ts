import { alwaysInForce } from "../../compiler/analyse/witness/index.ts";
import { judge, printDecided, smallWorld, startRun } from "../../compiler/evaluate/index.ts";
import type { Burden } from "../../compiler/diff/burden.ts";
import type { Day, Decision, Program, Status, World } from "../../compiler/index.ts";

/** What the interpreter says of one record; null where there is no such rule. */
export interface Judged {
  readonly status: Status | null;
  readonly value: string | null;
}

/** Judges the records of a world by one rule, as if the document were always in force. */
export const judgeWorld = (
  program: Program,
  decision: Decision | null,
  world: World,
  at: Day,
): ((id: string) => Judged) => {
  const facts = smallWorld(world);
  const run = startRun(alwaysInForce(program), facts, at);
  return (id) => {
    if (decision === null) return { status: null, value: null };
    const { status, value } = judge(run, decision.id, facts.record(decision.object, id)!);
    return { status, value: value === null ? null : printDecided(value, decision) };
  };
};

/** Whether the burden or the benefit of a rule falls on the record; null: that is open. */
export const fallsOn = (decision: Decision | null, burden: Burden, { status }: Judged): boolean | null => {
  if (decision === null || status === null) return false;
  if (status === "未知" || status === "需裁量") return null;
  if (decision.kind === "requirement" && burden.kind !== "benefit") return status === "不符合";
  return status === "成立" || status === "符合";
};
