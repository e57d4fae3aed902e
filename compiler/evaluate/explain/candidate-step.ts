import type { FactRecord } from "../../model/facts.ts";
import type { Candidates } from "../../model/ir.ts";
import type { Step } from "../../model/outcome.ts";
import { straightMillimetres, coordinateOf, suppliedMillimetres } from "../distance.ts";
import { byId } from "../by-id.ts";
import { exceptedRecord, findMembers, membership, reachOf, unaskedBeside } from "../members.ts";
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
  const { counted, perhaps, unasked } = tally(run, candidates, environment);
  const shown = [...counted, ...perhaps].slice(0, SHOWN);
  const more = counted.length + perhaps.length - shown.length;
  const say = (note: string): Step => stepAt(run, candidates.origin, { kind: "candidate", note });
  return [
    ...shown.map((record) => candidateStep(run, candidates, environment, record)),
    ...(more > 0 ? [say(`另有${more}个未逐一列出。`)] : []),
    ...(unasked.count > 0
      ? [say(`有${unasked.count}个无法判定是否在范围内：${reasonList(unasked.reasons)}。`)]
      : []),
  ];
};

/** 符合条件的机构有2个（甲、乙）— how many are counted and how many may be. */
export const countPhrase = (run: Run, candidates: Candidates, environment: Environment): string => {
  const { counted, perhaps, unasked } = tally(run, candidates, environment);
  const found =
    counted.length === 0
      ? `没有符合条件的${candidates.object}`
      : `符合条件的${candidates.object}有${named(counted)}`;
  const open = perhaps.length + unasked.count;
  if (open === 0) return found;
  return `${found}，不能判定的有${unasked.count === 0 ? named(perhaps) : `${open}个`}`;
};

const named = (records: readonly FactRecord[]): string => {
  const shown = records
    .slice(0, NAMED)
    .map((record) => record.id)
    .join("、");
  return `${records.length}个（${shown}${records.length > NAMED ? "等" : ""}）`;
};

/** At most so many are named in a sentence. */
const NAMED = 5;

interface Tally {
  readonly counted: readonly FactRecord[];
  readonly perhaps: readonly FactRecord[];
  readonly unasked: ReturnType<typeof unaskedBeside>;
}

const tally = (run: Run, candidates: Candidates, environment: Environment): Tally => {
  const members = findMembers(run, candidates, environment);
  const excepted = exceptedRecord(run, candidates, environment);
  const others = (records: readonly FactRecord[]): readonly FactRecord[] =>
    byId(records.filter((record) => record.id !== excepted?.id));
  return {
    counted: others(members.certain),
    perhaps: others(members.undecided.map(({ record }) => record)),
    unasked: unaskedBeside(members, excepted),
  };
};

const candidateStep = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
  record: FactRecord,
): Step => {
  const truth = membership(
    run,
    candidates,
    environment,
    record,
    reachOf(run, candidates, environment).inScope(record),
  );
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
