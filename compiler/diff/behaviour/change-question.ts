import type { Focus, TruthLevel } from "../../analyse/difference-query.ts";
import type { Condition } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import type { FoundRuleChange } from "../found-change.ts";
import { bearingOf, clausesReading, type Bearing } from "./bearing.ts";
import type { Asked } from "./inquiry.ts";
import { weightOfOrders } from "./modality-weight.ts";
import type { Sides } from "./orientation.ts";
import type { RelationOf } from "./relation.ts";

/** Questions whose answers show one change of the rules; any answer shows it. */
export const questionsFor = (
  sides: Sides,
  { change, clauses }: FoundRuleChange,
  relation: RelationOf,
): readonly Asked[] => {
  if (change.severity === "wording" || change.kind === "ruleAdded" || change.kind === "ruleDeleted")
    return [];
  const differs: Asked["wanted"] = (left, right) => relation(left, right) !== "same";
  if (change.kind === "modality" || change.kind === "measure") return orderQuestions(sides, differs);
  const parameters = [change.left, change.right].map((place) =>
    change.kind.startsWith("parameter") ? (place?.name ?? null) : null,
  );
  const left = bearingIn(sides, "left", clauses.left, parameters[0] ?? null);
  const right = bearingIn(sides, "right", clauses.right, parameters[1] ?? null);
  return focusesFor(left, right)
    .map((focus) => ({
      wanted: differs,
      focus,
      keepParameters: focus.some(({ levels }) => levels.includes(OPEN)),
    }))
    .filter(({ keepParameters }) => !keepParameters || readsOpenParameter(sides, left, right));
};

/** Needs somebody's decision: a limit that is open. */
const OPEN: TruthLevel = 2;

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
  const read = parameter === null ? undefined : clausesReading(program, decision, parameter)[0];
  const asked = clause ?? read;
  return asked === undefined ? null : bearingOf(program, decision, asked);
};

/** A clause of one side stands where it turns the result; clauses of both stand differently. */
const focusesFor = (left: Bearing | null, right: Bearing | null): readonly (readonly Focus[])[] => {
  const at = (side: Focus["side"], { condition }: Bearing, ...levels: readonly TruthLevel[]): Focus => ({
    side,
    condition,
    levels,
  });
  if (left !== null && right !== null) {
    return [
      [at("left", left, 1), at("right", right, 0)],
      [at("left", left, 0), at("right", right, 1)],
      [at("left", left, OPEN), at("right", right, 0, 1)],
      [at("left", left, 0, 1), at("right", right, OPEN)],
    ];
  }
  if (left !== null) return [[at("left", left, ...left.levels)]];
  return right === null ? [] : [[at("right", right, ...right.levels)]];
};

/** Only where one of the clauses hangs on a parameter without a value does it stay open. */
const readsOpenParameter = ({ left, right }: Sides, ...bearings: readonly (Bearing | null)[]): boolean =>
  bearings.some((bearing) => {
    let open = false;
    if (bearing !== null) {
      visitCondition(bearing.condition, {
        term: (term) => {
          if (term.kind !== "parameter") return;
          open ||= [left, right].some(
            ({ program }) => program.parameters.get(term.name)?.values.length === 0,
          );
        },
      });
    }
    return open;
  });
