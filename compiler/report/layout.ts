import { plain, type Paint } from "./tone.ts";

/** How a report for a terminal is set. */
export interface Layout {
  readonly width?: number;
  readonly paint?: Paint;
}

/** The same with nothing left open. */
export type WholeLayout = Required<Layout>;

/** Where the output is no terminal, it is still read by people. */
const WIDEST = 110;

export const wholeLayout = (given: Layout): WholeLayout => ({ width: WIDEST, paint: plain, ...given });
