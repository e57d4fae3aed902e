import { compareCeilings, type Ceiling, type Form } from "./form.ts";
import type { Search } from "./search.ts";

/** A ceiling that the search decides about. */
export interface Link {
  readonly ceiling: Ceiling;
  readonly variable: number;
  /** Whether the formula asks for it, and whether it asks for its opposite; the other way it says nothing. */
  readonly asked: { readonly holding: boolean; readonly failing: boolean };
}

/** All ceilings of one form, the lowest first: what is under one is under all after it. */
export class Chain {
  readonly links: Link[] = [];
  readonly form: Form;

  constructor(form: Form) {
    this.form = form;
  }

  /** Puts the ceilings in order and says what each says about the next. */
  connect(search: Search): void {
    this.links.sort((left, right) => compareCeilings(left.ceiling, right.ceiling));
    for (const [place, { variable }] of this.links.entries()) {
      const after = this.links[place + 1];
      if (after !== undefined) search.clause([2 * variable + 1, 2 * after.variable]);
    }
  }

  /** Adds a ceiling that is not there yet, and what it says about its neighbours. */
  add(link: Link, search: Search): void {
    const place = this.#placeFor(link.ceiling);
    const [before, after] = [this.links[place - 1], this.links[place]];
    if (before !== undefined) search.clause([2 * before.variable + 1, 2 * link.variable]);
    if (after !== undefined) search.clause([2 * link.variable + 1, 2 * after.variable]);
    this.links.splice(place, 0, link);
  }

  #placeFor(ceiling: Ceiling): number {
    let [from, to] = [0, this.links.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareCeilings(this.links[middle]!.ceiling, ceiling) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The ceilings around the value: the highest that does not hold, the lowest that does. */
  around(search: Search): { readonly over: Ceiling | null; readonly under: Ceiling | null } {
    const holding = this.links.find(({ variable }) => search.holds(2 * variable));
    const failing = this.links.findLast(({ variable }) => search.fails(2 * variable));
    return { over: failing?.ceiling ?? null, under: holding?.ceiling ?? null };
  }
}
