// @ts-check
/** @import { Context } from "./context.js" */
/** @import { Given } from "./points.js" */

/** Where a record stands among those of the register, as they were given; they are mostly judged in their own order. */
export class Rows {
  /** @param {Context} context @param {string} object */
  constructor(context, object) {
    this.given = context.register.objects.get(object)?.given ?? [];
    /** @type {ReadonlyMap<Given, number> | null} */
    this.places = null;
    this.next = 0;
  }

  /** -1 where it does not stand there. @param {Given} given */
  placeOf(given) {
    const at = this.next;
    if (this.given[at] === given) {
      this.next = at + 1;
      return at;
    }
    // Several rules ask for the same record one after the other.
    if (this.given[at - 1] === given) return at - 1;
    this.places ??= new Map(this.given.map((each, place) => [each, place]));
    const found = this.places.get(given) ?? -1;
    this.next = found + 1;
    return found;
  }

  /** Whether each has a 编号, and no two have the same. */
  haveOwnIds() {
    let previous = "";
    let ascending = true;
    for (const { 编号: id } of this.given) {
      if (typeof id !== "string" || id === "") return false;
      ascending &&= id > previous;
      previous = id;
    }
    // Most registers are sorted by 编号; only others need a list of what has been seen.
    return ascending || new Set(this.given.map((record) => record["编号"])).size === this.given.length;
  }
}
