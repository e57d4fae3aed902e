import { rational, type Rational } from "../../../language/index.ts";
import { decisionsBehind, reportedDecisions, visitDecision, type Run } from "../../evaluate/index.ts";
import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Decision, Parameter, Program } from "../../model/ir.ts";
import type { ParameterSensitivity, SensitivityStep } from "../../model/sensitivity.ts";
import type { Day } from "../../model/value.ts";
import { Breakpoints, registerPoints } from "./breakpoints.ts";
import { Occurrences } from "./occurrences.ts";
import { countsOf, printed, stepsOf, type Course } from "./steps.ts";
import { resultOf, tryValue } from "./trial.ts";
import { distinct, fewValues, lineOf, pointsAround, spread, type Line, type TriedPoint } from "./values.ts";

/** Decisions that say something of a record which a parameter can change, under the readings as adopted. */
export const decisionsOn = (program: Program, occurrences: Occurrences): readonly Decision[] =>
  reportedDecisions(program).filter(
    ({ id, kind }) =>
      (kind === "measure" || kind === "requirement" || kind === "classification") && occurrences.reaches(id),
  );

/** What comes of the values of a parameter on a register. */
export const measure = (
  program: Program,
  facts: Facts,
  at: Day,
  parameter: Parameter,
): ParameterSensitivity => {
  const occurrences = new Occurrences(program, parameter.name);
  const decisions = decisionsOn(program, occurrences);
  const base = {
    parameter: parameter.name,
    owner: parameter.owner.name,
    rules: decisions.map(({ id }) => id),
  };
  const runs = new Runs(program, facts, at, parameter.name);
  if (decisions.length === 0) return { ...base, steps: [], complete: true, how: "" };
  if (fewValues(parameter.type).length > 0) {
    const steps = fewSteps(decisions, facts, parameter, runs);
    return { ...base, steps, complete: true, how: "逐一试了全部取值。" };
  }
  const breakpoints = new Breakpoints(program, facts, at, parameter.name, occurrences);
  const found = decisions.map((decision) => ({
    decision,
    records: facts
      .records(decision.object)
      .map((record) => ({ record, ...breakpoints.of(decision.id, record) })),
  }));
  const isComplete = found.every(({ records }) => records.every(({ complete }) => complete));
  const own = found.flatMap(({ records }) => records.flatMap(({ points }) => points));
  const line = lineOf(parameter.type, own);
  if (line === null) return { ...base, steps: [], complete: false, how: "这种参数的取值没有逐一试过。" };
  if (isComplete && own.length <= (looksAround(program, decisions) ? MOST_AROUND : MOST_POINTS)) {
    const courses = found.flatMap(({ decision, records }) =>
      records.map((each) => courseOf(decision, each.record, pointsAround(each.points, line), runs, line)),
    );
    const steps = stepsOf(courses, decisions, parameter.type, line);
    return {
      ...base,
      steps,
      complete: true,
      how: "按每条记录逐一找出结果变化的界限，在界限上、界限前后各核对一次。",
    };
  }
  const wide = registerPoints(
    program.decisions.flatMap(({ id }) => occurrences.of(id)),
    facts,
    parameter.type.kind === "number" && parameter.type.share,
    (id) => occurrences.decision(id),
  );
  const around = pointsAround(own, line).map(({ point }) => point);
  const tried = spread(distinct([...around, ...wide]), MOST_TRIED);
  const steps = triedSteps(tried, decisions, facts, parameter, runs, line);
  return {
    ...base,
    steps,
    complete: false,
    how: `规则涉及其他记录（排名、周边机构或者汇总），只试了${tried.length}个取值，每个取值按全部记录核对；其余取值没有核对。`,
  };
};

/** Beyond so many single values, a spread of them is tried on the whole register. */
const MOST_POINTS = 20_000;
/** Where rules count or compare other records, each value costs a walk over them. */
const MOST_AROUND = 1000;
const MOST_TRIED = 24;

const looksAround = (program: Program, decisions: readonly Decision[]): boolean => {
  let found = false;
  const candidates = (): void => void (found = true);
  for (const decision of new Set(decisions.flatMap(({ id }) => decisionsBehind(program, id)))) {
    found ||= decision.kind === "ranking";
    visitDecision(program, decision, { candidates });
  }
  return found;
};

/** One run for each value, made when it is first needed. */
class Runs {
  readonly #known = new Map<string, Run>();
  readonly #make: (value: Parameters<typeof tryValue>[4]) => Run;

  constructor(program: Program, facts: Facts, at: Day, name: string) {
    this.#make = (value) => tryValue(program, facts, at, name, value);
  }

  at(point: Rational, line: Line): Run {
    const key = `${point.numerator}/${point.denominator}`;
    const known = this.#known.get(key) ?? this.#make(line.valueAt(point));
    if (this.#known.size >= MOST_RUNS) this.#known.clear();
    this.#known.set(key, known);
    return known;
  }

  of(value: Parameters<typeof tryValue>[4]): Run {
    return this.#make(value);
  }
}

/** Runs remember what they have judged; more of them than this are begun anew. */
const MOST_RUNS = 2000;

const courseOf = (
  decision: Decision,
  record: FactRecord,
  points: readonly TriedPoint[],
  runs: Runs,
  line: Line,
): Course => ({
  decision,
  tried: points.map((each) => ({ ...each, result: resultOf(runs.at(each.point, line), decision, record) })),
  always: points.length > 0 ? null : resultOf(runs.at(SOME_VALUE, line), decision, record),
});

/** Any value serves where none changes the result. */
const SOME_VALUE = rational(1n);

const fewSteps = (
  decisions: readonly Decision[],
  facts: Facts,
  parameter: Parameter,
  runs: Runs,
): readonly SensitivityStep[] => {
  const values = fewValues(parameter.type);
  return values.map((value, at): SensitivityStep => {
    const words =
      value.kind === "boolean"
        ? value.value
          ? "是"
          : "否"
        : value.kind === "enumeration"
          ? value.value
          : "";
    return pointStep(words, at === 0 ? null : runs.of(values[at - 1]!), runs.of(value), decisions, facts);
  });
};

/** Values that were tried one after the other and give the same results stand together. */
const triedSteps = (
  tried: readonly Rational[],
  decisions: readonly Decision[],
  facts: Facts,
  parameter: Parameter,
  runs: Runs,
  line: Line,
): readonly SensitivityStep[] => {
  const steps: SensitivityStep[] = [];
  for (const [at, point] of tried.entries()) {
    const words = printed(point, parameter.type, line);
    const before = at === 0 ? null : runs.at(tried[at - 1]!, line);
    const step = pointStep(words, before, runs.at(point, line), decisions, facts);
    const last = steps.at(-1);
    if (last === undefined || step.moved > 0) steps.push(step);
    else steps[steps.length - 1] = { ...last, range: `${last.lower}至${words}`, upper: words };
  }
  return steps;
};

/** Results at one value. */
const pointStep = (
  words: string,
  before: Run | null,
  run: Run,
  decisions: readonly Decision[],
  facts: Facts,
): SensitivityStep => {
  let moved = 0;
  const results = decisions.map((decision) => {
    const counts = new Map<string, number>();
    for (const record of facts.records(decision.object)) {
      const result = resultOf(run, decision, record);
      counts.set(result, (counts.get(result) ?? 0) + 1);
      if (before !== null && resultOf(before, decision, record) !== result) moved += 1;
    }
    return { rule: decision.id, counts: countsOf(counts) };
  });
  return {
    range: words,
    lower: words,
    lowerIncluded: true,
    upper: words,
    upperIncluded: true,
    results,
    moved,
  };
};
