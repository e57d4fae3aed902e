import { judge, printDecided, startRun, type Run } from "../../evaluate/index.ts";
import type { Facts, FactRecord } from "../../model/facts.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Day, Value } from "../../model/value.ts";

/** The register judged as if a parameter had a value, the same in all regions. */
export const tryValue = (program: Program, facts: Facts, at: Day, name: string, value: Value): Run => {
  const parameter = program.parameters.get(name);
  if (parameter === undefined) return startRun(program, facts, at);
  const set = { ...parameter, values: [{ from: null, region: null, value, source: null }] };
  return startRun(
    { ...program, parameters: new Map([...program.parameters, [name, set]]) },
    withoutValuesOf(facts, name),
    at,
  );
};

/** What the register supplies for the parameter does not count while another value is tried. */
const withoutValuesOf = (facts: Facts, name: string): Facts => {
  const partners = facts.walkingPartners?.bind(facts);
  return {
    objects: facts.objects,
    records: (object) => facts.records(object),
    record: (object, id) => facts.record(object, id),
    inRegion: (object, field, region) => facts.inRegion(object, field, region),
    near: (object, field, of, metres, from) => facts.near(object, field, of, metres, from),
    walkingDistance: (from, to) => facts.walkingDistance(from, to),
    ...(partners === undefined ? {} : { walkingPartners: partners }),
    parameterValues: (each) => (each === name ? [] : facts.parameterValues(each)),
    recordedReason: (object, id, rule) => facts.recordedReason(object, id, rule),
  };
};

/** 成立; 已认定：A类. */
export const resultOf = (run: Run, decision: Decision, record: FactRecord): string => {
  const { status, value } = judge(run, decision.id, record);
  return value === null || value.kind === "boolean" ? status : `${status}：${printDecided(value, decision)}`;
};
