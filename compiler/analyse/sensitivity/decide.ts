import { judge, startRun, withFacts, withRecord, type Run } from "../../evaluate/index.ts";
import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Reason } from "../../model/outcome.ts";
import type { Day, Value } from "../../model/value.ts";
import { Breakpoints } from "./breakpoints.ts";
import { Occurrences } from "./occurrences.ts";
import { resultOf } from "./trial.ts";
import { fewValues, lineOf, pointsAround } from "./values.ts";

/** What comes of a result that is left to somebody: one result however it is decided, several, or not looked at. */
export type Decided =
  | { readonly kind: "same"; readonly result: string; readonly ways: number }
  | { readonly kind: "differs" }
  | { readonly kind: "unexamined" };

export interface Effort {
  /** Judgements that may still be made, over all records. */
  left: number;
}

/** Every way of deciding, one question after the other, until two results differ. */
export const decideEveryWay = (
  program: Program,
  facts: Facts,
  at: Day,
  decision: Decision,
  record: FactRecord,
  effort: Effort,
): Decided => {
  let result: string | null = null;
  let ways = 0;
  const follow = (here: World): "same" | "differs" | "unexamined" => {
    if (effort.left <= 0 || ways >= MOST_WAYS) return "unexamined";
    effort.left -= 1;
    const run = startRun(here.program, here.facts, at);
    const judged = here.facts.record(record.object, record.id) ?? record;
    const { status, reasons } = judge(run, decision.id, judged);
    if (status !== "需裁量") {
      ways += 1;
      const found = resultOf(run, decision, judged);
      result ??= found;
      return found === result ? "same" : "differs";
    }
    const answers = answersTo(here, run, decision, judged, reasons);
    if (answers === null) return "unexamined";
    let all: "same" | "unexamined" = "same";
    for (const next of answers) {
      const found = follow(next);
      if (found === "differs") return "differs";
      if (found === "unexamined") all = "unexamined";
    }
    return all;
  };
  const found = follow({ program, facts });
  if (found !== "same") return { kind: found };
  return result === null ? { kind: "unexamined" } : { kind: "same", result, ways };
};

const MOST_WAYS = 64;

interface World {
  readonly program: Program;
  readonly facts: Facts;
}

/** The worlds in which the first open question is answered; null where its answers cannot be counted. */
const answersTo = (
  here: World,
  { at }: Run,
  decision: Decision,
  record: FactRecord,
  reasons: readonly Reason[],
): readonly World[] | null => {
  for (const reason of reasons) {
    if (reason.kind === "裁量判断") {
      const asked = here.facts.record(reason.object, reason.id);
      const type = here.program.objects.get(reason.object)?.fields.get(reason.name)?.type;
      const values = type === undefined ? [] : fewValues(type);
      if (asked === undefined || values.length === 0) return null;
      return values.map((value) => ({
        ...here,
        facts: withRecord(here.facts, withFacts(asked, [[reason.name, value]])),
      }));
    }
    if (reason.kind === "参数未定") {
      const values = valuesThatMatter(here, at, reason.name, decision, record);
      return values === null ? null : values.map((value) => withParameter(here, reason.name, value));
    }
    return null;
  }
  return null;
};

/** Every value would do the same as one of these. */
const valuesThatMatter = (
  { program, facts }: World,
  at: Day,
  name: string,
  decision: Decision,
  record: FactRecord,
): readonly Value[] | null => {
  const parameter = program.parameters.get(name);
  if (parameter === undefined) return null;
  const few = fewValues(parameter.type);
  if (few.length > 0) return few;
  const occurrences = new Occurrences(program, name);
  const { points, complete } = new Breakpoints(program, facts, at, name, occurrences).of(decision.id, record);
  const line = lineOf(parameter.type, points);
  if (!complete || line === null) return null;
  const tried = pointsAround(points, line);
  return tried.length === 0 ? null : tried.map(({ point }) => line.valueAt(point));
};

const withParameter = ({ program, facts }: World, name: string, value: Value): World => {
  const parameter = program.parameters.get(name)!;
  const set = { ...parameter, values: [{ from: null, region: null, value, source: null }] };
  return { program: { ...program, parameters: new Map([...program.parameters, [name, set]]) }, facts };
};
