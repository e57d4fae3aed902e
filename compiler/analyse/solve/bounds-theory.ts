import { add, ONE, rational, type Rational } from "../../../language/index.ts";
import type { Budget } from "./budget.ts";
import { Chain, type Link } from "./chain.ts";
import { formOf, type Form } from "./form.ts";
import { floorOf, isWhole, pointAt, type Point } from "./point.ts";
import type { Quantity } from "./quantity.ts";
import type { Literal, Search, Theory } from "./search.ts";
import { Simplex } from "./simplex.ts";

/** What a decided ceiling says of a column of the tableau. */
interface Limit {
  readonly column: number;
  readonly upper: Point;
  /** What stands where the ceiling does not. */
  readonly lower: Point;
  readonly asked: Link["asked"];
}

/**
 * Judges ceilings of sums together. Ceilings of one form are kept in order by clauses; only what several
 * quantities do together is judged here.
 */
export class BoundsTheory implements Theory {
  readonly #simplex: Simplex;
  readonly #search: Search;
  readonly #budget: Budget;
  readonly #columns = new Map<Quantity, number>();
  readonly #limits = new Map<number, Limit>();
  readonly #chains = new Map<Quantity, Chain>();
  readonly #asserted: { readonly place: number; readonly depth: number }[] = [];

  constructor(search: Search, chains: readonly Chain[], budget: Budget) {
    this.#search = search;
    this.#budget = budget;
    this.#simplex = new Simplex(budget);
    const sums = chains.filter(({ form }) => form.terms.length > 1);
    for (const chain of sums) this.#limit(this.#sum(chain.form), chain);
    for (const chain of chains) {
      const { quantity } = chain.form.terms[0]!;
      const column = this.#columns.get(quantity);
      if (chain.form.terms.length > 1 || column === undefined) continue;
      this.#chains.set(quantity, chain);
      this.#limit(column, chain);
    }
    for (const [quantity, column] of this.#columns) this.#setRange(quantity, column);
  }

  assert(literal: Literal, place: number): readonly Literal[] | null {
    const limit = this.#limits.get(literal >> 1);
    const holding = (literal & 1) === 0;
    // Where the formula does not ask for it, a ceiling that is decided stands for nothing.
    if (limit === undefined || !(holding ? limit.asked.holding : limit.asked.failing)) return null;
    this.#asserted.push({ place, depth: this.#simplex.depth });
    const side = holding ? "upper" : "lower";
    return this.#simplex.set(side, limit.column, { point: limit[side], reason: literal });
  }

  check(): readonly Literal[] | null {
    return this.#simplex.check();
  }

  backtrack(place: number): void {
    while (this.#asserted.length > 0 && this.#asserted.at(-1)!.place >= place)
      this.#simplex.undo(this.#asserted.pop()!.depth);
  }

  /** Counts on a grid that are not whole yet are split between two whole ones. */
  complete(): boolean {
    for (const [quantity, column] of this.#columns) {
      const value = this.#simplex.value(column);
      if (!quantity.whole || isWhole(value)) continue;
      this.#split(quantity, column, rational(floorOf(value)));
      return false;
    }
    return true;
  }

  /** The counts that were found, of the quantities that are in sums. */
  counts(): ReadonlyMap<Quantity, Rational> {
    const size = this.#simplex.nudgeSize();
    return new Map(
      [...this.#columns].map(([quantity, column]) => [quantity, this.#simplex.plain(column, size)]),
    );
  }

  #sum(form: Form): number {
    const terms = form.terms.map(({ quantity, coefficient }) => ({
      column: this.#column(quantity),
      coefficient,
    }));
    return this.#simplex.sum(terms);
  }

  #column(quantity: Quantity): number {
    const known = this.#columns.get(quantity);
    if (known !== undefined) return known;
    const column = this.#simplex.number();
    this.#columns.set(quantity, column);
    return column;
  }

  #limit(column: number, { form, links }: Chain): void {
    for (const link of links) this.#limits.set(link.variable, limitOf(column, link, form.whole));
  }

  #setRange({ lower, upper }: Quantity, column: number): void {
    if (lower !== null) this.#simplex.set("lower", column, { point: pointAt(lower), reason: null });
    if (upper !== null) this.#simplex.set("upper", column, { point: pointAt(upper), reason: null });
  }

  #split(quantity: Quantity, column: number, value: Rational): void {
    // Without bounds splitting need not come to an end; a high price lets another solver try soon.
    this.#budget.spend(STEPS_PER_SPLIT);
    const variable = this.#search.variable(value.numerator >= 0n);
    const link: Link = {
      ceiling: { value, strict: false },
      variable,
      asked: { holding: true, failing: true },
    };
    const chain = this.#chains.get(quantity) ?? new Chain(formOf([{ quantity, coefficient: ONE }]));
    this.#chains.set(quantity, chain);
    chain.add(link, this.#search);
    this.#limits.set(variable, limitOf(column, link, true));
  }
}

const STEPS_PER_SPLIT = 20;

const limitOf = (column: number, { ceiling: { value, strict }, asked }: Link, whole: boolean): Limit => ({
  column,
  upper: pointAt(value, strict ? -1 : 0),
  lower: whole ? pointAt(add(value, ONE)) : pointAt(value, strict ? 0 : 1),
  asked,
});
