import type { Condition, Term } from "../../model/ir.ts";
import { open, when, type Cases } from "./cases.ts";
import { onlyVariable } from "./expression.ts";
import { ANY_DAY, ANY_NUMBER } from "./grid.ts";
import { choose } from "./logic.ts";
import { declare, numberOf, type Places, type View } from "./stage.ts";
import type { Truth } from "./truth.ts";

/**
 * A condition that is not taken apart can stand at any level; one that both programs ask alike of the same records
 * stands at the same. So more is thought possible than is, and what is found impossible stays so.
 */
export const opaqueCondition = (view: View, condition: Condition, places: Places, why: string): Truth => {
  const variable = JSON.stringify(["condition", view.structure.condition(condition), ...namesOf(places)]);
  declare(view.stage, { kind: "opaque condition", variable, side: view.side, condition, places }, 4, null);
  view.stage.opaque.add(why);
  return {
    no: choose(variable, 4, [0]),
    yes: choose(variable, 4, [1]),
    unknown: choose(variable, 4, [3]),
  };
};

/** The same for a number or a day; any other value is one that satisfies and fails everything. */
export const opaqueTerm = (view: View, term: Term, places: Places, why: string): Cases | null => {
  const { kind } = term.type;
  if (kind !== "number" && kind !== "date") return null;
  const variable = JSON.stringify(["term", view.structure.term(term), ...namesOf(places)]);
  const range = kind === "date" ? ANY_DAY : ANY_NUMBER;
  declare(view.stage, { kind: "opaque term", variable, side: view.side, term, places }, 3, range);
  view.stage.opaque.add(why);
  return [
    when(choose(variable, 3, [0]), { kind, sum: onlyVariable(numberOf(variable)) }),
    when(choose(variable, 3, [1]), open(2)),
    when(choose(variable, 3, [2]), open(3)),
  ];
};

const namesOf = (places: Places): readonly string[] => places.map(({ object, id }) => `${object} ${id}`);
