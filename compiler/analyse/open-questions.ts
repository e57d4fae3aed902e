import type { AnalysisFinding } from "../model/analysis.ts";
import type { Probe, ProbeAnswer } from "./probe.ts";

/** Questions that stayed open, by the reason. */
export type OpenQuestions = Map<string, { count: number; milliseconds: number }>;

/** A probe that writes down what stays open: not every such question makes a finding of its own. */
export const writingDown = (probe: Probe, open: OpenQuestions): Probe => {
  const heard = (answer: ProbeAnswer): ProbeAnswer => {
    if (answer.kind !== "undecided") return answer;
    const before = open.get(answer.reason) ?? { count: 0, milliseconds: 0 };
    open.set(answer.reason, {
      count: before.count + 1,
      milliseconds: before.milliseconds + answer.milliseconds,
    });
    return answer;
  };
  return {
    ...probe,
    get tally() {
      return probe.tally;
    },
    canHold: async (question) => heard(await probe.canHold(question)),
    canDiffer: async (question) => heard(await probe.canDiffer(question)),
  };
};

/** What no finding says of the questions that stayed open, one sentence for each reason. */
export const notesOn = (open: OpenQuestions, found: readonly AnalysisFinding[]): readonly string[] =>
  [...open].flatMap(([reason, { count, milliseconds }]) =>
    found.some((each) => each.reason?.startsWith(reason) === true)
      ? []
      : [`有${count}个问题未能判定，因此没有相应的结果：${reason}共用时${milliseconds}毫秒。`],
  );
