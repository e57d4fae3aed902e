import type { Focus, TruthLevel } from "../../analyse/difference-query.ts";
import type { Condition, Program } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import type { FoundRuleChange } from "../found-change.ts";
import { bearingOf, clausesReading, readsParameter, type Bearing, type Standing } from "./bearing.ts";
import type { Asked } from "./inquiry.ts";
import { weightOfOrders } from "./modality-weight.ts";
import type { Sides } from "./orientation.ts";
import type { RelationOf } from "./relation.ts";

/**
 * Questions whose answers show one change of the rules; any answer shows it. The first list has the other clauses out of
 * the way; where it has no answer, the second one only brings the changed clause into play.
 */
export const questionsFor = (
  sides: Sides,
  { change, clauses }: FoundRuleChange,
  relation: RelationOf,
): readonly (readonly Asked[])[] => {
  const isOneSided = sides.left.decision === null || sides.right.decision === null;
  if (change.severity === "wording" || isOneSided) return [];
  const differs: Asked["wanted"] = (left, right) => relation(left, right) !== "same";
  if (change.kind === "modality" || change.kind === "measure") return [orderQuestions(sides, differs)];
  const isParameter = change.kind.startsWith("parameter");
  const left = bearingIn(sides, "left", clauses.left, isParameter ? (change.left?.name ?? null) : null);
  const right = bearingIn(sides, "right", clauses.right, isParameter ? (change.right?.name ?? null) : null);
  // A guard that lets the same clauses through as before changes nothing.
  if (
    change.kind === "reading" &&
    isLive(sides.left.program, clauses.left) === isLive(sides.right.program, clauses.right)
  ) {
    return [];
  }
  const opens = change.kind === "threshold" || isParameter ? openSide(sides, left, right) : null;
  return [true, false].map((alone) =>
    focusesFor(left, right, opens, alone).map((focus) => ({
      wanted: differs,
      focus,
      keepParameters: opens !== null,
    })),
  );
};

/** The same record falls under both, and only what is ordered differs. */
const orderQuestions = ({ left, right }: Sides, differs: Asked["wanted"]): readonly Asked[] => {
  if (left.decision === null || right.decision === null) return [];
  if (weightOfOrders(left.decision, right.decision) === "same") return [];
  return [
    {
      wanted: (one, other) => one.status === other.status && differs(one, other),
      focus: [],
      keepParameters: false,
    },
  ];
};

const bearingIn = (
  sides: Sides,
  side: "left" | "right",
  clause: Condition | null,
  parameter: string | null,
): Bearing | null => {
  const { program, decision } = sides[side];
  if (decision === null) return null;
  const asked = clause ?? (parameter === null ? undefined : clausesReading(program, decision, parameter)[0]);
  return asked === undefined ? null : bearingOf(program, decision, asked);
};

/** Needs somebody's decision: a limit that is open. */
const OPEN: TruthLevel = 2;

/** The side on which a limit is open while the other one has it. */
const openSide = (
  { left, right }: Sides,
  leftBearing: Bearing | null,
  rightBearing: Bearing | null,
): Focus["side"] | null => {
  const isOpen = (program: Program, bearing: Bearing | null): boolean =>
    bearing !== null &&
    readsParameter(bearing.condition, (name) => program.parameters.get(name)?.values.length === 0);
  const [first, second] = [isOpen(left.program, leftBearing), isOpen(right.program, rightBearing)];
  return first === second ? null : first ? "left" : "right";
};

/** A clause of one side stands where it turns the result; clauses of both stand differently. */
const focusesFor = (
  left: Bearing | null,
  right: Bearing | null,
  opens: Focus["side"] | null,
  alone: boolean,
): readonly (readonly Focus[])[] => {
  const at = (side: Focus["side"], bearing: Bearing, levels: readonly TruthLevel[]): readonly Focus[] => [
    { side, condition: bearing.condition, levels },
    ...(alone ? bearing.beside.map((each: Standing) => ({ side, ...each })) : []),
  ];
  if (left !== null && right !== null) {
    if (opens !== null) {
      const [shut, shutSide] = opens === "left" ? [right, "right" as const] : [left, "left" as const];
      const open = opens === "left" ? left : right;
      return [[1], [0]].map((levels: readonly number[]) => [
        { side: opens, condition: open.condition, levels: [OPEN] },
        ...at(shutSide, shut, levels[0] === 1 ? [1] : [0]),
      ]);
    }
    return [
      [...at("left", left, [1]), ...at("right", right, [0])],
      [...at("left", left, [0]), ...at("right", right, [1])],
    ];
  }
  if (left !== null) return [at("left", left, left.levels)];
  return right === null ? [] : [at("right", right, right.levels)];
};

/** Whether the readings that guard a clause are those that are taken. */
const isLive = (program: Program, clause: Condition | null): boolean => {
  let live = clause !== null;
  if (clause === null) return live;
  visitCondition(clause, {
    condition: (part) => {
      if (part.kind === "reading") live &&= program.readings.get(part.reading)?.adopted === part.option;
    },
  });
  return live;
};
