import { add, compare, divide, multiply, negate, ONE, ZERO, type Rational } from "../../../language/index.ts";
import type { Budget } from "./budget.ts";
import { addScaled, comparePoints, difference, ORIGIN, type Point } from "./point.ts";

/** Why a bound stands; `null` where it always does. */
type Reason = number | null;

export interface Bound {
  readonly point: Point;
  readonly reason: Reason;
}

export type Side = "lower" | "upper";

/**
 * Bounds on numbers and on sums of them, judged exactly: a tableau in which a number is either free or a sum of
 * free ones. Exchanges take the first number that fits, so they come to an end.
 */
export class Simplex {
  readonly #bounds: Record<Side, (Bound | null)[]> = { lower: [], upper: [] };
  readonly #values: Point[] = [];
  readonly #rows = new Map<number, Map<number, Rational>>();
  readonly #undo: { readonly side: Side; readonly column: number; readonly before: Bound | null }[] = [];
  readonly #budget: Budget;
  /** Whether a bound was set since all values were within their bounds. */
  #moved = false;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** A number of its own. */
  number(): number {
    this.#values.push(ORIGIN);
    this.#bounds.lower.push(null);
    this.#bounds.upper.push(null);
    return this.#values.length - 1;
  }

  /** A sum of numbers. */
  sum(terms: readonly { readonly column: number; readonly coefficient: Rational }[]): number {
    const column = this.number();
    const row = new Map<number, Rational>();
    for (const { column: of, coefficient } of terms) {
      this.#values[column] = addScaled(this.value(column), coefficient, this.value(of));
      addTo(row, coefficient, this.#rows.get(of) ?? [[of, ONE]]);
    }
    this.#rows.set(column, row);
    return column;
  }

  value(column: number): Point {
    return this.#values[column]!;
  }

  bound(column: number, side: Side): Bound | null {
    return this.#bounds[side][column]!;
  }

  get columns(): number {
    return this.#values.length;
  }

  /** How many bounds have been set; `undo` goes back to such a number. */
  get depth(): number {
    return this.#undo.length;
  }

  /** Whether the values are known to be within all bounds. */
  get isSettled(): boolean {
    return !this.#moved;
  }

  undo(depth: number): void {
    // The values stay; those of sums may have been on their way.
    if (this.#undo.length > depth) this.#moved = true;
    while (this.#undo.length > depth) {
      const { side, column, before } = this.#undo.pop()!;
      this.#bounds[side][column] = before;
    }
  }

  /** Sets a bound where it is tighter; gives the reasons that cannot stand together, or `null`. */
  set(side: Side, column: number, bound: Bound): readonly number[] | null {
    const before = this.bound(column, side);
    const sign = side === "lower" ? 1 : -1;
    if (before !== null && comparePoints(bound.point, before.point) * sign <= 0) return null;
    const other = this.bound(column, side === "lower" ? "upper" : "lower");
    if (other !== null && comparePoints(bound.point, other.point) * sign > 0)
      return [bound.reason, other.reason].filter((reason) => reason !== null);
    this.#undo.push({ side, column, before });
    this.#bounds[side][column] = bound;
    this.#moved = true;
    if (!this.#rows.has(column) && comparePoints(this.value(column), bound.point) * sign < 0)
      this.#move(column, difference(bound.point, this.value(column)));
    return null;
  }

  /**
   * Looks for values within all bounds; gives the reasons that cannot stand together, or `null` where there are
   * values or the budget ends before.
   */
  check(): readonly number[] | null {
    while (this.#moved && !this.#budget.isSpent) {
      const broken = this.#firstBroken();
      if (broken === null) {
        this.#moved = false;
        break;
      }
      const { column, side, bound } = broken;
      const entering = this.#entering(column, side);
      if (entering === null) return this.#explain(column, side, bound);
      this.#exchange(column, entering);
      // What was a sum is free now; moving it to its bound moves the number that entered.
      this.#move(column, difference(bound.point, this.value(column)));
    }
    return null;
  }

  #firstBroken(): { column: number; side: Side; bound: Bound } | null {
    let first: { column: number; side: Side; bound: Bound } | null = null;
    for (const column of this.#rows.keys()) {
      if (first !== null && first.column < column) continue;
      const value = this.value(column);
      const lower = this.bound(column, "lower");
      const upper = this.bound(column, "upper");
      if (lower !== null && comparePoints(value, lower.point) < 0)
        first = { column, side: "lower", bound: lower };
      else if (upper !== null && comparePoints(value, upper.point) > 0)
        first = { column, side: "upper", bound: upper };
    }
    return first;
  }

  /** The first free number that can still move so that the broken bound is met. */
  #entering(column: number, side: Side): number | null {
    let first: number | null = null;
    for (const [free, coefficient] of this.#rows.get(column)!) {
      if (first !== null && first < free) continue;
      const limit = this.bound(free, limiting(side, coefficient));
      if (limit === null || comparePoints(this.value(free), limit.point) !== 0) first = free;
    }
    return first;
  }

  #explain(column: number, side: Side, bound: Bound): readonly number[] {
    const reasons = [bound.reason];
    for (const [free, coefficient] of this.#rows.get(column)!)
      reasons.push(this.bound(free, limiting(side, coefficient))!.reason);
    return reasons.filter((reason) => reason !== null);
  }

  /** Moves a free number, and all sums with it. */
  #move(free: number, by: Point): void {
    this.#values[free] = addScaled(this.value(free), ONE, by);
    for (const [column, row] of this.#rows) {
      const coefficient = row.get(free);
      if (coefficient !== undefined) this.#values[column] = addScaled(this.value(column), coefficient, by);
    }
  }

  /** The sum becomes free, and the free number a sum. */
  #exchange(column: number, free: number): void {
    const row = this.#rows.get(column)!;
    this.#rows.delete(column);
    let cells = row.size;
    const divisor = row.get(free)!;
    const solved = new Map<number, Rational>([[column, divide(ONE, divisor)!]]);
    for (const [other, coefficient] of row)
      if (other !== free) solved.set(other, negate(divide(coefficient, divisor)!));
    for (const into of this.#rows.values()) {
      const times = into.get(free);
      if (times === undefined) continue;
      into.delete(free);
      cells += row.size;
      addTo(into, times, solved);
    }
    this.#rows.set(free, solved);
    this.#budget.spend(1 + Math.floor(cells / CELLS_PER_STEP));
  }

  /** A size for the nudge with which all values stay within their bounds as plain numbers. */
  nudgeSize(): Rational {
    let size = ONE;
    const keep = (low: Point, high: Point): void => {
      // low ≤ high as points; as numbers only while the nudge is small enough.
      const gap = difference(high, low);
      if (gap.nudge.numerator >= 0n) return;
      const most = divide(gap.value, negate(gap.nudge))!;
      if (compare(most, size) < 0) size = most;
    };
    for (let column = 0; column < this.columns; column++) {
      const lower = this.bound(column, "lower");
      const upper = this.bound(column, "upper");
      if (lower !== null) keep(lower.point, this.value(column));
      if (upper !== null) keep(this.value(column), upper.point);
    }
    return size;
  }

  /** The value as a plain number. */
  plain(column: number, nudgeSize: Rational): Rational {
    const { value, nudge } = this.value(column);
    return add(value, multiply(nudge, nudgeSize));
  }
}

/** Adds a multiple of another sum. */
const addTo = (
  into: Map<number, Rational>,
  times: Rational,
  sum: Iterable<readonly [number, Rational]>,
): void => {
  for (const [column, coefficient] of sum) {
    const total = add(into.get(column) ?? ZERO, multiply(times, coefficient));
    if (total.numerator === 0n) into.delete(column);
    else into.set(column, total);
  }
};

/** So many cells of the tableau cost about as much as a decision. */
const CELLS_PER_STEP = 16;

/** Which bound keeps a number with this coefficient from mending a sum that breaks its bound on a side. */
const limiting = (side: Side, coefficient: Rational): Side =>
  (side === "lower") === coefficient.numerator > 0n ? "upper" : "lower";
