import { STATED } from "../../language/index.ts";
import type { DifferenceQuery } from "../analyse/difference-query.ts";
import { laterDays } from "../analyse/later-days.ts";
import { withAdopted } from "../analyse/probe.ts";
import {
  alwaysInForce,
  caseText,
  minimise,
  withReadings,
  type FoundDifference,
} from "../analyse/witness/index.ts";
import type { Decision, Modality, Program } from "../model/ir.ts";
import { modalitiesOf } from "../model/modalities.ts";
import type { Day } from "../model/value.ts";
import type { Ask } from "./ask.ts";
import { underReadings } from "./readings.ts";

/** What a change of a modal word alone changes: no result, but how strongly the rule binds whom it reaches. */
export type ModalDifference =
  | { readonly kind: "found"; readonly caseText: string | null }
  | { readonly kind: "never" }
  | { readonly kind: "undecided"; readonly reason: string };

/** A record that the rule with another modality reaches, with a 用例 that says the modality. */
export const modalDifference = async (
  original: Program,
  changed: Program,
  reached: readonly Decision[],
  at: Day,
  ask: Ask,
): Promise<ModalDifference> => {
  let undecided: ModalDifference | null = null;
  for (const decision of reached) {
    const modality = changedModality(decision, changed);
    if (modality === null) continue;
    const { combinations, left } = underReadings([original], decision);
    if (left !== null) undecided ??= { kind: "undecided", reason: left };
    let isHard = false;
    for (const day of [at, ...laterDays(at, [{ program: original, decision }], original.policy.lastDay)]) {
      // What is too hard on one day is so on the others.
      if (isHard) break;
      for (const readings of combinations) {
        const query = reaching(withAdopted(alwaysInForce(original), readings), decision, day);
        const answer = await ask(query);
        if (answer.kind === "found") return foundIn(query, answer, decision, modality, readings);
        if (answer.kind !== "undecided") continue;
        isHard = true;
        undecided ??= answer;
      }
    }
  }
  return undecided ?? { kind: "never" };
};

const foundIn = (
  query: DifferenceQuery,
  answer: FoundDifference,
  decision: Decision,
  modality: Modality,
  readings: ReadonlyMap<string, number>,
): ModalDifference => {
  const text = caseOf(query, minimise(query, answer), decision);
  return {
    kind: "found",
    caseText: text === null ? null : withReadings(withModal(text, modality), readings),
  };
};

const reaching = (program: Program, decision: Decision, at: Day): DifferenceQuery => ({
  left: { program, decision },
  right: { program, decision: null },
  at,
  wanted: ({ status }) => status === "成立" || status === "符合",
  focus: [],
  keepParameters: false,
});

const caseOf = (
  { left: { program }, at }: DifferenceQuery,
  { world, record, left }: FoundDifference,
  decision: Decision,
): string | null =>
  left.status === null
    ? null
    : caseText(
        program,
        decision,
        world,
        at,
        record,
        { status: left.status, value: null, citations: [] },
        decision.name,
      );

const changedModality = (decision: Decision, { decisions }: Program): Modality | null => {
  const after = decisions.find(({ id }) => id === decision.id);
  const said = after === undefined ? [] : modalitiesOf(after);
  return (
    modalitiesOf(decision).find(
      ({ force, inPrinciple }) =>
        !said.some((other) => other.force === force && other.inPrinciple === inPrinciple),
    ) ?? null
  );
};

const withModal = (text: string, { word }: Modality): string =>
  text.replace(/。\n【完】$/u, `，情态为${word === "" ? STATED : word}。\n【完】`);
