import type { DatedValue, Parameter, Term } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import { isOpen, open, type Result } from "./result.ts";
import type { Environment, Run } from "./run.ts";
import { resolve } from "./subject.ts";

type ParameterTerm = Extract<Term, { kind: "parameter" }>;

/** The value at the 基准日, or who has to decide it. */
export const readParameter = (run: Run, term: ParameterTerm, environment: Environment): Result => {
  if (term.region === null) return parameterAt(run, term.name, null);
  const region = resolve(run, term.region, environment);
  return isOpen(region) ? region : parameterAt(run, term.name, region.id);
};

/** The same for a region that is known by its 编号. */
export const parameterAt = (run: Run, name: string, region: string | null): Result => {
  const dated = datedValue(run, name, region);
  return dated === null
    ? open([undecidedParameter(run.program.parameters.get(name), name, region)])
    : dated.value;
};

/**
 * The newest value that has begun by the 基准日. One for the region itself goes before one for all regions. Where a value
 * of the policy and a supplied one begin on the same day, the policy's stands: supplied data never rewrites its words.
 */
export const datedValue = (run: Run, name: string, region: string | null): DatedValue | null => {
  const declared = run.program.parameters.get(name)?.values ?? [];
  const supplied = run.facts.parameterValues(name);
  const newest = (of: string | null): DatedValue | null =>
    later(newestOf(declared, of, run.at), newestOf(supplied, of, run.at));
  return (region === null ? null : newest(region)) ?? newest(null);
};

const newestOf = (values: readonly DatedValue[], region: string | null, at: Day): DatedValue | null => {
  let best: DatedValue | null = null;
  for (const value of values) {
    if (value.region === region && begin(value) <= at && (best === null || begin(value) > begin(best)))
      best = value;
  }
  return best;
};

const later = (first: DatedValue | null, second: DatedValue | null): DatedValue | null => {
  if (first === null || second === null) return first ?? second;
  return begin(second) > begin(first) ? second : first;
};

const begin = (value: DatedValue): number => value.from ?? Number.NEGATIVE_INFINITY;

const undecidedParameter = (
  parameter: Parameter | undefined,
  name: string,
  region: string | null,
): Reason => ({
  kind: "参数未定",
  name,
  owner: parameter?.owner.name ?? "未明确",
  source: parameter?.owner.source ?? null,
  region,
});
