import type { Dialect } from "../target.ts";

/** What the dialects write differently. */
export interface DialectWords {
  readonly name: Dialect;
  /** Whole numbers beyond BIGINT. */
  readonly wide: string;
  /** The greatest whole number; null: any. */
  readonly greatest: bigint | null;
  /** Quotient of two whole numbers, cut; both are wide and the divisor is positive. */
  readonly quotient: (above: string, below: string) => string;
  readonly remainder: (above: string, below: string) => string;
  /** Both are equal, or both are NULL; in a form that joins by hash. */
  readonly sameKey: (left: string, right: string) => string;
  /** Behind a layer, so that its columns are not written again wherever they are used. */
  readonly fence: string;
  /** A number out of range gives NULL. */
  readonly attempt: (expression: string) => string;
  readonly materialized: string;
  /** A text in hexadecimal digits, among which no separator can be. */
  readonly hex: (text: string) => string;
  readonly fromHex: (digits: string) => string;
}

export const DIALECTS = {
  duckdb: {
    name: "duckdb",
    wide: "HUGEINT",
    greatest: 170_141_183_460_469_231_731_687_303_715_884_105_727n,
    quotient: (above, below) => `(${above} // ${below})`,
    remainder: (above, below) => `(${above} % ${below})`,
    sameKey: (left, right) => `${left} IS NOT DISTINCT FROM ${right}`,
    fence: "",
    attempt: (expression) => `TRY(${expression})`,
    materialized: "MATERIALIZED",
    hex: (text) => `hex(${text})`,
    fromHex: (digits) => `decode(unhex(${digits}))`,
  },
  postgresql: {
    name: "postgresql",
    wide: "NUMERIC",
    greatest: null,
    quotient: (above, below) => `div(${above}, ${below})`,
    remainder: (above, below) => `mod(${above}, ${below})`,
    sameKey: (left, right) =>
      `(${left} IS NULL) = (${right} IS NULL) AND COALESCE(CAST(${left} AS TEXT), '') = COALESCE(CAST(${right} AS TEXT), '')`,
    fence: " OFFSET 0",
    attempt: (expression) => expression,
    materialized: "MATERIALIZED",
    hex: (text) => `encode(convert_to(${text}, 'UTF8'), 'hex')`,
    fromHex: (digits) => `convert_from(decode(${digits}, 'hex'), 'UTF8')`,
  },
} as const satisfies Record<Dialect, DialectWords>;
