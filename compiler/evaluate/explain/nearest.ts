import { compare, divide, negate, subtract, ZERO, type Rational } from "../../../language/index.ts";
import type { FactRecord } from "../../model/facts.ts";
import type { Condition, Decision } from "../../model/ir.ts";
import type { Change, Status } from "../../model/outcome.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { basisNames } from "../basis-name.ts";
import { judge } from "../judge.ts";
import { printDecided, printValue } from "../print.ts";
import { sameValue } from "../result.ts";
import { startRun, type Judgement, type Run } from "../run.ts";
import { decisionsBehind, visitDecision } from "../../model/walk.ts";
import { withFacts, withRecord } from "./changed-facts.ts";
import { dateThresholds, numberThresholds, ownConditions } from "./threshold.ts";

/**
 * The fewest known facts of the judged record, at most three, that would have to be different for another result;
 * of several the one with the smallest distance. The work is bounded: null means that none was found, not that there is none.
 */
export const nearestChange = (run: Run, decision: Decision, record: FactRecord): Change | null => {
  const current = judge(run, decision.id, record);
  if (current.reasons.length > 0) return null;
  const moves = movesOf(run, decision, record, current);
  let trials = trialsFor(run, decision);
  for (let size = 1; size <= MOST_CHANGES; size += 1) {
    let best: { readonly change: Change; readonly cost: number } | null = null;
    for (const chosen of combinations(moves, size)) {
      if (trials === 0) break;
      const cost = chosen.reduce((sum, move) => sum + move.cost, 0);
      if (best !== null && best.cost <= cost) continue;
      trials -= 1;
      const change = tryMoves(run, decision, record, current, chosen);
      if (change !== null) best = { change, cost };
    }
    if (best !== null) return best.change;
  }
  return null;
};

const MOST_CHANGES = 3;

interface Move {
  readonly field: string;
  readonly type: Type;
  readonly from: Value;
  readonly to: Value;
  /** Between 0 and 1: how far a number moves in proportion; 1 for anything else. */
  readonly cost: number;
}

const tryMoves = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  current: Judgement,
  moves: readonly Move[],
): Change | null => {
  const changed = withFacts(
    record,
    moves.map(({ field, to }) => [field, to] as const),
  );
  const trial = startRun(run.program, withRecord(run.facts, changed), run.at, run.readings);
  const found = judge(trial, decision.id, changed);
  if (!isAnotherResult(current, found)) return null;
  return {
    changes: moves.map(({ field, type, from, to }) => ({
      object: record.object,
      id: record.id,
      field,
      from: printValue(from, type),
      to: printValue(to, type),
      toValue: to,
    })),
    status: found.status,
    value: found.value === null ? null : printDecided(found.value, decision),
  };
};

/** A record that is no longer of the kind that the rule is about is no answer to 差多少. */
const isAnotherResult = (current: Judgement, found: Judgement): boolean => {
  if (found.reasons.length > 0 || found.notApplicable?.kind === "subject") return false;
  if (UNDECIDED.has(found.status)) return false;
  // An exemption is no way to make a condition hold that does not.
  if (current.status === "不成立" && found.status === "不适用") return false;
  if (found.status !== current.status) return true;
  return current.value !== null && found.value !== null && !sameValue(current.value, found.value);
};

const UNDECIDED: ReadonlySet<Status> = new Set(["未知", "需裁量"]);

/** Other values of the facts that the result can depend on; facts that decided it come first. */
const movesOf = (run: Run, decision: Decision, record: FactRecord, current: Judgement): readonly Move[] => {
  const decisions = [...decisionsBehind(run.program, decision.id)];
  const conditions = ownConditions(run, decisions, record.object);
  const decisive = new Set(basisNames(run, decision, record, current));
  const fields = fieldsRead(run, decisions, record.object);
  return [...fields]
    .sort(
      (left, right) => Number(decisive.has(right)) - Number(decisive.has(left)) || (left < right ? -1 : 1),
    )
    .flatMap((field) => movesOfField(run, record, field, conditions));
};

const movesOfField = (
  run: Run,
  record: FactRecord,
  field: string,
  conditions: readonly Condition[],
): readonly Move[] => {
  const type = run.program.objects.get(record.object)?.fields.get(field)?.type;
  const from = record.facts.get(field);
  if (type === undefined || from === undefined) return [];
  return valuesToTry(run, record, field, type, from, conditions)
    .filter((to) => !sameValue(from, to))
    .map((to) => ({ field, type, from, to, cost: costOf(from, to) }));
};

const valuesToTry = (
  run: Run,
  record: FactRecord,
  field: string,
  type: Type,
  from: Value,
  conditions: readonly Condition[],
): readonly Value[] => {
  switch (type.kind) {
    case "boolean":
      return from.kind === "boolean" ? [{ kind: "boolean", value: !from.value }] : [];
    case "enumeration":
      return type.values.map((value) => ({ kind: "enumeration", value }));
    case "number":
      return numberThresholds(run, record, field, type, conditions);
    case "date":
      return dateThresholds(run, record, field, conditions);
    case "text":
    case "coordinate":
    case "reference":
      return [];
  }
};

const fieldsRead = (run: Run, decisions: readonly Decision[], object: string): ReadonlySet<string> => {
  const fields = new Set<string>();
  for (const decision of decisions) {
    visitDecision(run.program, decision, {
      term: (term) => {
        if (term.kind === "field" && term.of.kind === "variable" && term.of.object === object)
          fields.add(term.field);
      },
    });
  }
  return fields;
};

const costOf = (from: Value, to: Value): number => {
  if (from.kind === "date" && to.kind === "date")
    return Math.min(1, Math.abs(to.value - from.value) / 36_500);
  if (from.kind !== "number" || to.kind !== "number") return 1;
  const [before, after] = [magnitude(from.value), magnitude(to.value)];
  const larger = compare(before, after) > 0 ? before : after;
  const share = divide(magnitude(subtract(to.value, from.value)), larger);
  return share === null ? 0 : Math.min(1, Number(share.numerator) / Number(share.denominator));
};

const magnitude = (value: Rational): Rational => (compare(value, ZERO) < 0 ? negate(value) : value);

/** Every choice of so many moves of different facts, in a fixed order. */
function* combinations(
  moves: readonly Move[],
  size: number,
  from = 0,
  taken: readonly Move[] = [],
): Generator<readonly Move[]> {
  if (taken.length === size) {
    yield taken;
    return;
  }
  for (let index = from; index < moves.length; index += 1) {
    const move = moves[index]!;
    if (taken.some((other) => other.field === move.field)) continue;
    yield* combinations(moves, size, index + 1, [...taken, move]);
  }
}

const MOST_TRIALS = 4000;
const FEWEST_TRIALS = 20;
const WORK = 2_000_000;

/** Fewer trials where each asks many records. */
const trialsFor = (run: Run, decision: Decision): number => {
  let cost = 20;
  for (const behind of decisionsBehind(run.program, decision.id)) {
    if (behind.kind === "ranking") cost += run.facts.records(behind.object).length;
    visitDecision(run.program, behind, {
      candidates: ({ object }) => {
        cost += run.facts.records(object).length;
      },
    });
  }
  return Math.max(FEWEST_TRIALS, Math.min(MOST_TRIALS, Math.floor(WORK / cost)));
};
