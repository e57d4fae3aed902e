import type { Candidates, Term } from "../../model/ir.ts";
import { dependenciesOf } from "../shared.ts";
import { compileCondition } from "./condition.ts";
import { TO_DECIDE, UNKNOWN, type Ask, type Rows } from "./level.ts";
import { compileParts, Memo } from "./memo.ts";
import { compileReach, UNASKED, type Unasked } from "./reach.ts";
import { compileSubject } from "./subject.ts";
import type { Workshop } from "./workshop.ts";

/** How many candidates there are. */
export interface Counted {
  certain: number;
  /** Undecided ones, by level. */
  toDecide: number;
  unknown: number;
  unasked: Unasked | null;
}

/** Candidates as closures. `Kept` is what is kept of the certain ones beside their number. */
export interface CompiledCandidates<Kept extends Counted> {
  /** All candidates, the excepted record among them. */
  readonly gather: (rows: Rows) => Kept;
  /** The row of the excepted record; below zero where there is none. */
  readonly excepted: Ask;
  /** How that row stands: a level, or `UNASKED` where its place was not asked. */
  readonly standing: (rows: Rows, row: number) => number;
  /** How many of the gathered there are besides the excepted record; to be read before anything else is asked. */
  readonly tallied: (rows: Rows, kept: Kept) => Tally;
  /** Tells the rows that are certain, without the excepted one. */
  readonly each: (rows: Rows, tell: () => void) => void;
}

export interface Tally {
  certain: number;
  /** How many more there may be, and the level of that. */
  more: number;
  level: number;
}

export const compileCandidates = <Kept extends Counted>(
  workshop: Workshop,
  candidates: Candidates,
  of: Term | null,
  start: () => Kept,
  keep: ((rows: Rows, kept: Kept) => void) | null,
): CompiledCandidates<Kept> => {
  const { variable } = candidates;
  const where = compileCondition(workshop, candidates.where);
  const reach = compileReach(workshop, candidates, where);
  const excepted = compileExcepted(workshop, candidates);

  // One place for what is counted at the moment, so that no record allocates anything.
  let counted = start();
  let around: Rows = new Int32Array(0);
  const tell = (row: number, place: number): void => {
    around[variable] = row;
    const level = where(around);
    if (level === 0 || place === 0) return;
    if (level === 1 && place === 1) {
      counted.certain += 1;
      keep?.(around, counted);
    } else if (level === UNKNOWN || place === UNKNOWN) counted.unknown += 1;
    else counted.toDecide += 1;
  };

  const visit = (rows: Rows, kept: Kept): Kept => {
    const outer = rows[variable]!;
    counted = kept;
    around = rows;
    const remainder = reach.each(rows, tell);
    rows[variable] = outer;
    if (remainder !== null) {
      kept.unasked = remainder.unasked;
      kept.toDecide += remainder.toDecide;
      kept.unknown += remainder.unknown;
    }
    return kept;
  };

  const levelOfCondition = (rows: Rows, row: number): number => {
    const outer = rows[variable]!;
    rows[variable] = row;
    const level = where(rows);
    rows[variable] = outer;
    return level;
  };

  const standing = (rows: Rows, row: number): number => {
    const place = reach.levelOf(rows, row);
    if (place <= 0) return place;
    const level = levelOfCondition(rows, row);
    return level === 0 ? 0 : Math.max(place, level);
  };

  const dependencies = dependenciesOf(candidates, of);
  const memo = dependencies === null ? null : new Memo<Kept>(compileParts(workshop, dependencies));
  const make = (rows: Rows): Kept => visit(rows, start());
  const [reused, empty] = [start(), start()];
  const gather = (rows: Rows): Kept =>
    memo === null ? visit(rows, Object.assign(reused, empty)) : memo.find(rows, make);

  const tally: Tally = { certain: 0, more: 0, level: 0 };
  const tallied = (rows: Rows, { certain, toDecide, unknown, unasked }: Kept): Tally => {
    const without = excepted(rows);
    const own = without < 0 ? 0 : standing(rows, without);
    const openUnknown = unknown - (own === UNKNOWN ? 1 : 0);
    const openToDecide = toDecide - (own === TO_DECIDE ? 1 : 0);
    tally.certain = certain - (own === 1 ? 1 : 0);
    tally.more = openUnknown + openToDecide;
    tally.level = openUnknown > 0 ? UNKNOWN : openToDecide > 0 ? TO_DECIDE : 0;
    if (unasked !== null)
      addUnasked(tally, unasked, own === UNASKED, without < 0 ? 0 : levelOfCondition(rows, without));
    return tally;
  };

  const each = (rows: Rows, tell: () => void): void => {
    const without = excepted(rows);
    const outer = rows[variable]!;
    reach.each(rows, (row, place) => {
      if (row === without || place !== 1) return;
      rows[variable] = row;
      if (where(rows) === 1) tell();
    });
    rows[variable] = outer;
  };

  return { gather, excepted, standing, tallied, each };
};

/** Only a record of the object itself can be left out. */
const compileExcepted = (workshop: Workshop, { except, object }: Candidates): Ask =>
  except === null || except.object !== object ? () => NONE : compileSubject(workshop, except);

const NONE = -UNKNOWN;

/** `wasUnasked` and `condition` are those of the excepted record. */
const addUnasked = (
  tally: Tally,
  { possible, asked, level }: Unasked,
  wasUnasked: boolean,
  condition: number,
): void => {
  const isAmong = wasUnasked && (possible.everybody || condition !== 0);
  const more = possible.count - asked - (isAmong ? 1 : 0);
  if (more <= 0) return;
  tally.more += more;
  const isOpen = !possible.everybody && condition === UNKNOWN;
  const isUnknown = level === UNKNOWN || possible.unknown - (isOpen ? 1 : 0) > 0;
  tally.level = isUnknown ? UNKNOWN : Math.max(tally.level, TO_DECIDE);
};
