import { runCases, type CaseResult } from "../../../compiler/evaluate/index.ts";
import type { PropertyResult } from "../../../compiler/analyse/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { CaseRow, CasesReport } from "../worker-api.ts";
import type { LoadedPolicy } from "./loaded-policy.ts";

/** Few enough to be drawn after each change; the command line draws more. */
const SAMPLING = { seed: 1, runs: 40 } as const;

/** What the policy says of itself, and what its cases reach. */
export const casesReport = async ({ program, version, texts }: LoadedPolicy): Promise<CasesReport> => {
  const here = (origin: { readonly file: string }): boolean => origin.file === texts.path;
  const { cases, coverage } = runCases(program);
  const properties = program.properties.length === 0 ? [] : await sampled(program);
  const own = cases.filter((each) => here(each.case.origin));
  const labelOf = (path: string | null): string | null =>
    path === null ? null : (program.policy.provisions.get(path)?.label ?? null);
  const rows = [
    ...own.map(caseRow),
    ...properties.filter(({ property }) => here(property.origin)).map(propertyRow),
  ]
    .map((row) => ({ ...row, label: labelOf(row.provision) }))
    .sort((left, right) => left.span.start - right.span.start);
  const parts = [...coverage.rules, ...coverage.items, ...coverage.exceptions].filter(({ origin }) =>
    here(origin),
  );
  return {
    version,
    rows,
    coverage: parts.map(({ id, words, origin, reached }) => ({ span: origin.span, words, reached, id })),
    byRule: byRule(program, own, coverage),
  };
};

/** The generator is loaded only where a policy has 性质. */
const sampled = async (program: Program): Promise<readonly PropertyResult[]> =>
  (await import("../../../compiler/analyse/index.ts")).sampleProperties(program, SAMPLING);

const caseRow = ({ case: each, passed, expectations, problem }: CaseResult): Omit<CaseRow, "label"> => ({
  name: each.name,
  kind: "用例",
  provision: each.origin.provision,
  span: each.origin.span,
  passed,
  knownFailure: each.knownFailure !== null,
  expectations: expectations.map(({ expectation, expected, actual, met, message }) => ({
    about: `「${expectation.id}」${expectation.about}`,
    expected,
    actual,
    met,
    message,
  })),
  problem,
});

const propertyRow = ({ property, passed, status, message }: PropertyResult): Omit<CaseRow, "label"> => ({
  name: property.name,
  kind: "性质",
  provision: property.origin.provision,
  span: property.origin.span,
  passed,
  knownFailure: property.knownFailure !== null,
  expectations: [],
  problem: passed && status === "抽样通过" ? null : message,
});

const byRule = (
  program: Program,
  cases: readonly CaseResult[],
  coverage: ReturnType<typeof runCases>["coverage"],
): CasesReport["byRule"] => {
  const rules = new Map(
    program.decisions.map(({ name }) => [name, { rule: name, passed: 0, total: 0, reached: 0, items: 0 }]),
  );
  const nameOf = new Map(program.decisions.map(({ id, name }) => [id, name]));
  for (const { case: each, passed } of cases) {
    for (const about of new Set(each.expectations.map((expectation) => expectation.about))) {
      const rule = rules.get(nameOf.get(about) ?? about);
      if (rule === undefined) continue;
      rule.total += 1;
      if (passed) rule.passed += 1;
    }
  }
  for (const { id, reached } of [...coverage.rules, ...coverage.items]) {
    const rule = rules.get(nameOf.get(id) ?? "");
    if (rule === undefined) continue;
    rule.items += 1;
    if (reached) rule.reached += 1;
  }
  return [...rules.values()];
};
