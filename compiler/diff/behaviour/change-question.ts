import type { DifferenceQuery, Focus, TruthLevel } from "../../analyse/difference-query.ts";
import { replayWanted, type Also } from "../../analyse/witness/index.ts";
import type { Condition } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import type { FoundRuleChange } from "../found-change.ts";
import { bearingOf, clausesReading, type Bearing, type Standing } from "./bearing.ts";
import type { Asked } from "./inquiry.ts";
import { weightOfOrders } from "./modality-weight.ts";
import { clauseAround, withoutClause } from "./neutral.ts";
import { openLimitQuestions, openSide } from "./open-limit.ts";
import type { Sides } from "./orientation.ts";
import type { RelationOf } from "./relation.ts";
import { tierOf, UNDECIDED } from "./tier.ts";

/** How one change of the rules is brought into play. */
export interface ChangeQuestions {
  /** Asked one list after the other, until one has an answer; in the first one the other clauses are out of the way. */
  readonly stages: readonly (readonly Asked[])[];
  /** An example that answers one of these shows the change, whatever it was found for. */
  readonly shows: readonly Asked[];
  /** So does one that answers one of these, where no other change shows itself in it. */
  readonly mayShow: readonly Asked[];
}

export const questionsFor = (
  sides: Sides,
  found: FoundRuleChange,
  at: Day,
  relation: RelationOf,
): ChangeQuestions => {
  const { change, clauses } = found;
  if (change.severity === "wording" || sides.left.decision === null || sides.right.decision === null)
    return NONE;
  const wanted: Asked["wanted"] = (left, right) => relation(left, right) !== "same";
  if (change.kind === "modality" || change.kind === "measure") {
    const questions = orderQuestions(sides, wanted);
    return { stages: [questions], shows: questions, mayShow: [] };
  }
  if (sides.left.decision.kind === "indicator") {
    // A number has no clauses: where it is another one, what changed in it shows.
    const questions: readonly Asked[] = [{ wanted, focus: [], keepParameters: false }];
    return { stages: [questions], shows: questions, mayShow: [] };
  }
  const isParameter = change.kind.startsWith("parameter");
  const left = bearingIn(sides, "left", clauses.left, isParameter ? (change.left?.name ?? null) : null);
  const right = bearingIn(sides, "right", clauses.right, isParameter ? (change.right?.name ?? null) : null);
  // A guard that lets the same clauses through as before changes nothing.
  if (change.kind === "reading" && (left === null) === (right === null)) return NONE;
  const stages = [true, false].map((alone) =>
    focusesFor(left, right, alone).map((focus): Asked => ({ wanted, focus, keepParameters: false })),
  );
  const around = onlyAround(sides, found, at, relation);
  if (around !== null) {
    const alone = stages.map((stage) => stage.map((asked): Asked => ({ ...asked, also: around })));
    return { stages: alone, shows: alone.flat(), mayShow: [] };
  }
  const opens = change.kind === "threshold" || isParameter ? openSide(sides, left, right) : null;
  if (opens === null) return { stages, shows: stages[0]!, mayShow: [] };
  const open = openLimitQuestions(sides, at, opens, left!, right!);
  // A world may also set the open limit, and then the two limits differ.
  return { stages: open, shows: open.flat(), mayShow: stages[0]! };
};

const NONE: ChangeQuestions = { stages: [], shows: [], mayShow: [] };

/** A change of what is asked of the records around shows alone where both sides agree once neither asks it. */
const onlyAround = (
  sides: Sides,
  { change, clauses }: FoundRuleChange,
  at: Day,
  relation: RelationOf,
): Also | null => {
  const [left, right] = [
    clauseAround(clauses.left, change.before),
    clauseAround(clauses.right, change.after),
  ];
  if (left === null && right === null) return null;
  const neutral: DifferenceQuery = {
    left: withoutClause(sides.left, left),
    right: withoutClause(sides.right, right),
    at,
    // Facts that only one side then needs may be missing.
    wanted: (one, other) => relation(one, other) === "same" || tierOf(one, other) >= UNDECIDED,
    focus: [],
    keepParameters: false,
  };
  return (world, judged) => replayWanted(neutral, world, judged) !== null;
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

/** A clause of one side stands where it turns the result; clauses of both stand differently. */
const focusesFor = (
  left: Bearing | null,
  right: Bearing | null,
  alone: boolean,
): readonly (readonly Focus[])[] => {
  const at = (side: Focus["side"], bearing: Bearing, levels: readonly TruthLevel[]): readonly Focus[] => [
    { side, condition: bearing.condition, levels },
    ...(alone ? bearing.beside.map((each: Standing) => ({ side, ...each })) : []),
  ];
  if (left !== null && right !== null) {
    return [
      [...at("left", left, [1]), ...at("right", right, [0])],
      [...at("left", left, [0]), ...at("right", right, [1])],
    ];
  }
  if (left !== null) return [at("left", left, left.levels)];
  return right === null ? [] : [at("right", right, right.levels)];
};
