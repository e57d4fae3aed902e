import type { Decision } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { compileClassification } from "./classification.ts";
import { compileCondition } from "./condition.ts";
import type { Decided } from "./decided.ts";
import { readHeld, type Held } from "./held.ts";
import { compileIndicator } from "./indicator.ts";
import { interpreted } from "./interpreted.ts";
import { levelOfCode, CODES, openCode, type Rows } from "./level.ts";
import { compileMeasure, compileRequirement } from "./norm.ts";
import { compileRankingDecision } from "./ranking-decision.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** How a kind of decision finds its result for one row, and what it finds. */
export interface Compiled {
  /** Code of the result for the row that stands first. */
  readonly decide: (rows: Rows) => number;
  readonly held: Held;
  readonly value: (row: number) => Value | null;
}

/** A decision as closures; the interpreter stands in for what columns do not hold. */
export const compileDecision = (workshop: Workshop, decision: Decision): Decided => {
  try {
    return remembering(workshop, decision, compile(workshop, decision), false);
  } catch (error) {
    if (error instanceof Unsupported)
      return remembering(workshop, decision, interpreted(workshop, decision), true);
    throw error;
  }
};

const compile = (workshop: Workshop, decision: Decision): Compiled => {
  switch (decision.kind) {
    case "measure":
      return truth(compileMeasure(workshop, decision));
    case "requirement":
      return truth(compileRequirement(workshop, decision));
    case "classification":
      return compileClassification(workshop, decision);
    case "definition": {
      const condition = compileCondition(workshop, decision.condition);
      return truth((rows) => {
        const level = condition(rows);
        return level === 1 ? CODES.成立 : level === 0 ? CODES.不成立 : openCode(level);
      });
    }
    case "indicator":
      return compileIndicator(workshop, decision);
    case "ranking":
      return compileRankingDecision(workshop, decision);
  }
};

const truth = (decide: (rows: Rows) => number): Compiled => ({
  decide,
  held: { kind: "truth" },
  value: () => null,
});

const UNASKED = 255;

/** Each row is decided once, when it is first asked for. */
const remembering = (
  workshop: Workshop,
  decision: Decision,
  { decide, held, value }: Compiled,
  isInterpreted: boolean,
): Decided => {
  const rows = workshop.rows();
  const codes = new Uint8Array(workshop.table(decision.object).length).fill(UNASKED);
  const code = (row: number): number => {
    const known = codes[row]!;
    if (known !== UNASKED) return known;
    rows[0] = row;
    const found = decide(rows);
    codes[row] = found;
    return found;
  };
  return {
    decision,
    isInterpreted,
    code,
    codes,
    level: (row) => levelOfCode(code(row)),
    value: (row) => (code(row) === CODES.已认定 ? value(row) : null),
    read: (subject) => readHeld(held, code, subject),
  };
};
