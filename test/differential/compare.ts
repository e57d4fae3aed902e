import type { Scenario } from "../generators/program.ts";
import type { Engine, Said } from "./engine.ts";
import { expectedOf, isSameOutcome } from "./engines/interpreter.ts";

/** Two engines say different things of one decision on one record. */
export interface Disagreement {
  readonly engine: string;
  readonly decision: string;
  readonly object: string;
  readonly id: string;
  readonly part: keyof Said | "missing" | "superfluous" | "error";
  readonly expected: unknown;
  readonly found: unknown;
}

/** How much was compared, so that a run that compared nothing cannot pass. */
export interface Tally {
  compared: number;
  refused: number;
  /** Results of which the citations were compared. */
  cited: number;
  /** By status of the specification. */
  readonly statuses: Map<string, number>;
}

export const emptyTally = (): Tally => ({ compared: 0, refused: 0, cited: 0, statuses: new Map() });

/** Everything that the engine says otherwise than the specification. */
export const compareEngine = async (
  engine: Engine,
  scenario: Scenario,
  tally: Tally = emptyTally(),
  expected = expectedOf(scenario),
  explained = true,
): Promise<readonly Disagreement[]> => {
  let result: Awaited<ReturnType<Engine["run"]>>;
  try {
    result = await engine.run(scenario, explained);
  } catch (error) {
    const found = error instanceof Error ? placeless(error.stack ?? error.message) : String(error);
    return [
      { engine: engine.name, decision: "", object: "", id: "", part: "error", expected: "no error", found },
    ];
  }
  const disagreements: Disagreement[] = [];
  const differ = (key: string, part: Disagreement["part"], wanted: unknown, found: unknown): void => {
    const [decision, object, id] = JSON.parse(key) as [string, string, string];
    disagreements.push({ engine: engine.name, decision, object, id, part, expected: wanted, found });
  };
  for (const [key, wanted] of expected) {
    if (result.refused.has(wanted.outcome.decision) || result.declined?.has(key) === true) {
      tally.refused += 1;
      continue;
    }
    tally.compared += 1;
    tally.statuses.set(wanted.status, (tally.statuses.get(wanted.status) ?? 0) + 1);
    const said = result.said.get(key);
    if (said === undefined) differ(key, "missing", wanted.status, undefined);
    else {
      if (said.citations !== undefined || said.places !== undefined) tally.cited += 1;
      for (const part of partsThatDiffer(wanted, said)) differ(key, part, wanted[part], said[part]);
    }
  }
  for (const key of result.said.keys()) if (!expected.has(key)) differ(key, "superfluous", undefined, key);
  return disagreements;
};

const partsThatDiffer = (wanted: Required<Said>, said: Said): readonly (keyof Said)[] =>
  PARTS.filter((part) => {
    const found = said[part];
    if (found === undefined) return false;
    if (part === "outcome") return !isSameOutcome(wanted.outcome, said.outcome!);
    return JSON.stringify(found) !== JSON.stringify(wanted[part]);
  });

const PARTS = ["status", "value", "measure", "citations", "places", "openFor", "outcome"] as const;

/** A module that was loaded from a text names all of it in each line of its stack. */
const placeless = (stack: string): string => stack.replaceAll(/data:[^)\s]{40,}/g, "the generated file");
