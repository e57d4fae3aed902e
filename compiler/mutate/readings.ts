import { decisionsBehind, visitDecision } from "../evaluate/index.ts";
import type { Decision, Program } from "../model/ir.ts";

/** The readings as adopted first, then with one taken otherwise, then with several. */
export const underReadings = (
  programs: readonly [Program, ...Program[]],
  decision: Decision,
): {
  readonly combinations: readonly ReadonlyMap<string, number>[];
  /** Why not all are here; null where all are. */
  readonly left: string | null;
} => {
  const names = new Set(programs.flatMap((program) => readingsRead(program, decision)));
  const found: ReadonlyMap<string, number>[] = [new Map()];
  for (const name of names) {
    const reading = programs[0].readings.get(name);
    if (reading === undefined) continue;
    const others = reading.options.map(({ number }) => number).filter((number) => number !== reading.adopted);
    for (const each of found.slice(0, MOST_READINGS + 1))
      found.push(...others.map((option) => new Map(each).set(name, option)));
  }
  const combinations = found.toSorted((first, second) => first.size - second.size);
  return {
    combinations: combinations.slice(0, MOST_READINGS),
    left: combinations.length > MOST_READINGS ? TOO_MANY_READINGS : null,
  };
};

/** Five readings with two options each; rules that rest on more are asked about with the fewest taken otherwise. */
const MOST_READINGS = 32;

const TOO_MANY_READINGS = "所涉理解的读法组合过多，没有逐一判定。";

const readingsRead = (program: Program, { id }: Decision): readonly string[] => {
  const names: string[] = [];
  for (const decision of decisionsBehind(program, id))
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "reading") names.push(condition.reading);
      },
    });
  return names;
};
