import { compare } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Decision, Program, Property } from "../model/ir.ts";
import {
  decisionsBehind,
  evaluate,
  evaluateCondition,
  judge,
  printDecided,
  sameValue,
  startRun,
  type Judgement,
  type Run,
} from "../evaluate/index.ts";
import { withRaised, type Raised } from "./raise.ts";

/** A record for which a 性质 does not hold, and what happens there. */
export interface Violation {
  readonly record: FactRecord;
  readonly decision: Decision;
  readonly words: string;
  /** For 单调: the greater amount with which the result steps back. */
  readonly raised: Raised | null;
}

/** Which records are asked, and for 单调 which greater amounts are tried; all of them where absent. */
export interface Asked {
  readonly record?: { readonly object: string; readonly id: string };
  readonly raised?: typeof withRaised;
}

/** The decisions that a 性质 is about, by id or by name. */
export const decisionsOf = (program: Program, property: Property): readonly Decision[] => {
  const named = (name: string): readonly Decision[] =>
    program.decisions.filter((decision) => decision.id === name || decision.name === name);
  return property.kind === "notWiderThan"
    ? [...named(property.decision), ...named(property.than)]
    : named(property.decision);
};

/** The first record of a small register that breaks the law, or null. What is undecided breaks nothing. */
export const violationOf = (run: Run, property: Property, asked: Asked = {}): Violation | null => {
  const decisions = decisionsOf(run.program, property);
  const first = firstOf(run, asked);
  switch (property.kind) {
    case "noConflict":
      return first(decisions, (decision, record) =>
        inConflict(run, decision, record)
          ? `“${decision.name}”为冲突${candidates(run, decision, record)}`
          : null,
      );
    case "noGap":
      return first(decisions, (decision, record) =>
        judge(run, decision.id, record).status === "未认定" ? `“${decision.name}”为未认定` : null,
      );
    case "monotone":
      return first(decisions, (decision, record) =>
        notMonotone(run, property, decision, record, asked.raised),
      );
    case "notWiderThan":
      return first(
        decisions.filter((decision) => matches(decision, property.decision)),
        (decision, record) => wider(run, property, decision, record),
      );
    case "forAll":
      return first(
        decisions.filter(({ object }) => object === property.object),
        (decision, record) =>
          evaluateCondition(run, property.condition, [record]).kind === "true"
            ? unlike(run, property, decision, record)
            : null,
      );
  }
};

/** Every decision that a 性质 reads, through however many others; the condition of 任一…的 as a definition. */
export const decisionsRead = (program: Program, property: Property): readonly Decision[] => {
  const condition: readonly Decision[] =
    property.kind === "forAll"
      ? [
          {
            kind: "definition",
            id: CONDITION,
            name: CONDITION,
            object: property.object,
            origin: property.origin,
            condition: property.condition,
          },
        ]
      : [];
  const asking = { ...program, decisions: [...program.decisions, ...condition] };
  const roots = [...decisionsOf(program, property), ...condition];
  return [...new Set(roots.flatMap(({ id }) => decisionsBehind(asking, id)))];
};

const CONDITION = "·条件·";

type Found = string | Pick<Violation, "words" | "raised"> | null;

const firstOf =
  (run: Run, { record: only }: Asked) =>
  (
    decisions: readonly Decision[],
    ask: (decision: Decision, record: FactRecord) => Found,
  ): Violation | null => {
    for (const decision of decisions) {
      for (const record of run.facts.records(decision.object)) {
        if (only !== undefined && (only.object !== record.object || only.id !== record.id)) continue;
        const found = ask(decision, record);
        if (found === null) continue;
        const { words, raised } = typeof found === "string" ? { words: found, raised: null } : found;
        return { record, decision, words, raised };
      }
    }
    return null;
  };

const matches = (decision: Decision, name: string): boolean => decision.id === name || decision.name === name;

const inConflict = (run: Run, decision: Decision, record: FactRecord): boolean => {
  if (decision.kind !== "measure") return judge(run, decision.id, record).status === "冲突";
  if (judge(run, decision.id, record).status !== "成立") return false;
  const { conflicts } = evaluate(run.program, run.facts, { at: run.at, readings: run.readings });
  return conflicts.some(
    (conflict) =>
      conflict.object === record.object &&
      conflict.id === record.id &&
      [conflict.left.rule, conflict.right.rule].includes(decision.name),
  );
};

const candidates = (run: Run, decision: Decision, record: FactRecord): string => {
  const found = judge(run, decision.id, record).candidates.map((value) => printDecided(value, decision));
  return found.length === 0 ? "" : `（${found.join("、")}）`;
};

/** The result of the same record with more of the field may not step back. */
const notMonotone = (
  run: Run,
  property: Extract<Property, { kind: "monotone" }>,
  decision: Decision,
  record: FactRecord,
  raise: typeof withRaised = withRaised,
): Found => {
  const before = judge(run, decision.id, record);
  for (const raised of raise(run, record, property.field, decision)) {
    const after = judge(
      startRun(run.program, raised.facts, run.at, run.readings),
      decision.id,
      raised.record,
    );
    const step = compareJudgements(decision, before, after);
    if (step !== null && (property.direction === "increasing" ? step < 0 : step > 0)) {
      const words = `“${property.field}”增至${raised.print}后，“${decision.name}”由${inPrint(decision, before)}变为${inPrint(decision, after)}`;
      return { words, raised };
    }
  }
  return null;
};

/** Positive where the result rises; null where the two cannot be compared. */
const compareJudgements = (decision: Decision, before: Judgement, after: Judgement): number | null => {
  const [low, high] = [RANK[before.status], RANK[after.status]];
  if (low !== undefined && high !== undefined) return high - low;
  const [from, to] = [before.value, after.value];
  if (from?.kind === "number" && to?.kind === "number") return compare(to.value, from.value);
  if (from?.kind !== "enumeration" || to?.kind !== "enumeration" || decision.kind !== "classification")
    return null;
  const order = decision.type.kind === "enumeration" ? decision.type.ascending : null;
  if (order === null || !order.includes(from.value) || !order.includes(to.value)) return null;
  return order.indexOf(to.value) - order.indexOf(from.value);
};

const RANK: Readonly<Partial<Record<Judgement["status"], number>>> = {
  成立: 1,
  不成立: 0,
  符合: 1,
  不符合: 0,
};

const wider = (
  run: Run,
  property: Extract<Property, { kind: "notWiderThan" }>,
  decision: Decision,
  record: FactRecord,
): string | null => {
  if (RANK[judge(run, decision.id, record).status] !== 1) return null;
  const others = run.program.decisions.filter(
    (other) => matches(other, property.than) && other.object === decision.object,
  );
  const found = others.map((other) => judge(run, other.id, record));
  const covered = found.some((other) => RANK[other.status] === 1 || other.reasons.length > 0);
  if (covered || found.length === 0) return null;
  return `“${decision.name}”${judge(run, decision.id, record).status}而“${property.than}”${found[0]!.status}`;
};

const unlike = (
  run: Run,
  property: Extract<Property, { kind: "forAll" }>,
  decision: Decision,
  record: FactRecord,
): string | null => {
  const judgement = judge(run, decision.id, record);
  const same =
    property.value === null
      ? judgement.status === property.status
      : judgement.value !== null && sameValue(judgement.value, property.value);
  const undecided = judgement.reasons.length > 0 && !same;
  return undecided || same !== property.negated
    ? null
    : `“${decision.name}”为${inPrint(decision, judgement)}`;
};

const inPrint = (decision: Decision, judgement: Judgement): string =>
  judgement.value === null ? judgement.status : printDecided(judgement.value, decision);
