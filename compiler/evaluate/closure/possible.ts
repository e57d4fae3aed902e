import type { Candidates } from "../../model/ir.ts";
import { conditionDependencies } from "../shared.ts";
import type { Ask, Rows } from "./level.ts";
import { compileParts, Memo } from "./memo.ts";
import type { Workshop } from "./workshop.ts";

/** How many rows the condition of a quantifier does not rule out, wherever they are. */
export interface Possible {
  readonly count: number;
  /** Of these, the ones for which the condition itself is open. */
  readonly toDecide: number;
  readonly unknown: number;
  /** Nobody was ruled out, because the condition depends on the judged record itself. */
  readonly everybody: boolean;
  /** The rows; asked only where a place to start from is missing. */
  readonly includes: (row: number) => boolean;
}

/** As the interpreter rules them out: only where all that the condition is compared with is known. */
export const possibleCandidates = (
  workshop: Workshop,
  candidates: Candidates,
  where: Ask,
): ((rows: Rows) => Possible) => {
  const { length } = workshop.table(candidates.object);
  const everybody: Possible = {
    count: length,
    toDecide: 0,
    unknown: 0,
    everybody: true,
    includes: () => true,
  };
  const dependencies = conditionDependencies(candidates);
  if (dependencies === null) return () => everybody;
  const parts = compileParts(workshop, dependencies);
  const memo = new Memo<Possible>(parts);
  const { variable } = candidates;
  const ruleOut = (rows: Rows): Possible => {
    const outer = rows[variable]!;
    const levels = new Uint8Array(length);
    const counts = [0, 0, 0, 0];
    for (let row = 0; row < length; row += 1) {
      rows[variable] = row;
      const level = where(rows);
      levels[row] = level;
      counts[level]! += 1;
    }
    rows[variable] = outer;
    return {
      count: length - counts[0]!,
      toDecide: counts[2]!,
      unknown: counts[3]!,
      everybody: false,
      includes: (row) => levels[row] !== 0,
    };
  };
  return (rows) => {
    for (const part of parts) if (part(rows) < 0) return everybody;
    return memo.find(rows, ruleOut);
  };
};
