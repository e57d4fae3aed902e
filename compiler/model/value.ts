import type { Rational } from "../../language/index.ts";

/** A known value. Numbers are exact and in the base unit of their dimension; a share of 5％ is 1/20. */
export type Value =
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "enumeration"; readonly value: string }
  | { readonly kind: "date"; readonly value: Day }
  | {
      readonly kind: "coordinate";
      readonly longitude: number;
      readonly latitude: number;
      readonly system: string | null;
    }
  | { readonly kind: "reference"; readonly object: string; readonly id: string };

/** Days since 1970-01-01 in the Gregorian calendar. */
export type Day = number;
