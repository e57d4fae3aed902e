import type { FactRecord } from "../../model/facts.ts";
import type { Candidates } from "../../model/ir.ts";
import type { Step, Truth } from "../../model/outcome.ts";
import { straightMillimetres, coordinateOf, suppliedMillimetres } from "../distance.ts";
import { byId } from "../evaluate.ts";
import { membership, reachOf } from "../members.ts";
import { printDistance } from "../print.ts";
import { isOpen } from "../result.ts";
import type { Environment, Run } from "../run.ts";
import { resolve } from "../subject.ts";
import { conditionStep } from "./condition-step.ts";
import { stepAt } from "./place.ts";
import { reasonList } from "./sentence.ts";

/** At most so many candidates are told one by one. */
const SHOWN = 20;

/** The candidates that are counted, then those that may be; each with the steps of its own condition. */
export const candidateSteps = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
): readonly Step[] => {
  const reach = reachOf(run, candidates, environment);
  const except = candidates.except === null ? null : resolve(run, candidates.except, environment);
  const isExcepted = (record: FactRecord): boolean =>
    except !== null && !isOpen(except) && except.object === record.object && except.id === record.id;
  const told = byId(reach.records)
    .filter((record) => !isExcepted(record))
    .map((record) => ({
      record,
      truth: membership(run, candidates, environment, record, reach.inScope(record)),
    }));
  const counted = told.filter(({ truth }) => truth.kind === "true");
  const perhaps = told.filter(({ truth }) => truth.kind === "indeterminate");
  const shown = [...counted, ...perhaps].slice(0, SHOWN);
  const more = counted.length + perhaps.length - shown.length;
  return [
    ...shown.map(({ record, truth }) => candidateStep(run, candidates, environment, record, truth)),
    ...(more > 0
      ? [stepAt(run, candidates.origin, { kind: "candidate", note: `另有${more}个未逐一列出。` })]
      : []),
    ...(reach.unasked === null
      ? []
      : [
          stepAt(run, candidates.origin, {
            kind: "candidate",
            note: `有${reach.unasked.count}个无法判定是否在范围内：${reasonList(reach.unasked.reasons)}。`,
          }),
        ]),
  ];
};

/** 有2家（甲、乙）— how many are counted and how many may be. */
export const countPhrase = (run: Run, candidates: Candidates, environment: Environment): string => {
  const steps = candidateSteps(run, candidates, environment).filter((step) => step.truth !== null);
  const ids = (kind: Truth["kind"]): readonly string[] =>
    steps.filter((step) => step.truth?.kind === kind).map((step) => step.value ?? "");
  const [counted, perhaps] = [ids("true"), ids("indeterminate")];
  const list = counted.length === 0 ? "没有符合的" : `符合的有${counted.join("、")}`;
  return perhaps.length === 0 ? list : `${list}，不能判定的有${perhaps.join("、")}`;
};

const candidateStep = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
  record: FactRecord,
  truth: Truth,
): Step => {
  const inner = [...environment.slice(0, candidates.variable), record];
  const far = distancePhrase(run, candidates, environment, record);
  const open = truth.kind === "indeterminate" ? `不能判定：${reasonList(truth.reasons)}。` : "符合条件。";
  return stepAt(run, candidates.origin, {
    kind: "candidate",
    truth,
    value: record.id,
    source: record.source,
    note: `${candidates.object}“${record.id}”${far === null ? "" : `，${far}`}，${open}`,
    steps: [conditionStep(run, candidates.where, inner)],
  });
};

const distancePhrase = (
  run: Run,
  { scope }: Candidates,
  environment: Environment,
  record: FactRecord,
): string | null => {
  if (scope.kind !== "distance") return null;
  const from = resolve(run, scope.from, environment);
  if (isOpen(from)) return null;
  const walked = scope.metric === "walking" ? suppliedMillimetres(run, from, record) : null;
  if (walked !== null) return `步行距离${printDistance(walked)}`;
  const [start, end] = [coordinateOf(run, from, scope.fromField), coordinateOf(run, record, scope.toField)];
  if (isOpen(start) || isOpen(end) || start.system !== end.system) return null;
  return `直线距离${printDistance(straightMillimetres(start, end))}`;
};
