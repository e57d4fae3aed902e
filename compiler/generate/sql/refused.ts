import type { Origin } from "../../model/ir.ts";

/** A construct that SQL cannot express exactly. It is caught for each decision and told; nothing is approximated. */
export class Refused extends Error {
  /** Where the construct stands. */
  readonly origin: Origin;

  constructor(message: string, origin: Origin) {
    super(message);
    this.origin = origin;
  }
}
