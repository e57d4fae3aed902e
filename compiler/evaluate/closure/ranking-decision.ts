import { rational } from "../../../language/index.ts";
import type { Ranking } from "../../model/ir.ts";
import type { Compiled } from "./decision.ts";
import { heldWhole } from "./held.ts";
import { CODES, openCode } from "./level.ts";
import { placementsOf } from "./placement.ts";
import type { Workshop } from "./workshop.ts";

/** The position of each record, where nothing leaves it open. */
export const compileRankingDecision = (workshop: Workshop, ranking: Ranking): Compiled => {
  const placements = placementsOf(workshop, ranking);
  const positions = new Float64Array(workshop.table(ranking.object).length);
  return {
    decide: (rows) => {
      const row = rows[0]!;
      const member = placements.member(row);
      if (member === 0) return CODES.不适用;
      const open = placements.place(row);
      if (open > 0) return openCode(Math.max(member, open));
      const { low, high, level } = placements.front;
      if (member !== 1 || low !== high) return openCode(Math.max(member, level));
      positions[row] = low;
      return CODES.已认定;
    },
    held: heldWhole((row) => positions[row]!),
    value: (row) => ({ kind: "number", value: rational(positions[row]!) }),
  };
};
