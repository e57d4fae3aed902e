import { printNumeral } from "../../../language/index.ts";
import type { Decision, Program } from "../../model/ir.ts";
import { visitCondition, visitDecision, type Visitor } from "../../model/walk.ts";
import type { Draft } from "./draft.ts";
import { parameterWords } from "./in-words.ts";

/** Parameters and readings of one side that came or went with a rule, an exception, a limit that is told already. */
export interface ToldNames {
  readonly parameters: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
}

export const toldNames = (
  program: Program,
  whole: readonly Decision[],
  told: readonly Draft[],
  side: "left" | "right",
): ToldNames => {
  const parameters = new Set<string>();
  const readings = new Set<string>();
  const visitor: Visitor = {
    condition: (condition) => {
      if (condition.kind === "reading") readings.add(condition.reading);
    },
    term: (term) => {
      if (term.kind === "parameter") parameters.add(term.name);
    },
  };
  for (const decision of whole) visitDecision(program, decision, visitor);
  for (const { finding } of told) {
    const condition = finding[side]?.condition ?? null;
    const isException = finding.kind === "exceptionAdded" || finding.kind === "exceptionRemoved";
    if (condition !== null && isException) visitCondition(condition, visitor);
  }
  const said = told.flatMap(({ finding }) => {
    const words = side === "left" ? finding.before : finding.after;
    return words === null ? [] : [words];
  });
  for (const name of program.parameters.keys()) {
    if (said.includes(parameterWords(name, program))) parameters.add(name);
  }
  for (const { name, options } of program.readings.values()) {
    const guards = options.map(({ number }) => `「${name}」读法${printNumeral(number)}`);
    if (said.some((words) => guards.some((guard) => words.includes(guard)))) readings.add(name);
  }
  return { parameters, readings };
};
