import * as fc from "fast-check";
import type { FactRecord } from "../model/facts.ts";
import type { Decision, Program, Property } from "../model/ir.ts";
import { decisionsBehind, printDate, printValue, smallWorld, startRun } from "../evaluate/index.ts";
import { boundariesOf } from "./boundary.ts";
import { readsOf } from "./fields-read.ts";
import { decisionsOf, violationOf, type Violation } from "./law.ts";
import { arbitrarySample, type Sample } from "./sample-world.ts";

export interface SampleOptions {
  readonly seed: number;
  readonly runs: number;
}

export interface PropertyResult {
  readonly property: Property;
  /** 抽样通过 is no proof: only that so many samples found nothing against it. */
  readonly status: "抽样通过" | "反例" | "无法抽样";
  /** As expected: one marked 已知不成立 passes only with a counterexample. */
  readonly passed: boolean;
  readonly runs: number;
  readonly counterexample: Counterexample | null;
  /** One plain sentence. */
  readonly message: string;
}

/** The smallest sample found that breaks the law. */
export interface Counterexample {
  /** The record about which it is. */
  readonly record: FactRecord;
  /** Everything else in the sample. */
  readonly others: readonly FactRecord[];
  readonly sample: Sample;
  /** What happens there, in words. */
  readonly finding: string;
}

/** Tries every 性质 on random small registers; the same seed gives the same samples. */
export const sampleProperties = (program: Program, options: SampleOptions): readonly PropertyResult[] =>
  program.properties.map((property) => sampleProperty(program, property, options));

const sampleProperty = (
  program: Program,
  property: Property,
  { seed, runs }: SampleOptions,
): PropertyResult => {
  const decisions = decisionsOf(program, property);
  if (decisions.length === 0) {
    const message = `“${property.name}”所指的规则不存在，无法抽样。`;
    return { property, status: "无法抽样", passed: false, runs: 0, counterexample: null, message };
  }
  const details = fc.check(
    fc.property(
      samplesFor(program, property, decisions),
      (sample) => violationIn(program, property, sample) === null,
    ),
    { seed, numRuns: runs },
  );
  const failing = details.counterexample?.[0] ?? null;
  const violation = failing === null ? null : violationIn(program, property, failing);
  if (failing === null || violation === null) {
    const passed = property.knownFailure === null;
    const message = passed
      ? `“${property.name}”抽样通过${runs}次（种子${seed}）。抽样不是证明。`
      : `“${property.name}”标注为已知不成立，但抽样${runs}次未找到反例（种子${seed}），请核对标注。`;
    return { property, status: "抽样通过", passed, runs, counterexample: null, message };
  }
  const counterexample = describe(program, failing, violation);
  const known = property.knownFailure === null ? "" : `（已知不成立：${property.knownFailure}）`;
  return {
    property,
    status: "反例",
    passed: property.knownFailure !== null,
    runs: details.numRuns,
    counterexample,
    message: `“${property.name}”不成立${known}：${counterexample.finding}`,
  };
};

const samplesFor = (
  program: Program,
  property: Property,
  decisions: readonly Decision[],
): fc.Arbitrary<Sample> => {
  const behind = [...new Set(decisions.flatMap((decision) => decisionsBehind(program, decision.id)))];
  // The condition of 任一…的 reads facts too; it is read like the condition of a definition.
  const asked: readonly Decision[] =
    property.kind === "forAll"
      ? [
          {
            kind: "definition",
            id: "",
            name: "",
            object: property.object,
            origin: property.origin,
            condition: property.condition,
          },
        ]
      : [];
  const all = [...behind, ...asked];
  return arbitrarySample(program, readsOf(program, all), boundariesOf(program, all));
};

const violationIn = (program: Program, property: Property, sample: Sample): Violation | null => {
  const facts = smallWorld(sample.world);
  return violationOf(startRun(program, facts, sample.at), property);
};

const describe = (program: Program, sample: Sample, violation: Violation): Counterexample => {
  const { record } = violation;
  const fields = program.objects.get(record.object)?.fields;
  const facts = [...record.facts].map(
    ([name, value]) => `${name}为${printValue(value, fields?.get(name)?.type ?? null)}`,
  );
  const when = `基准日${printDate(sample.at)}`;
  return {
    record,
    others: sample.world.records.filter((each) => each !== record),
    sample,
    finding: `${[when, ...facts].join("，")}的${record.object}，${violation.words}。`,
  };
};
