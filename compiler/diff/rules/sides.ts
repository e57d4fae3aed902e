import type { Program } from "../../model/ir.ts";
import type { Keys } from "./key.ts";

/** One program and what its names are called where both are held against each other. */
export interface Side {
  readonly program: Program;
  readonly keys: Keys;
}

export interface Sides {
  readonly left: Side;
  readonly right: Side;
}
