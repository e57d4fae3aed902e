import { add, compare, divide, rational, ZERO, type Rational } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Candidates, Term } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { limited } from "./arithmetic.ts";
import { exceptedRecord, findMembers, unaskedBeside, type Members } from "./members.ts";
import { reasonSet, union } from "./reason.ts";
import { isOpen, numberValue, open, type Result } from "./result.ts";
import type { Environment, Run } from "./run.ts";
import { sharedKey } from "./shared.ts";
import { evaluateTerm } from "./term.ts";

type Aggregate = Extract<Term, { kind: "aggregate" }>;

/** 数量 合计 平均 最大 最小. */
export const aggregate = (run: Run, term: Aggregate, environment: Environment): Result => {
  if (term.of === null) return countCandidates(run, term.candidates, environment);
  const key = term.candidates.except === null ? sharedKey(run, term.candidates, term.of, environment) : null;
  if (key === null) return summarise(run, term, term.of, environment);
  const known = run.aggregates.get(term) ?? new Map<string, Result>();
  run.aggregates.set(term, known);
  const found = known.get(key) ?? summarise(run, term, term.of, environment);
  known.set(key, found);
  return found;
};

/** How many candidates there are; where some are undecided, between which numbers. */
export const countCandidates = (run: Run, candidates: Candidates, environment: Environment): Result => {
  const [judged] = environment;
  if (environment.length !== 1 || judged === undefined) return count(run, candidates, environment);
  // A result asks twice for the same count: once to decide and once to cite what decided.
  if (run.counted.record !== judged) run.counted = { record: judged, counts: new Map() };
  const found = run.counted.counts.get(candidates) ?? count(run, candidates, environment);
  run.counted.counts.set(candidates, found);
  return found;
};

const count = (run: Run, candidates: Candidates, environment: Environment): Result => {
  const members = findMembers(run, candidates, environment);
  const excepted = exceptedRecord(run, candidates, environment);
  const certain = members.certain.length - (excepted !== null && members.certainIds.has(excepted.id) ? 1 : 0);
  const more = perhaps(members, excepted);
  if (more.count === 0) return numberValue(certain);
  return {
    kind: "open",
    reasons: more.reasons,
    bounds: { low: rational(certain), high: rational(certain + more.count) },
  };
};

/** How many more there may be, and why that is undecided. */
const perhaps = (
  members: Members,
  excepted: FactRecord | null,
): { readonly count: number; readonly reasons: readonly Reason[] } => {
  const others = members.undecided.filter(({ record }) => record.id !== excepted?.id);
  const reasons =
    others.length === members.undecided.length
      ? members.reasons
      : reasonSet(others.flatMap((each) => each.reasons));
  const alike = unaskedBeside(members, excepted);
  return {
    count: others.length + alike.count,
    reasons: union(reasons, alike.reasons),
  };
};

/** One member or one value that is not known leaves all but the count undecided. */
const summarise = (run: Run, term: Aggregate, of: Term, environment: Environment): Result => {
  const { candidates } = term;
  const members = findMembers(run, candidates, environment);
  const excepted = exceptedRecord(run, candidates, environment);
  const missing: Reason[] = [];
  const values: Value[] = [];
  for (const record of members.certain) {
    if (record.id === excepted?.id) continue;
    const value = evaluateTerm(run, of, [...environment.slice(0, candidates.variable), record]);
    if (isOpen(value)) for (const reason of value.reasons) missing.push(reason);
    else values.push(value);
  }
  const reasons = union(perhaps(members, excepted).reasons, reasonSet(missing));
  if (reasons.length > 0) return open(reasons);
  return combine(term, values);
};

const combine = (term: Aggregate, values: readonly Value[]): Result => {
  const name = term.origin.words;
  const numbers = values.filter((value) => value.kind === "number").map((value) => value.value);
  switch (term.function) {
    case "count":
      return numberValue(values.length);
    case "sum":
      return limited(total(numbers), name);
    case "mean": {
      const mean = divide(total(numbers), rational(numbers.length));
      return mean === null ? open([{ kind: "空集合", name }]) : limited(mean, name);
    }
    case "maximum":
      return extreme(values, 1) ?? open([{ kind: "空集合", name }]);
    case "minimum":
      return extreme(values, -1) ?? open([{ kind: "空集合", name }]);
  }
};

const total = (numbers: readonly Rational[]): Rational => numbers.reduce(add, ZERO);

const extreme = (values: readonly Value[], sign: 1 | -1): Value | null => {
  let best: Value | null = null;
  for (const value of values) if (best === null || sign * ordered(value, best) > 0) best = value;
  return best;
};

const ordered = (left: Value, right: Value): number => {
  if (left.kind === "number" && right.kind === "number") return compare(left.value, right.value);
  return left.kind === "date" && right.kind === "date" ? left.value - right.value : 0;
};
