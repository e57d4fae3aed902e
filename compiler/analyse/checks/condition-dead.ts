import type { AnalysisFinding } from "../../model/analysis.ts";
import type { Condition } from "../../model/ir.ts";
import type { AnalysisCheck } from "./check.ts";
import { clausesOf } from "./condition-clauses.ts";
import { conditionKinds } from "./condition-kinds.ts";
import { ClauseWalk } from "./condition-walk.ts";
import { inTextOrder } from "./conditions.ts";

/** Clauses that facts cannot make true, or cannot make false, and clauses that others beside them already say. */
export const conditionDead: AnalysisCheck = {
  catalogue: conditionKinds,
  find: async (context) => {
    const found: AnalysisFinding[] = [];
    for (const decision of inTextOrder(context.program.decisions)) {
      const walk = new ClauseWalk(context, decision, found);
      const told = new Set<Condition>();
      for (const clause of clausesOf(decision)) {
        // Beside what cannot be so anyway, everything seems impossible.
        if (clause.given.some((each) => told.has(each))) continue;
        if ((await walk.clause(clause)) !== "open") told.add(clause.condition);
      }
    }
    return found;
  },
};
