import { ONE, rational, type Rational } from "../../../language/index.ts";
import { openAt } from "./exact.ts";
import { CODES, levelOfCode, type Ask } from "./level.ts";
import type { CompiledTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";

/** The values that a decision found, row by row; asked only where one was found. */
export type Held =
  | { readonly kind: "truth" }
  | {
      readonly kind: "number";
      readonly unit: Rational;
      readonly scaled: (row: number) => number;
      readonly over: ((row: number) => number) | null;
      readonly exact: (row: number) => Rational;
    }
  | { readonly kind: "date"; readonly day: (row: number) => number }
  | { readonly kind: "code"; readonly space: string; readonly code: (row: number) => number }
  /** Values that no column holds. */
  | { readonly kind: "other" };

/** Another rule reads a result as a value: a class, a number, or whether it holds. */
export const readHeld = (held: Held, codeOf: (row: number) => number, subject: Ask): CompiledTerm => {
  const openLevelOf = (row: number): number => (row < 0 ? -row : levelOfCode(codeOf(row)));
  const isFound = (row: number): boolean => row >= 0 && codeOf(row) === CODES.已认定;
  switch (held.kind) {
    case "truth":
      return { kind: "boolean", level: (rows) => openLevelOf(subject(rows)) };
    case "number":
      return {
        kind: "number",
        unit: held.unit,
        scaled: (rows) => {
          const row = subject(rows);
          return isFound(row) ? held.scaled(row) : Number.NaN;
        },
        over: held.over === null ? null : (rows) => held.over!(subject(rows)),
        exact: (rows) => {
          const row = subject(rows);
          return isFound(row) ? held.exact(row) : openAt(openLevelOf(row));
        },
        constant: null,
      };
    case "date":
      return {
        kind: "date",
        day: (rows) => {
          const row = subject(rows);
          return isFound(row) ? held.day(row) : Number.NaN;
        },
        level: (rows) => openLevelOf(subject(rows)),
        constant: null,
      };
    case "code":
      return {
        kind: "code",
        space: held.space,
        code: (rows) => {
          const row = subject(rows);
          return isFound(row) ? held.code(row) : -openLevelOf(row);
        },
      };
    case "other":
      throw new Unsupported();
  }
};

/** Whole numbers of ones. */
export const heldWhole = (whole: (row: number) => number): Held => ({
  kind: "number",
  unit: ONE,
  scaled: whole,
  over: null,
  exact: (row) => rational(whole(row)),
});
