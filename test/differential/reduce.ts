import type { Decision, Program } from "../../compiler/model/ir.ts";
import type { SmallWorld } from "../../compiler/evaluate/index.ts";
import { decisionsBehind } from "../../compiler/model/walk.ts";
import type { Scenario } from "../generators/program.ts";
import { writeScenario } from "./serialise.ts";
import { simplerDecisions, simplerConditions } from "./simpler.ts";

type Fails = (scenario: Scenario) => Promise<boolean>;

/**
 * The smallest scenario that is found in the time and still fails: fewer decisions, fewer records, fewer facts, shorter
 * conditions. What is tried is fixed, so that one failure gives one case.
 */
export const reduce = async (
  scenario: Scenario,
  decision: string,
  fails: Fails,
  milliseconds: number,
): Promise<Scenario> => {
  const end = Date.now() + milliseconds;
  let smallest = scenario;
  for (let changed = true; changed && Date.now() < end;) {
    changed = false;
    for (const pass of PASSES) {
      for (let index = 0; Date.now() < end;) {
        const simpler = pass(smallest, decision)[index];
        if (simpler === undefined) break;
        if (await fails(simpler)) {
          smallest = simpler;
          changed = true;
        } else index += 1;
      }
    }
  }
  return smallest;
};

type Pass = (scenario: Scenario, decision: string) => readonly Scenario[];

const withProgram = (scenario: Scenario, change: Partial<Program>): Scenario => ({
  ...scenario,
  program: { ...scenario.program, ...change },
});

const withWorld = (scenario: Scenario, change: Partial<SmallWorld>): Scenario => ({
  ...scenario,
  world: { ...scenario.world, ...change },
});

/** Only the decision and those that it reads; nothing is left out of what it reads. */
const onlyWhatIsRead: Pass = (scenario, id) => {
  const behind = new Set(decisionsBehind(scenario.program, id).map((each) => each.id));
  const decisions = scenario.program.decisions.filter((each) => behind.has(each.id));
  if (id === "" || decisions.length === 0 || decisions.length === scenario.program.decisions.length)
    return [];
  return [withProgram(scenario, { decisions })];
};

const fewerDecisions: Pass = (scenario) => {
  const { decisions } = scenario.program;
  const used = new Set(
    decisions.flatMap(({ id }) =>
      decisionsBehind(scenario.program, id).flatMap((each) => (each.id === id ? [] : [each.id])),
    ),
  );
  return decisions
    .filter(({ id }) => !used.has(id))
    .map((left) => withProgram(scenario, { decisions: decisions.filter((each) => each !== left) }))
    .filter(({ program }) => program.decisions.length > 0);
};

const fewerExceptions: Pass = (scenario) => {
  const used = new Set(
    scenario.program.decisions.flatMap((each) => ("exceptions" in each ? each.exceptions : [])),
  );
  const { exceptions } = scenario.program;
  const kept = new Map([...exceptions].filter(([id]) => used.has(id)));
  return kept.size === exceptions.size ? [] : [withProgram(scenario, { exceptions: kept })];
};

const simplerDecision: Pass = (scenario) => {
  const { decisions, exceptions } = scenario.program;
  return [
    ...decisions.flatMap((each, index) =>
      simplerDecisions(each).map((simpler) =>
        withProgram(scenario, {
          decisions: decisions.map((other, at): Decision => (at === index ? simpler : other)),
        }),
      ),
    ),
    ...[...exceptions].flatMap(([id, clause]) =>
      simplerConditions(clause.condition).map((condition) =>
        withProgram(scenario, { exceptions: new Map([...exceptions, [id, { ...clause, condition }]]) }),
      ),
    ),
  ];
};

/** Halves first, then one by one. */
const fewerRecords: Pass = (scenario) => {
  const { records } = scenario.world;
  const half = Math.ceil(records.length / 2);
  const halves = records.length > 3 ? [records.slice(0, half), records.slice(half)] : [];
  const singles = records.map((record) => records.filter((each) => each !== record));
  return [...halves, ...singles].map((left) => withWorld(scenario, { records: left }));
};

const fewerFields: Pass = (scenario) => {
  const { objects } = scenario.program;
  return [...objects.values()].flatMap((object) =>
    [...object.fields.keys()]
      .filter((name) =>
        scenario.world.records.some((each) => each.object === object.name && each.facts.has(name)),
      )
      .map((name) =>
        withWorld(scenario, {
          records: scenario.world.records.map((record) =>
            record.object === object.name ? without(record, name) : record,
          ),
        }),
      ),
  );
};

const fewerFacts: Pass = (scenario) =>
  scenario.world.records.flatMap((record) =>
    [...record.facts.keys()].map((name) =>
      withWorld(scenario, {
        records: scenario.world.records.map((each) => (each === record ? without(record, name) : each)),
      }),
    ),
  );

const without = (record: SmallWorld["records"][number], name: string): SmallWorld["records"][number] => ({
  ...record,
  facts: new Map([...record.facts].filter(([field]) => field !== name)),
});

const lessBeside: Pass = (scenario) => {
  const { world, program } = scenario;
  const distances = world.distances ?? [];
  const reasons = world.recordedReasons ?? [];
  return [
    ...(scenario.readings.size > 0 ? [{ ...scenario, readings: new Map<string, number>() }] : []),
    ...(distances.length > 0 ? [withWorld(scenario, { distances: [] })] : []),
    ...distances.map((left) => withWorld(scenario, { distances: distances.filter((each) => each !== left) })),
    ...(reasons.length > 0 ? [withWorld(scenario, { recordedReasons: [] })] : []),
    ...[...(world.parameters ?? new Map())].map(([name]) =>
      withWorld(scenario, {
        parameters: new Map([...world.parameters!].filter(([other]) => other !== name)),
      }),
    ),
    ...[...program.parameters].flatMap(([name, parameter]) =>
      parameter.values.length === 0
        ? []
        : [
            withProgram(scenario, {
              parameters: new Map([...program.parameters, [name, { ...parameter, values: [] }]]),
            }),
          ],
    ),
  ];
};

/** Declarations that nothing names and no record fills. */
const fewerDeclarations: Pass = (scenario) => {
  const { program, world } = scenario;
  const text = writeScenario({
    ...scenario,
    program: { ...program, objects: new Map(), parameters: new Map(), readings: new Map() },
    world: { records: [] },
  });
  const read = { has: (name: string) => text.includes(JSON.stringify(name)) };
  const parameters = [...program.parameters].filter(
    ([name]) => read.has(name) || world.parameters?.has(name) === true,
  );
  const readings = [...program.readings].filter(
    ([name, { options }]) => read.has(name) || options.some(({ detourFactor }) => detourFactor !== null),
  );
  const found: Scenario[] = [];
  if (parameters.length < program.parameters.size)
    found.push(withProgram(scenario, { parameters: new Map(parameters) }));
  if (readings.length < program.readings.size)
    found.push(withProgram(scenario, { readings: new Map(readings) }));
  for (const [name, object] of program.objects) {
    for (const field of object.fields.keys()) {
      if (read.has(field) || world.records.some((each) => each.object === name && each.facts.has(field)))
        continue;
      const fields = new Map([...object.fields].filter(([other]) => other !== field));
      found.push(
        withProgram(scenario, { objects: new Map([...program.objects, [name, { ...object, fields }]]) }),
      );
    }
  }
  return found;
};

const PASSES: readonly Pass[] = [
  onlyWhatIsRead,
  fewerDecisions,
  fewerRecords,
  lessBeside,
  simplerDecision,
  fewerExceptions,
  fewerFields,
  fewerFacts,
  fewerDeclarations,
];
