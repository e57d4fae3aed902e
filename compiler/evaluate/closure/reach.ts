import type { Candidates, Scope } from "../../model/ir.ts";
import { distanceReach } from "./distance-reach.ts";
import type { Possible } from "./possible.ts";
import { possibleCandidates } from "./possible.ts";
import type { Ask, Rows } from "./level.ts";
import { compileSubject } from "./subject.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** A row whose place was not asked, because the scope is undecided for all alike. */
export const UNASKED = -1;

/** Which rows may be in a scope. */
export interface Reach {
  /** Tells every row that may be in it, with the level of its place. Whoever is told must not ask again meanwhile. */
  readonly each: (rows: Rows, tell: (row: number, level: number) => void) => Remainder | null;
  /** The level of one row's place, or `UNASKED`. */
  readonly levelOf: (rows: Rows, row: number) => number;
}

/** What `each` did not tell one by one. */
export interface Remainder {
  /** Rows that may be candidates wherever they are; null where none was left unasked. */
  readonly unasked: Unasked | null;
  /** Undecided candidates that were counted together, because their place is open for all alike. */
  readonly toDecide: number;
  readonly unknown: number;
}

export interface Unasked {
  readonly possible: Possible;
  /** How many of the possible ones were asked nevertheless. */
  readonly asked: number;
  /** The level of the scope. */
  readonly level: number;
}

export const compileReach = (workshop: Workshop, candidates: Candidates, where: Ask): Reach => {
  const { scope, object } = candidates;
  switch (scope.kind) {
    case "everywhere": {
      const { length } = workshop.table(object);
      return {
        each: (_rows, tell) => {
          for (let row = 0; row < length; row += 1) tell(row, 1);
          return null;
        },
        levelOf: () => 1,
      };
    }
    case "region":
      return regionReach(workshop, candidates, scope, where);
    case "distance":
      return distanceReach(workshop, candidates, scope, where);
  }
};

const regionReach = (
  workshop: Workshop,
  candidates: Candidates,
  scope: Extract<Scope, { kind: "region" }>,
  where: Ask,
): Reach => {
  const table = workshop.table(candidates.object);
  const region = compileSubject(workshop, scope.region);
  const column = table.column(scope.field);
  if (column.kind !== "code" || column.space !== `reference ${scope.region.object}`) throw new Unsupported();
  const { codes, missing } = column;
  const index = table.byCode(scope.field);
  const possible = possibleCandidates(workshop, candidates, where);
  return {
    each: (rows, tell) => {
      const wanted = region(rows);
      if (wanted < 0) return nobodyAsked(possible(rows), -wanted);
      const end = wanted + 1 < index.starts.length ? index.starts[wanted + 1]! : 0;
      for (let slot = end === 0 ? 0 : index.starts[wanted]!; slot < end; slot += 1)
        tell(index.rows[slot]!, 1);
      for (const row of index.missing) tell(row, missing);
      return null;
    },
    levelOf: (rows, row) => {
      const wanted = region(rows);
      if (wanted < 0) return UNASKED;
      const code = codes[row]!;
      return code < 0 ? -code : code === wanted ? 1 : 0;
    },
  };
};

export const nobodyAsked = (possible: Possible, level: number): Remainder => ({
  unasked: { possible, asked: 0, level },
  toDecide: 0,
  unknown: 0,
});
