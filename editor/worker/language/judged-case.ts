import { caseText } from "../../../compiler/analyse/witness/case-text.ts";
import { evaluate, smallWorld } from "../../../compiler/evaluate/index.ts";
import type { JudgeCandidate } from "../../../compiler/ide/index.ts";
import type { View } from "./open-file.ts";

/** The 【用例】 of a candidate with what the interpreter says of it; null where it says nothing that can be written. */
export const judgedCase =
  ({ program }: View): JudgeCandidate =>
  ({ decision: id, name, at, world, record }) => {
    const decision = program?.decisions.find((each) => each.id === id);
    if (program === null || decision === undefined) return null;
    const { outcomes } = evaluate(program, smallWorld(world), { at, only: [id] });
    const outcome = outcomes.find((each) => each.object === record.object && each.id === record.id);
    return outcome === undefined ? null : caseText(program, decision, world, at, record, outcome, name);
  };
