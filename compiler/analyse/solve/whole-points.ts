import { add, negate, rational, type Rational } from "../../../language/index.ts";
import { formOf, type Form } from "./form.ts";
import { Lattice, type Sum } from "./lattice.ts";
import { ceiling, comparePoints, floor, isWhole, pointAt, type Point } from "./point.ts";
import type { Quantity } from "./quantity.ts";
import type { Simplex } from "./simplex.ts";

/** A sum that has a column of the tableau, as coefficients of the whole quantities. */
interface Bounded {
  readonly column: number;
  readonly sum: Sum;
}

/** The points at which all quantities on grids are whole and the sums that are fixed have their values. */
export class WholePoints {
  readonly #simplex: Simplex;
  readonly #columns: readonly (readonly [Quantity, number])[];
  readonly #bounded: readonly Bounded[];
  #lattice: Lattice;

  constructor(
    simplex: Simplex,
    quantities: ReadonlyMap<Quantity, number>,
    forms: readonly { readonly form: Form; readonly column: number }[],
  ) {
    this.#simplex = simplex;
    this.#columns = [...quantities].filter(([{ whole }]) => whole);
    const places = new Map(this.#columns.map(([quantity], place) => [quantity, place]));
    this.#bounded = forms
      .filter(({ form }) => form.whole)
      .map(({ form, column }) => {
        const sum = this.#columns.map(() => 0n);
        for (const { quantity, coefficient } of form.terms)
          sum[places.get(quantity)!] = coefficient.numerator;
        return { column, sum };
      });
    this.#lattice = new Lattice(this.#columns.length);
  }

  /** Reasons with which there is no such point, or `null` where none are known. */
  impossible(): readonly number[] | null {
    const equations = this.#bounded.filter(({ column }) => this.#isFixed(column));
    const lattice = this.#latticeOf(equations);
    if (lattice === null)
      return this.#reasons(this.#needed(equations, (left) => this.#latticeOf(left) === null));
    this.#lattice = lattice;
    for (const bounded of this.#bounded) {
      if (!this.#misses(lattice, bounded)) continue;
      const needed = this.#needed(equations, (left) => {
        const fewer = this.#latticeOf(left);
        return fewer !== null && this.#misses(fewer, bounded);
      });
      return this.#reasons([...needed, bounded]);
    }
    return null;
  }

  /** Tries whole points near the present values; where one meets all bounds the tableau has it then. */
  settle(): boolean {
    this.#lattice.shorten();
    const values = this.#columns.map(([, column]) => this.#simplex.value(column).value);
    const free = this.#lattice.free.map((sum) => valueOf(sum, values));
    return [nearest, floor, ceiling].some((round) => this.#fits(this.#lattice.point(free.map(round))));
  }

  #fits(point: readonly bigint[]): boolean {
    const depth = this.#simplex.depth;
    const meets = this.#columns.every(([, column], place) => {
      const bound = { point: pointAt(rational(point[place]!)), reason: null };
      return (
        this.#simplex.set("lower", column, bound) === null &&
        this.#simplex.set("upper", column, bound) === null
      );
    });
    const fits = meets && this.#simplex.check() === null && this.#simplex.isSettled;
    this.#simplex.undo(depth);
    return fits;
  }

  /** A sum that is whole at every such point and is not now; there is one while not every quantity is whole. */
  firstOpen(valueAt: (form: Form) => Point): Form {
    return this.#lattice.free.map((sum) => this.#formOf(sum)).find((form) => !isWhole(valueAt(form)))!;
  }

  #formOf(sum: Sum): Form {
    const terms = this.#columns
      .flatMap(([quantity], place) =>
        sum[place] === 0n ? [] : [{ quantity, coefficient: rational(sum[place]!) }],
      )
      .sort((left, right) => (left.quantity.name < right.quantity.name ? -1 : 1));
    if (terms[0]!.coefficient.numerator > 0n) return formOf(terms);
    return formOf(terms.map(({ quantity, coefficient }) => ({ quantity, coefficient: negate(coefficient) })));
  }

  #isFixed(column: number): boolean {
    const lower = this.#simplex.bound(column, "lower");
    const upper = this.#simplex.bound(column, "upper");
    return lower !== null && upper !== null && comparePoints(lower.point, upper.point) === 0;
  }

  #latticeOf(equations: readonly Bounded[]): Lattice | null {
    const lattice = new Lattice(this.#columns.length);
    const meets = equations.every(({ column, sum }) =>
      lattice.add(sum, this.#simplex.bound(column, "lower")!.point.value.numerator),
    );
    return meets ? lattice : null;
  }

  /** Whether the sum jumps over everything between its bounds. */
  #misses(lattice: Lattice, { column, sum }: Bounded): boolean {
    const lower = this.#simplex.bound(column, "lower")?.point.value;
    const upper = this.#simplex.bound(column, "upper")?.point.value;
    if (lower === undefined || upper === undefined) return false;
    const { constant, step } = lattice.values(sum);
    if (step === 0n) return false;
    const first = ceiling(rational(lower.numerator - constant * lower.denominator, lower.denominator * step));
    return constant + first * step > floor(upper);
  }

  /** Leaves out what the fault does not need. */
  #needed(equations: readonly Bounded[], fails: (left: readonly Bounded[]) => boolean): readonly Bounded[] {
    let needed = equations;
    for (const equation of equations) {
      const fewer = needed.filter((other) => other !== equation);
      if (fails(fewer)) needed = fewer;
    }
    return needed;
  }

  #reasons(bounded: readonly Bounded[]): readonly number[] {
    const reasons = bounded.flatMap(({ column }) => [
      this.#simplex.bound(column, "lower")?.reason ?? null,
      this.#simplex.bound(column, "upper")?.reason ?? null,
    ]);
    return [...new Set(reasons)].filter((reason) => reason !== null);
  }
}

const valueOf = (sum: Sum, values: readonly Rational[]): Rational =>
  sum.reduce(
    (total, factor, place) =>
      add(total, rational(factor * values[place]!.numerator, values[place]!.denominator)),
    rational(0n),
  );

const nearest = ({ numerator, denominator }: Rational): bigint =>
  floor(rational(2n * numerator + denominator, 2n * denominator));
