import type { FactRecord } from "../model/facts.ts";
import type { Decision, Program, Reading } from "../model/ir.ts";
import type { ReadingDependence } from "../model/outcome.ts";
import { judge } from "./judge.ts";
import { printDecided } from "./print.ts";
import { valueKey } from "./result.ts";
import { optionOf, startRun, type Judgement, type Run } from "./run.ts";
import { decisionsBehind, visitDecision } from "../model/walk.ts";

/**
 * The readings that a result rests on: under another option it would be another. Rules that contain no reading
 * are not asked again.
 */
export class Readings {
  readonly #run: Run;
  readonly #byDecision = new Map<string, readonly Reading[]>();
  readonly #alternatives = new Map<string, Run>();

  constructor(run: Run) {
    this.#run = run;
  }

  dependence(decision: Decision, judgement: Judgement, record: FactRecord): readonly ReadingDependence[] {
    return this.#readingsOf(decision).flatMap((reading) => {
      const option = optionOf(this.#run, reading.name);
      if (option === null) return [];
      const others = reading.options.filter((each) => each.number !== option);
      const found = others.map(({ number, text }) => {
        const other = judge(this.#under(reading.name, number), decision.id, record);
        return {
          judgement: other,
          option: number,
          text,
          status: other.status,
          value: printed(other, decision),
        };
      });
      if (found.every((each) => saysTheSame(each.judgement, judgement))) return [];
      return [
        {
          name: reading.name,
          option,
          text: reading.options.find((each) => each.number === option)?.text ?? "",
          status: reading.status === "confirmed" && option === reading.adopted ? "已确认" : "暂拟",
          alternatives: found.map(({ option: number, text, status, value }) => ({
            option: number,
            text,
            status,
            value,
          })),
        },
      ];
    });
  }

  #readingsOf(decision: Decision): readonly Reading[] {
    const known = this.#byDecision.get(decision.id) ?? readingsBehind(this.#run.program, decision.id);
    this.#byDecision.set(decision.id, known);
    return known;
  }

  #under(reading: string, option: number): Run {
    const key = JSON.stringify([reading, option]);
    const { program, facts, at, readings } = this.#run;
    const known =
      this.#alternatives.get(key) ?? startRun(program, facts, at, new Map([...readings, [reading, option]]));
    this.#alternatives.set(key, known);
    return known;
  }
}

/** Readings in a decision and in whatever it reads, by name; walking distances use those with a detour factor. */
export const readingsBehind = (program: Program, id: string): readonly Reading[] => {
  const names = new Set<string>();
  for (const decision of decisionsBehind(program, id)) {
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "reading") names.add(condition.reading);
      },
      candidates: ({ scope }) => {
        if (scope.kind !== "distance" || scope.metric !== "walking") return;
        for (const { name, options } of program.readings.values()) {
          if (options.some((option) => option.detourFactor !== null)) names.add(name);
        }
      },
    });
  }
  return [...names].sort().flatMap((name) => program.readings.get(name) ?? []);
};

const printed = (judgement: Judgement, decision: Decision): string | null =>
  judgement.value === null ? null : printDecided(judgement.value, decision);

const saysTheSame = (left: Judgement, right: Judgement): boolean =>
  left.status === right.status &&
  (left.value === null) === (right.value === null) &&
  (left.value === null || right.value === null || valueKey(left.value) === valueKey(right.value));
