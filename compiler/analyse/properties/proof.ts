import type { World } from "../../model/facts.ts";
import type { Program, Property } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { visitDecision } from "../../model/walk.ts";
import { smallWorld, startRun } from "../../evaluate/index.ts";
import { decisionsRead, violationOf, type Violation } from "../law.ts";
import type { Probe } from "../probe.ts";
import { raisedTo } from "../raise.ts";
import type { Judged } from "../witness/replay.ts";
import { questionsOf, type LawQuestion } from "./questions.ts";
import { raisedValue, withoutRaised } from "./raised-copy.ts";

/** What asking about all worlds says of a law. */
export type Proof =
  /** No world breaks it. `everyDay`: on whatever day it is judged; else on that of the probe and those that it asks about. */
  | { readonly kind: "proved"; readonly everyDay: boolean }
  /** The interpreter finds it broken in this world. */
  | ({ readonly kind: "refuted" } & Broken)
  /** One plain sentence. */
  | { readonly kind: "open"; readonly why: string };

/** A world in which a law is broken. */
export interface Broken {
  readonly question: LawQuestion;
  readonly at: Day;
  /** With the second amounts of the question. */
  readonly world: World;
  readonly judged: Judged;
}

export const prove = async (probe: Probe, property: Property): Promise<Proof> => {
  const { program } = probe;
  const asked = questionsOf(program, property);
  if (asked.kind === "none") return { kind: "open", why: asked.why };
  let why: string | null = null;
  for (const question of asked.questions) {
    const answer = await probe.canDiffer(question);
    if (answer.kind === "undecided") why ??= answer.reason;
    if (answer.kind !== "found") continue;
    const { world, record: judged, at = probe.at } = answer;
    const broken: Broken = { question, at, world, judged };
    if (brokenIn(program, property, broken) !== null) return { kind: "refuted", ...broken };
    why ??= MORE_THAN_ASKED;
  }
  if (why !== null) return { kind: "open", why };
  return { kind: "proved", everyDay: !dependsOnDay(program, property) };
};

/** A record that is among those that it counts, with its old amount and its new one at once. */
const MORE_THAN_ASKED = "该记录同时是其他记录汇总、比较的对象，增加前后不能分开推演，尚不能证明。";

/** What the law itself says of a world that a question found: the interpreter has the last word. */
export const brokenIn = (
  program: Program,
  property: Property,
  { question, at, world, judged }: Broken,
): Violation | null => {
  const { copy } = question;
  const known = copy === null ? world : withoutRaised(world, copy);
  const run = startRun(program, smallWorld(known), at);
  if (copy === null) return violationOf(run, property, { record: judged });
  const raised = raisedValue(
    world.records.find(({ object, id }) => object === judged.object && id === judged.id),
    copy,
  );
  return violationOf(run, property, {
    record: judged,
    raised: (here, record, field) => (raised === null ? [] : [raisedTo(here, record, field, raised)]),
  });
};

/** Whether the result depends on the day of judgement: then a proof is one for the day for which it was asked. */
const dependsOnDay = (program: Program, property: Property): boolean => {
  let found = false;
  for (const decision of decisionsRead(program, property)) {
    visitDecision(program, decision, {
      term: (term) => {
        if (term.kind === "referenceDate") found = true;
        if (term.kind !== "parameter") return;
        const values = program.parameters.get(term.name)?.values ?? [];
        if (values.some(({ from }) => from !== null)) found = true;
      },
    });
  }
  return found;
};
