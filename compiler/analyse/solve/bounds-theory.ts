import { add, ONE, rational, type Rational } from "../../../language/index.ts";
import type { Budget } from "./budget.ts";
import { Chain, type Link } from "./chain.ts";
import { formOf, type Form } from "./form.ts";
import { floorOf, isWhole, pointAt, type Point } from "./point.ts";
import type { Quantity } from "./quantity.ts";
import type { Literal, Search, Theory } from "./search.ts";
import { Simplex } from "./simplex.ts";
import { WholePoints } from "./whole-points.ts";

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
  readonly #quantities = new Map<Quantity, number>();
  /** The columns and chains of forms, by their keys. */
  readonly #columns = new Map<string, { readonly form: Form; readonly column: number }>();
  readonly #chains = new Map<string, Chain>();
  readonly #limits = new Map<number, Limit>();
  readonly #asserted: { readonly place: number; readonly depth: number }[] = [];

  constructor(search: Search, chains: readonly Chain[], budget: Budget) {
    this.#search = search;
    this.#budget = budget;
    this.#simplex = new Simplex(budget);
    for (const { form } of chains)
      if (form.terms.length > 1) for (const { quantity } of form.terms) this.#addQuantity(quantity);
    for (const chain of chains) {
      const { form } = chain;
      if (!this.#quantities.has(form.terms[0]!.quantity)) continue;
      this.#chains.set(form.key, chain);
      for (const link of chain.links)
        this.#limits.set(link.variable, limitOf(this.#columnOf(form), link, form));
    }
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

  /** Sums on grids that are not whole yet: shown impossible, made whole, or split between two whole numbers. */
  complete(): readonly Literal[] | "again" | "done" {
    if (this.#isWhole) return "done";
    const points = new WholePoints(this.#simplex, this.#quantities, [...this.#columns.values()]);
    const impossible = points.impossible();
    if (impossible !== null) return impossible;
    if (points.settle()) return "done";
    // The attempt has moved the values; they go back within their bounds, where the budget lasts.
    this.#simplex.check();
    if (!this.#simplex.isSettled) return "again";
    if (this.#isWhole) return "done";
    this.#split(points.firstOpen((sum) => this.#simplex.value(this.#columnOf(sum))));
    return "again";
  }

  get #isWhole(): boolean {
    return [...this.#quantities].every(
      ([{ whole }, column]) => !whole || isWhole(this.#simplex.value(column)),
    );
  }

  /** The counts that were found, of the quantities that are in sums. */
  counts(): ReadonlyMap<Quantity, Rational> {
    const size = this.#simplex.nudgeSize();
    return new Map(
      [...this.#quantities].map(([quantity, column]) => [quantity, this.#simplex.plain(column, size)]),
    );
  }

  #addQuantity(quantity: Quantity): void {
    if (this.#quantities.has(quantity)) return;
    const column = this.#simplex.number();
    this.#quantities.set(quantity, column);
    const form = formOf([{ quantity, coefficient: ONE }]);
    this.#columns.set(form.key, { form, column });
    const { lower, upper } = quantity;
    if (lower !== null) this.#simplex.set("lower", column, { point: pointAt(lower), reason: null });
    if (upper !== null) this.#simplex.set("upper", column, { point: pointAt(upper), reason: null });
  }

  #columnOf(form: Form): number {
    const known = this.#columns.get(form.key);
    if (known !== undefined) return known.column;
    const terms = form.terms.map(({ quantity, coefficient }) => ({
      column: this.#quantities.get(quantity)!,
      coefficient,
    }));
    const column = this.#simplex.sum(terms);
    this.#columns.set(form.key, { form, column });
    return column;
  }

  #split(form: Form): void {
    // Without bounds splitting need not come to an end; a high price lets another solver try soon.
    this.#budget.spend(STEPS_PER_SPLIT);
    const column = this.#columnOf(form);
    const value = rational(floorOf(this.#simplex.value(column)));
    const variable = this.#search.variable(value.numerator >= 0n);
    const link: Link = {
      ceiling: { value, strict: false },
      variable,
      asked: { holding: true, failing: true },
    };
    const chain = this.#chains.get(form.key) ?? new Chain(form);
    this.#chains.set(form.key, chain);
    chain.add(link, this.#search);
    this.#limits.set(variable, limitOf(column, link, form));
  }
}

const STEPS_PER_SPLIT = 20;

const limitOf = (column: number, { ceiling: { value, strict }, asked }: Link, { whole }: Form): Limit => ({
  column,
  upper: pointAt(value, strict ? -1 : 0),
  lower: whole ? pointAt(add(value, ONE)) : pointAt(value, strict ? 0 : 1),
  asked,
});
