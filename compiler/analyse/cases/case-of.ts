import type { Decision, Program } from "../../model/ir.ts";
import type { World } from "../../model/facts.ts";
import type { Day } from "../../model/value.ts";
import { smallWorld, startRun } from "../../evaluate/index.ts";
import { caseText, withReadings } from "../witness/index.ts";
import type { Judged } from "../witness/replay.ts";
import { resultIn } from "./shown.ts";

export interface Judging {
  /** With the readings taken. */
  readonly program: Program;
  readonly decision: Decision;
  readonly at: Day;
  readonly world: World;
  readonly judged: Judged;
  /** Readings that are taken otherwise than adopted. */
  readonly readings: ReadonlyMap<string, number>;
}

/** The lines of a 【用例】 that expects what the rule gives now; null where the language cannot say it. */
export const caseOf = ({ program, decision, at, world, judged, readings }: Judging): string | null => {
  const run = startRun(program, smallWorld(world), at);
  const { status, value } = resultIn(run, decision.id, run.facts.record(judged.object, judged.id)!);
  if (status === null) return null;
  const text = caseText(program, decision, world, at, judged, { status, value, citations: [] }, NAME);
  if (text === null) return null;
  return withReadings(text, readings)
    .replace(`【用例】${NAME}\n`, "")
    .replace(/\n【完】\s*$/u, "");
};

const NAME = "·";
