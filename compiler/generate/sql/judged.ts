import type { Origin } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import type { Between, Compilation, Found, Placing } from "./compilation.ts";
import { decide } from "./decide.ts";
import { and, isKnown, isNull, sql, TRUE, FALSE, UNKNOWN, when, type Expr } from "./expr.ts";
import { Refused } from "./refused.ts";
import type { Place } from "./subject.ts";
import { mapColumns, type Truth, type Val } from "./value.ts";

/** What a decision found of the record at a place. */
export const foundAt = (compilation: Compilation, place: Place, id: string, origin: Origin): Found => {
  const exported = compilation.exported.get(id);
  const decision = compilation.decision(id);
  if (decision === undefined) throw new Refused(`“${id}”没有声明`, origin);
  if (exported === undefined) return decideHere(compilation, place.block, id);
  const found = mapFound(exported, (expr) =>
    /^d\d+_\d+$/.test(expr.sql) ? place.block.source(`${place.alias}.${expr.sql}`, false) : expr,
  );
  if (found.mayFail) {
    place.block.failures.push(place.block.column(and(isNull(found.status), isKnown(place.id))));
  }
  return found;
};

/** The same for the record that is judged. */
export const decideHere = (compilation: Compilation, block: Block, id: string): Found => {
  const known = compilation.found.get(block) ?? new Map<string, Found>();
  compilation.found.set(block, known);
  const decision = compilation.decision(id)!;
  const found = known.get(id) ?? decide(compilation, block, decision);
  known.set(id, found);
  return found;
};

/** As a condition: a class that was found is true, whatever it is. */
export const decidedTruth = (found: Found): Truth => {
  if (found.truth !== null) return found.truth;
  const { status, value } = found;
  const yes = value?.kind === "boolean" ? value.value : TRUE;
  return {
    truth: when(
      [
        [sql`${status} IN (1, 3)`, TRUE],
        [sql`${status} IN (2, 4)`, FALSE],
        [sql`${status} = 5`, yes],
      ],
      UNKNOWN,
    ),
    fact: sql`(${status} = 9)`,
  };
};

/** As a value; null where it has none. */
export const decidedValue = (found: Found): Val | null => {
  if (found.value !== null) return { ...found.value, fact: sql`(${found.status} = 9)` };
  const { truth, fact } = decidedTruth(found);
  return { kind: "boolean", value: truth, fact };
};

/** Applies a change to every column of what was found. */
export const mapFound = (found: Found, change: (expr: Expr) => Expr): Found => ({
  ...found,
  status: change(found.status),
  value: found.value === null ? null : mapColumns(found.value, change),
  truth: found.truth === null ? null : mapTruth(found.truth, change),
  placing: found.placing === null ? null : mapPlacing(found.placing, change),
});

const mapTruth = ({ truth, fact }: Truth, change: (expr: Expr) => Expr): Truth => ({
  truth: change(truth),
  fact: change(fact),
});

const mapPlacing = (placing: Placing, change: (expr: Expr) => Expr): Placing => {
  const between = ({ low, high, fact }: Between): Between => ({
    low: change(low),
    high: change(high),
    fact: change(fact),
  });
  return {
    member: mapTruth(placing.member, change),
    open: change(placing.open),
    fact: change(placing.fact),
    front: between(placing.front),
    back: between(placing.back),
    size: between(placing.size),
  };
};
