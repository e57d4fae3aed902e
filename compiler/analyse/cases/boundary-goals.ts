import { multiply, rational, type Rational } from "../../../language/index.ts";
import type { Candidates, ComparisonOperator, Condition, Program, Term } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { neverNegative, smallestStep } from "../boundary.ts";
import { allOf, anyOf, notThat } from "../checks/conditions.ts";
import { atomsIn, clausesOf } from "./atoms.ts";
import { clauseInWords, type Goal } from "./goal.ts";
import { daysBeside, valueOf } from "./period-days.ts";

/** Below a threshold, at it, above it. */
type Side = -1 | 0 | 1;

const SIDES = [-1, 0, 1] as const satisfies readonly Side[];

/** Around every threshold of number, period, distance, count or order three worlds: below, at, above. */
export const boundaryGoals = (
  program: Program,
  /** With an amount for every open parameter, so that a period has a length. */
  settled: Program,
  at: Day,
): readonly Goal[] =>
  clausesOf(program).flatMap(({ owner, conditions }) =>
    conditions.flatMap(atomsIn).flatMap((atom) =>
      SIDES.flatMap((side): readonly Goal[] => {
        const around = aroundOf(settled, atom, side, at);
        if (around === null) return [];
        return [
          {
            kind: "boundaries",
            owner,
            origin: atom.origin,
            title: `${WHERE[`${side}`]}${clauseInWords(atom)}的界限`,
            asks: { kind: "replaced", clause: atom, ...around },
            reached: null,
          },
        ];
      }),
    ),
  );

const WHERE = { "-1": "略低于", "0": "恰在", "1": "略高于" } as const;

type Around = Pick<Extract<Goal["asks"], { kind: "replaced" }>, "by" | "loosely">;

/** The clause turned round there alone: who decides otherwise then, stands there. Null: it has no such threshold. */
const aroundOf = (program: Program, atom: Condition, side: Side, at: Day): Around | null => {
  switch (atom.kind) {
    case "compare":
      return aroundValue(program, atom, side);
    case "compareOrder": {
      const there: Condition = { ...atom, operator: RELATION[`${side}`] };
      const turned = turnedAt(atom, atom.operator, side, there);
      return { by: turned, loosely: turned };
    }
    case "elapsed": {
      const there: Condition = { ...atom, operator: RELATION[`${side}`] };
      const loosely = turnedAt(atom, atom.operator, side, there);
      const days = side === 0 ? [] : daysBeside(program, atom, side, at);
      if (days.length === 0) return { by: loosely, loosely };
      const near: Condition = {
        kind: "compare",
        operator: "=",
        word: "",
        left: atom.from,
        right: {
          kind: "literal",
          value: { kind: "date", value: days[0]! },
          type: atom.from.type,
          origin: atom.origin,
        },
        origin: atom.origin,
      };
      return { by: turnedAt(atom, atom.operator, side, near), loosely };
    }
    case "exists":
      return aroundCandidates(atom, side);
    case "constant":
    case "all":
    case "any":
    case "atLeast":
    case "not":
    case "holds":
    case "oneOf":
    case "same":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

const RELATION = { "-1": "<", "0": "=", "1": ">" } as const;

/** True where it was false and the other way round, as soon as a value stands `there`, which is on that side. */
const turnedAt = (atom: Condition, operator: ComparisonOperator, side: Side, there: Condition): Condition =>
  holds(side, operator) ? allOf(atom.origin, [atom, notThat(there)]) : anyOf(atom.origin, [atom, there]);

const aroundValue = (
  program: Program,
  atom: Extract<Condition, { kind: "compare" }>,
  side: Side,
): Around | null => {
  const limit = valueOf(program, atom.right);
  const isZero = limit?.kind === "number" && limit.value.numerator === 0n;
  if (side < 0 && isZero && neverNegative(atom.left.type)) return null;
  const loosely = turnedAt(atom, atom.operator, side, { ...atom, operator: RELATION[`${side}`] });
  const beside = side === 0 ? null : besideOf(program, atom, side);
  if (beside === null) return { by: loosely, loosely };
  const near: Condition = { ...atom, operator: "=", right: beside };
  return { by: turnedAt(atom, atom.operator, side, near), loosely };
};

/** The nearest value on that side; null for a day that is not written. */
const besideOf = (
  program: Program,
  { left, right }: Extract<Condition, { kind: "compare" }>,
  side: -1 | 1,
): Term | null => {
  const step = stepBetween(left, right);
  if (step !== null) return plus(right, multiply(step, rational(side)));
  const day = valueOf(program, right);
  return day?.kind === "date"
    ? {
        kind: "literal",
        value: { kind: "date", value: day.value + side },
        type: right.type,
        origin: right.origin,
      }
    : null;
};

/** By how much a fact differs at least; null for dates. */
const stepBetween = (left: Term, right: Term): Rational | null => {
  const field = [left, right].find(({ kind }) => kind === "field") ?? left;
  return field.type.kind === "number" ? smallestStep(field.type) : null;
};

const plus = (term: Term, value: Rational): Term => ({
  kind: "arithmetic",
  operator: "add",
  left: term,
  right: { kind: "literal", value: { kind: "number", value }, type: term.type, origin: term.origin },
  type: term.type,
  origin: term.origin,
});

type Existence = Extract<Condition, { kind: "exists" }>;

const aroundCandidates = (atom: Existence, side: Side): Around | null => {
  if (atom.candidates.scope.kind === "distance") return aroundDistance(atom, side);
  const { count } = atom;
  const number = count.kind === "literal" && count.value.kind === "number" ? count.value.value : null;
  // One or none is what deciding the clause at all shows.
  if (number === null || number.numerator < 2n) return null;
  const near: Condition = { ...atom, quantifier: "exactly", count: plus(count, rational(side)) };
  const operator = ({ atLeast: ">=", atMost: "<=", exactly: "=" } as const)[atom.quantifier];
  const turned = turnedAt(atom, operator, side, near);
  return { by: turned, loosely: turned };
};

/** A metre nearer, right at the limit, a metre farther: by what the limit being another would change. */
const aroundDistance = (atom: Existence, side: Side): Around | null => {
  const { candidates } = atom;
  const within = (metres: number): Condition => ({ ...atom, candidates: shifted(candidates, metres) });
  const nearer = allOf(atom.origin, [atom, notThat(within(-1))]);
  const anywhere: Condition = { ...atom, candidates: { ...candidates, scope: { kind: "everywhere" } } };
  // Between two places on the globe no distance is right at a limit.
  const isWalked = candidates.scope.kind === "distance" && candidates.scope.metric === "walking";
  switch (side) {
    case -1:
      return { by: isWalked ? anyOf(atom.origin, [within(-2), nearer]) : nearer, loosely: nearer };
    case 0:
      return isWalked ? { by: within(-1), loosely: within(-1) } : null;
    case 1:
      return { by: isWalked ? within(1) : anywhere, loosely: anywhere };
  }
};

const shifted = (candidates: Candidates, metres: number): Candidates =>
  candidates.scope.kind === "distance"
    ? { ...candidates, scope: { ...candidates.scope, limit: plus(candidates.scope.limit, rational(metres)) } }
    : candidates;

/** Whether a value on a side of the limit stands in the relation. */
const holds = (side: Side, operator: ComparisonOperator): boolean => {
  switch (operator) {
    case "=":
      return side === 0;
    case "!=":
      return side !== 0;
    case "<":
      return side < 0;
    case "<=":
      return side <= 0;
    case ">":
      return side > 0;
    case ">=":
      return side >= 0;
  }
};
