import type { Decision, Program, Property } from "../../model/ir.ts";
import type { FactRecord, World } from "../../model/facts.ts";
import type { Value } from "../../model/value.ts";
import { judge, printDate, printDecided, printValue, smallWorld, startRun } from "../../evaluate/index.ts";
import { decisionsOf, type Violation } from "../law.ts";
import type { Sample } from "../sample-world.ts";
import { alwaysInForce, caseText, minimise } from "../witness/index.ts";
import { replayWanted } from "../witness/replay.ts";
import { brokenIn, type Broken } from "./proof.ts";
import { queryOf, questionsOf } from "./questions.ts";
import { withoutRaised, type RaisedCopy } from "./raised-copy.ts";
import type { Counterexample } from "./result.ts";

/** A world that a question found, as small and ordinary as it can be. */
export const fromQuestion = (program: Program, property: Property, found: Broken): Counterexample | null => {
  const { question, at } = found;
  const endless = alwaysInForce(program);
  const query = queryOf(question, at);
  const replayed = replayWanted(query, found.world, found.judged);
  if (replayed === null) return null;
  const { world, record } = minimise(
    query,
    {
      kind: "found",
      world: found.world,
      record: found.judged,
      left: replayed.left,
      right: replayed.right,
    },
    (smaller, judged) => brokenIn(endless, property, { question, at, world: smaller, judged }) !== null,
  );
  const violation = brokenIn(endless, property, { question, at, world, judged: record });
  if (violation === null) return null;
  const { copy } = question;
  return told(program, property, violation, {
    at,
    world: copy === null ? world : withoutRaised(world, copy),
  });
};

/** A sample, made small where one of the questions of the law asks for it; else as the samples were made small. */
export const fromSample = (
  program: Program,
  property: Property,
  sample: Sample,
  violation: Violation,
): Counterexample => {
  const { record, decision, raised } = violation;
  const asked = questionsOf(alwaysInForce(program), property);
  for (const question of asked.kind === "questions" ? asked.questions : []) {
    const world =
      question.copy === null
        ? sample.world
        : withRaisedCopy(sample.world, question.copy, record, decision, raised?.value ?? null);
    const judged = { object: record.object, id: record.id };
    const small = fromQuestion(program, property, { question, at: sample.at, world, judged });
    if (small !== null) return small;
  }
  return told(program, property, violation, sample);
};

/** The second amounts: of the judged record the greater one, of every other record the one that it has. */
const withRaisedCopy = (
  world: World,
  copy: RaisedCopy,
  judged: FactRecord,
  decision: Decision,
  raised: Value | null,
): World => ({
  ...world,
  records: world.records.map((record) => {
    const value = record.id === judged.id ? raised : record.facts.get(copy.of);
    if (record.object !== decision.object || value === null || value === undefined) return record;
    return { ...record, facts: new Map([...record.facts, [copy.field, value]]) };
  }),
});

const told = (program: Program, property: Property, violation: Violation, sample: Sample): Counterexample => {
  const { record } = violation;
  const fields = program.objects.get(record.object)?.fields;
  // As in the 用例 below, which is written with full-width signs.
  const facts = [...record.facts].map(
    ([name, value]) => `${name}为${printValue(value, fields?.get(name)?.type ?? null).replace(/%$/u, "％")}`,
  );
  const when = `基准日${printDate(sample.at)}`;
  return {
    record,
    others: sample.world.records.filter(({ object, id }) => object !== record.object || id !== record.id),
    sample,
    finding: `${[when, ...facts].join("，")}的${record.object}，${violation.words}。`,
    cases: casesOf(program, property, violation, sample),
  };
};

/** What the rules give there; for 单调 once with the smaller amount and once with the greater. */
const casesOf = (
  program: Program,
  property: Property,
  { decision, record, raised }: Violation,
  { at, world }: Sample,
): readonly string[] => {
  const beside =
    property.kind === "notWiderThan"
      ? decisionsOf(program, property).filter(
          (each) => each !== decision && each.object === decision.object && each.name === property.than,
        )
      : [];
  const name = `反例·${property.name}`;
  if (raised === null) {
    return [decision, ...beside].flatMap((each, index) =>
      caseOf(program, each, world, at, record, index === 0 ? name : `${name}·${each.name}`),
    );
  }
  const after = {
    ...world,
    records: world.records.map((each) =>
      each.object === record.object && each.id === record.id ? raised.record : each,
    ),
  };
  return [
    ...caseOf(program, decision, world, at, record, `${name}·增加前`),
    ...caseOf(program, decision, after, at, raised.record, `${name}·增加后`),
  ];
};

const caseOf = (
  program: Program,
  decision: Decision,
  world: World,
  at: number,
  record: FactRecord,
  name: string,
): readonly string[] => {
  const run = startRun(program, smallWorld(world), at);
  const { status, value } = judge(run, decision.id, run.facts.record(record.object, record.id)!);
  const printed = value === null || value.kind === "boolean" ? null : printDecided(value, decision);
  const text = caseText(
    program,
    decision,
    world,
    at,
    record,
    { status, value: printed, citations: [] },
    name,
  );
  return text === null ? [] : [text];
};
