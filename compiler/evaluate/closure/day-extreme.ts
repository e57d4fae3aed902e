import type { Term } from "../../model/ir.ts";
import { compileCandidates, type Counted } from "./candidates.ts";
import { TO_DECIDE, UNKNOWN, type Rows } from "./level.ts";
import type { CompiledTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

type DayTerm = Extract<CompiledTerm, { kind: "date" }>;

interface Days extends Counted {
  /** Of all days, whatever their record. */
  best: number;
  level: number;
}

/** The first or the last of the candidates' days. */
export const compileDayExtreme = (
  workshop: Workshop,
  { candidates, function: name, of: term }: Extract<Term, { kind: "aggregate" }>,
  of: DayTerm,
): CompiledTerm => {
  if ((name !== "maximum" && name !== "minimum") || candidates.except !== null) throw new Unsupported();
  const worst = name === "maximum" ? -Infinity : Infinity;
  const start = (): Days => ({ certain: 0, toDecide: 0, unknown: 0, unasked: null, best: worst, level: 0 });
  const keep = (rows: Rows, kept: Days): void => {
    const day = of.day(rows);
    if (day !== day) kept.level = Math.max(kept.level, of.level(rows));
    else if (name === "maximum" ? day > kept.best : day < kept.best) kept.best = day;
  };
  const { gather, tallied } = compileCandidates(workshop, candidates, term, start, keep);
  const level = (rows: Rows): number => {
    const kept = gather(rows);
    const open = Math.max(kept.level, tallied(rows, kept).level);
    return open === TO_DECIDE ? TO_DECIDE : UNKNOWN;
  };
  return {
    kind: "date",
    day: (rows) => {
      const kept = gather(rows);
      const { best, level: missing } = kept;
      return missing === 0 && best !== worst && tallied(rows, kept).more === 0 ? best : Number.NaN;
    },
    level,
    constant: null,
  };
};
