import { KEYWORDS } from "../../language/index.ts";
import type { DeclaredKind } from "../resolve/declared.ts";
import type { BlockToken } from "./block-tokens.ts";
import type { TokenKind } from "./model.ts";

/** How the words of each kind of name are shown. */
export const NAME_KINDS = {
  object: "object",
  field: "field",
  value: "value",
  parameter: "parameter",
  measure: "measure",
  definition: "definition",
  indicator: "indicator",
  classification: "classification",
  ranking: "ranking",
  rule: "rule",
  exception: "exception",
  reading: "quote",
} as const satisfies Record<DeclaredKind, TokenKind>;

/** The name behind 【…】 that a block declares; other blocks have a title only. */
export const HEADER_NAME_KINDS: Readonly<Record<string, TokenKind>> = {
  对象: "object",
  参数: "parameter",
  认定: "classification",
  排名: "ranking",
  规则: "rule",
  例外: "exception",
};

/** The kind of a token that is no name; null where it is shown as plain text. */
export const kindOfToken = ({ tokenType, image }: BlockToken): TokenKind | null => {
  const shown = SHOWN[tokenType.name];
  if (shown !== undefined) return shown;
  return Object.hasOwn(KEYWORDS, image) ? KEYWORDS[image]!.group : (groups.get(tokenType.name) ?? null);
};

/** Tokens that are no keywords of the table. */
const SHOWN: Readonly<Record<string, TokenKind | null>> = {
  Comma: null,
  Semicolon: null,
  Colon: null,
  Period: null,
  Dun: null,
  LeftParen: null,
  RightParen: null,
  Term: null,
  Undeclared: null,
  Quoted: "quote",
  Title: "citation",
  Citation: "citation",
  Quantity: "number",
  DateWord: "number",
  ItemMarker: "marker",
  ReadingOption: "statement",
  RoundingWord: "arithmetic",
  UnitDeclaration: "statement",
  TypeWord: "statement",
  AuthorityWord: "statement",
};

/** Signs have the group of the words that they stand for: ＋ of 加, ≤ of 不超过. */
const groups: ReadonlyMap<string, TokenKind> = new Map(
  Object.values(KEYWORDS).map(({ token, group }) => [token, group] as const),
);
