import type { barest } from "../../../compiler/analyse/witness/index.ts";
import { outsideForce, runCases } from "../../../compiler/evaluate/index.ts";
import { evaluateOne } from "../../../compiler/evaluate/evaluate.ts";
import { startRun } from "../../../compiler/evaluate/run.ts";
import type { World } from "../../../compiler/model/facts.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import type { Outcome } from "../../../compiler/model/outcome.ts";
import type { LoadedPolicy } from "./loaded-policy.ts";
import { compileChanged } from "./loaded-policy.ts";
import { neededWorld, type Kept } from "./case-world.ts";
import type { Results } from "./results.ts";
import type { ResultTarget } from "../worker-api.ts";

/**
 * A result as a 【用例】 with the few records that it needs. It is compiled and run before it is given out; null where
 * the language cannot say it, or where it would take too many records.
 */
export const caseFrom = async (
  { policy, loaded: { facts }, at }: Results,
  target: ResultTarget,
  name: string,
): Promise<string | null> => {
  const { program } = policy;
  const decision = program.decisions.find(({ id }) => id === target.decision);
  const record = facts.record(target.object, target.id);
  if (decision === undefined || record === undefined || decision.object !== record.object) return null;
  const outcome = evaluateOne(startRun(program, facts, at), decision, record);
  const kept: Kept = { program, decision, at, record };
  const whole =
    outsideForce(program.policy, at) === null ? neededWorld(kept, facts) : ({ records: [record] } as const);
  if (whole === null) return null;
  // Loaded only where somebody asks for a case: the search for witnesses comes with it.
  const witness = await import("../../../compiler/analyse/witness/index.ts");
  const world = barestWorld(witness.barest, kept, whole, outcome);
  for (const each of [world, whole]) {
    const text = witness.caseText(program, decision, each, at, record, outcome, name);
    if (text !== null && passesIn(policy, decision, text, name)) return text;
  }
  return null;
};

type Barest = typeof barest;

/** Facts that are not needed are left out too; every value that stays is the one of the register. */
const barestWorld = (
  reduce: Barest,
  { program, decision, at, record }: Kept,
  world: World,
  { status, value }: Outcome,
): World => {
  const side = { program, decision };
  const result = { status, value };
  const same = (found: { status: string | null; value: string | null }): boolean =>
    found.status === status && found.value === value;
  return reduce(
    {
      left: side,
      right: side,
      at,
      wanted: (left, right) => same(left) && same(right),
      focus: [],
      keepParameters: false,
    },
    {
      kind: "found",
      world,
      record: { object: record.object, id: record.id },
      left: result,
      right: result,
    },
  ).world;
};

/** Inserts the case behind the rule and runs it. */
const passesIn = ({ texts }: LoadedPolicy, decision: Decision, caseText: string, name: string): boolean => {
  const { text } = texts;
  const isHere = decision.origin.file === texts.path;
  const place = isHere ? endOfBlock(text, decision.origin.span.end) : text.length;
  const changed = `${text.slice(0, place)}\n\n${caseText}\n\n${text.slice(place)}`;
  const { program } = compileChanged(texts, changed);
  if (program === null) return false;
  const added = program.cases.filter((each) => each.name === name);
  return added.length > 0 && runCases({ ...program, cases: added }).cases.every(({ passed }) => passed);
};

/** A block ends with an empty line or 【完】, or where the next one begins. */
const endOfBlock = (text: string, from: number): number => {
  const rest = /\n[ \t\u3000]*(?=\n|【)/u.exec(text.slice(from));
  return rest === null ? text.length : from + rest.index;
};
