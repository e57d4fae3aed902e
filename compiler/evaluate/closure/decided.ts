import type { Decision } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import type { Ask } from "./level.ts";
import type { CompiledTerm } from "./term.ts";

/** A decision whose results are found row by row, each once. */
export interface Decided {
  readonly decision: Decision;
  /** Left to the interpreter, because columns do not hold what it reads. */
  readonly isInterpreted: boolean;
  /** Code of the result for a row. */
  readonly code: (row: number) => number;
  /** Codes of the rows that were asked for. */
  readonly codes: Uint8Array;
  /** The result as a condition of another rule. */
  readonly level: (row: number) => number;
  /** Class, number or position that was found; null where there is none. */
  readonly value: (row: number) => Value | null;
  /** The result as a term of another rule. */
  readonly read: (subject: Ask) => CompiledTerm;
}
