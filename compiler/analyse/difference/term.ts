import type { Term } from "../../model/ir.ts";
import { calculated } from "./arithmetic.ts";
import { nested, open, when, type Cases } from "./cases.ts";
import { valued } from "./constant.ts";
import { valuesOfDecision } from "./decision.ts";
import { readFact } from "./facts.ts";
import { TRUE } from "./logic.ts";
import { opaqueTerm } from "./opaque.ts";
import { readParameter } from "./parameter.ts";
import { resolve } from "./resolve.ts";
import { rounded } from "./rounding.ts";
import type { Places, Slot, View } from "./stage.ts";
import type { Formula } from "../formula.ts";
import { WHY } from "./why.ts";

/** What a term can be in the worlds of the stage; null where that is not told apart. */
export const casesOf = (view: View, term: Term, places: Places): Cases | null => {
  switch (term.kind) {
    case "literal":
      return [when(TRUE, valued(term.value))];
    case "referenceDate":
      return [when(TRUE, valued({ kind: "date", value: view.stage.at }))];
    case "field":
      return perRecord(view, term.of, places, (slot) => readFact(view, slot, term.field));
    case "record":
      return perRecord(view, term.of, places, ({ object, id }) => [
        when(TRUE, { kind: "constant", value: { kind: "reference", object, id } }),
      ]);
    case "parameter":
      return readParameter(view, term, places);
    case "arithmetic": {
      const left = casesOf(view, term.left, places);
      const right = casesOf(view, term.right, places);
      const found = left && right && isSmall(left, right) ? calculated(term.operator, left, right) : null;
      return found ?? opaqueTerm(view, term, places, WHY.product);
    }
    case "rounded": {
      const operand = casesOf(view, term.operand, places);
      return operand === null ? opaqueTerm(view, term, places, WHY.product) : rounded(view, term, operand);
    }
    case "aggregate":
      return opaqueTerm(view, term, places, WHY.aggregate);
    case "decision": {
      const decision = view.program.decisions.find(({ id }) => id === term.decision);
      if (decision === undefined) return [when(TRUE, open(2))];
      if (decision.kind === "ranking") return opaqueTerm(view, term, places, WHY.ranking);
      return perRecord(view, term.of, places, (slot) => valuesOfDecision(view, decision, slot));
    }
  }
};

/** Whether so many pairs are still worth writing out. */
const isSmall = (left: Cases, right: Cases): boolean => left.length * right.length <= MOST_PAIRS;

const MOST_PAIRS = 400;

const perRecord = (
  view: View,
  subject: Extract<Term, { kind: "record" }>["of"],
  places: Places,
  read: (slot: Slot) => Cases | null,
): Cases | null => {
  const parts: { guard: Formula; cases: Cases }[] = [];
  for (const named of resolve(view, subject, places)) {
    const cases = named.slot === null ? [when(TRUE, open(named.level))] : read(named.slot);
    if (cases === null) return null;
    parts.push({ guard: named.guard, cases });
  }
  return nested(parts);
};
