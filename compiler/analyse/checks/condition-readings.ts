import type { Condition, Program } from "../../model/ir.ts";
import { decisionsBehind, visitCondition, visitDecision } from "../../model/walk.ts";

/** Which option each of some readings is taken in. */
export type Taken = ReadonlyMap<string, number>;

export const AS_ADOPTED: Taken = new Map();

/** More ways to take readings than this are not tried; the adopted way is always among them. */
const MOST_WAYS = 8;

export interface Ways {
  readonly ways: readonly Taken[];
  /** Whether these are all the ways there are. */
  readonly complete: boolean;
}

/**
 * The ways to take the readings that some clauses name, the adopted way first. What the way to the clauses already
 * asks for (`fixed`) stays: a clause is asked about where it is alive.
 */
export const waysToRead = (program: Program, clauses: readonly Condition[], fixed: Taken): Ways => {
  let ways: readonly Taken[] = [fixed];
  let complete = true;
  for (const name of readingsIn(program, clauses)) {
    const reading = program.readings.get(name);
    if (reading === undefined || fixed.has(name)) continue;
    const first = reading.adopted ?? 1;
    const others = reading.options.map(({ number }) => number).filter((number) => number !== first);
    const known = ways;
    ways = [first, ...others].flatMap((option) => known.map((way) => new Map(way).set(name, option)));
    complete &&= ways.length <= MOST_WAYS;
    ways = ways.slice(0, MOST_WAYS);
  }
  return { ways, complete };
};

/** The readings that clauses name, and those of the decisions that they use: these too may leave a clause dead. */
const readingsIn = (program: Program, clauses: readonly Condition[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const addBehind = (decision: string): void => {
    for (const name of readingsBehind(program, decision)) names.add(name);
  };
  for (const clause of clauses)
    visitCondition(clause, {
      condition: (condition) => {
        if (condition.kind === "reading") names.add(condition.reading);
        if (condition.kind === "defined") addBehind(condition.decision);
      },
      term: (term) => {
        if (term.kind === "decision") addBehind(term.decision);
      },
    });
  return names;
};

const readingsBehind = (program: Program, decision: string): ReadonlySet<string> => {
  const known = behind.get(program) ?? new Map<string, ReadonlySet<string>>();
  behind.set(program, known);
  const found = known.get(decision) ?? readingsOf(program, decision);
  known.set(decision, found);
  return found;
};

const behind = new WeakMap<Program, Map<string, ReadonlySet<string>>>();

const readingsOf = (program: Program, decision: string): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const each of decisionsBehind(program, decision))
    visitDecision(program, each, {
      condition: (condition) => {
        if (condition.kind === "reading") names.add(condition.reading);
      },
    });
  return names;
};

/** What is taken otherwise than the policy adopts it; only that has to be said. */
export const otherThanAdopted = (program: Program, taken: Taken): Taken =>
  new Map([...taken].filter(([name, option]) => program.readings.get(name)?.adopted !== option));

/** How the policy adopts every reading. */
export const adoptedOf = (program: Program): Taken =>
  new Map(
    [...program.readings.values()].flatMap(({ name, adopted }) =>
      adopted === null ? [] : [[name, adopted] as const],
    ),
  );

/** A clause without what holds, or fails, only because of the way in which readings are taken. */
export const underReadings = (condition: Condition, taken: Taken): Condition => {
  switch (condition.kind) {
    case "reading": {
      const option = taken.get(condition.reading);
      return option === undefined ? condition : constant(condition, option === condition.option);
    }
    case "all":
    case "any": {
      const absorbing = condition.kind === "any";
      const operands = condition.operands.map((operand) => underReadings(operand, taken));
      if (operands.some((operand) => isConstant(operand, absorbing))) return constant(condition, absorbing);
      const left = operands.filter((operand) => !isConstant(operand, !absorbing));
      if (left.length === 0) return constant(condition, !absorbing);
      return left.length === 1 ? left[0]! : { ...condition, operands: left };
    }
    case "atLeast": {
      const operands = condition.operands.map((operand) => underReadings(operand, taken));
      return { ...condition, operands };
    }
    case "not": {
      const operand = underReadings(condition.operand, taken);
      return operand.kind === "constant" ? constant(condition, !operand.value) : { ...condition, operand };
    }
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "defined":
      return condition;
  }
};

const constant = ({ origin }: Condition, value: boolean): Condition => ({ kind: "constant", value, origin });

export const isConstant = (condition: Condition, value: boolean): boolean =>
  condition.kind === "constant" && condition.value === value;

/** 限「…」读法二 beside a clause: the reading under which it is alive. */
export const guardsAmong = (operands: readonly Condition[], kind: "all" | "any"): Taken => {
  const taken = new Map<string, number>();
  for (const operand of operands) {
    const guard = kind === "all" ? operand : operand.kind === "not" ? operand.operand : null;
    if (guard?.kind === "reading") taken.set(guard.reading, guard.option);
  }
  return taken;
};

/** The readings under which a whole clause is alive. */
export const guardsOf = (clause: Condition): Taken => {
  if (clause.kind === "reading") return new Map([[clause.reading, clause.option]]);
  return clause.kind === "all" || clause.kind === "any"
    ? guardsAmong(clause.operands, clause.kind)
    : AS_ADOPTED;
};

/** The reading itself or its denial: no clause that facts could decide. */
export const isGuard = (condition: Condition): boolean =>
  condition.kind === "reading" || (condition.kind === "not" && condition.operand.kind === "reading");
