import { sampleProperties } from "../analyse/index.ts";
import { checkAssertions, decisionsBehind, runCases } from "../evaluate/index.ts";
import { isUnconfirmed } from "../model/unconfirmed.ts";
import type { Case, Decision, Program, Property } from "../model/ir.ts";

/** What a policy says of itself, as far as it holds without any change. */
export interface Tests {
  readonly cases: readonly Case[];
  readonly properties: readonly Property[];
  readonly assertions: ReadonlySet<string>;
  /** Names of those that fail already. */
  readonly failing: readonly string[];
}

export interface Notice {
  readonly by: "用例" | "性质" | "断言";
  readonly name: string;
}

export const testsOf = (program: Program): Tests => {
  // A generated case whose result nobody has confirmed yet stands for nothing.
  const cases = runCases(program).cases.filter(({ case: each }) => !isUnconfirmed(each));
  const properties = sampleProperties(program, SAMPLING);
  const assertions = checkAssertions(program);
  return {
    cases: cases.filter(({ passed }) => passed).map((result) => result.case),
    properties: properties.filter(({ passed }) => passed).map(({ property }) => property),
    assertions: new Set(assertions.filter(({ passed }) => passed).map(({ assertion }) => assertion.id)),
    failing: [
      ...cases.filter(({ passed }) => !passed).map((result) => result.case.name),
      ...properties.filter(({ passed }) => !passed).map(({ property }) => property.name),
    ],
  };
};

/** Samples are the same every time. */
const SAMPLING = { seed: 1, runs: 200 } as const;

/** The first case, property or assertion that fails on a changed program. Only what speaks of a reached decision is run. */
export const noticeOf = (tests: Tests, changed: Program, reached: readonly Decision[]): Notice | null => {
  const names = new Set(reached.flatMap(({ id, name }) => [id, name]));
  const cases = tests.cases.filter(({ expectations }) =>
    expectations.some(({ about, status }) => names.has(about) || status === "冲突"),
  );
  for (const each of cases)
    if (runCases({ ...changed, cases: [each] }).cases[0]?.passed === false)
      return { by: "用例", name: each.name };
  const properties = tests.properties.filter((property) => speaksOf(property, names, changed));
  for (const property of properties)
    if (sampleProperties({ ...changed, properties: [property] }, SAMPLING)[0]?.passed === false)
      return { by: "性质", name: property.name };
  const assertion = checkAssertions(changed).find(
    ({ assertion: { id }, passed }) => !passed && tests.assertions.has(id),
  );
  return assertion === undefined ? null : { by: "断言", name: assertion.assertion.origin.words };
};

const speaksOf = (property: Property, names: ReadonlySet<string>, program: Program): boolean => {
  const asked = property.kind === "notWiderThan" ? [property.decision, property.than] : [property.decision];
  return asked.some(
    (name) => names.has(name) || decisionsBehind(program, name).some((decision) => names.has(decision.id)),
  );
};
