import type { Theme } from "../state/settings-model.ts";

/** What a kind of word is to a reader; several kinds share a colour. */
export type TokenRole =
  | "header"
  | "plain"
  | "quiet"
  | "structure"
  | "duty"
  | "measureWord"
  | "person"
  | "field"
  | "value"
  | "open"
  | "action"
  | "defined"
  | "figure"
  | "quote";

/** Role of each kind of word that the analysis tells apart. */
export const TOKEN_ROLES: Readonly<Record<string, TokenRole>> = {
  blockHeader: "header",
  connective: "quiet",
  modal: "duty",
  condition: "structure",
  bound: "measureWord",
  list: "structure",
  arithmetic: "measureWord",
  place: "structure",
  statement: "structure",
  scenario: "structure",
  result: "duty",
  object: "person",
  field: "field",
  value: "value",
  parameter: "open",
  measure: "action",
  definition: "defined",
  indicator: "defined",
  classification: "defined",
  ranking: "defined",
  rule: "person",
  exception: "action",
  number: "figure",
  unit: "figure",
  quote: "quote",
  marker: "quiet",
  citation: "quote",
};

/** Shown heavier as well, so that colour is not all that sets them apart. */
export const BOLD_ROLES: ReadonlySet<TokenRole> = new Set(["header", "duty"]);

/** Each readable on the paper and on the ground of a block. */
export const TOKEN_COLOURS: Readonly<Record<Theme, Readonly<Record<TokenRole, string>>>> = {
  light: {
    header: "1b4a85",
    plain: "22252a",
    quiet: "5a606a",
    structure: "6a3b99",
    duty: "a01d4a",
    measureWord: "855000",
    person: "0b5c86",
    field: "22252a",
    value: "1d6b3a",
    open: "9a3d10",
    action: "a3312a",
    defined: "4f4ba3",
    figure: "7a4a00",
    quote: "4a6647",
  },
  dark: {
    header: "8fbcf2",
    plain: "e6e7ea",
    quiet: "a3abb6",
    structure: "c9a6ee",
    duty: "f291b2",
    measureWord: "ecbf78",
    person: "7cc4ea",
    field: "e6e7ea",
    value: "86d3a1",
    open: "f2a57c",
    action: "f79a92",
    defined: "b3b0f5",
    figure: "e8c48a",
    quote: "a9c7a4",
  },
  "contrast-light": {
    header: "00338a",
    plain: "000000",
    quiet: "333333",
    structure: "4b0082",
    duty: "8f0045",
    measureWord: "5c3600",
    person: "003d66",
    field: "000000",
    value: "00401a",
    open: "7a2600",
    action: "8f0000",
    defined: "2e2a8a",
    figure: "5c3600",
    quote: "1f4d1f",
  },
  "contrast-dark": {
    header: "ffff00",
    plain: "ffffff",
    quiet: "e0e0e0",
    structure: "e2c7ff",
    duty: "ffb0d0",
    measureWord: "ffd54f",
    person: "8fdcff",
    field: "ffffff",
    value: "5dff8f",
    open: "ffbf94",
    action: "ff9c94",
    defined: "cfcaff",
    figure: "ffe08a",
    quote: "c4f0bc",
  },
};

/** Paper and the ground of blocks, as in the style sheet of the page. */
export const GROUNDS: Readonly<Record<Theme, { readonly paper: string; readonly block: string }>> = {
  light: { paper: "fffefb", block: "f1f5fa" },
  dark: { paper: "22252a", block: "262c34" },
  "contrast-light": { paper: "ffffff", block: "f2f2f2" },
  "contrast-dark": { paper: "000000", block: "101010" },
};
