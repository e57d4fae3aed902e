import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";
import { KEYWORD_TOKENS, type KeywordToken } from "../keywords.ts";
import type { Rational } from "../rational.ts";
import type { Span } from "../source.ts";

/** What a token carries beside its characters. */
export type Payload =
  | {
      readonly kind: "quantity";
      readonly value: Rational;
      readonly unit: string | null;
      readonly unitSpan: Span | null;
      readonly share: boolean;
      readonly digits: number;
    }
  | { readonly kind: "date"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: "text"; readonly text: string; readonly closed: boolean; readonly textSpan: Span }
  | { readonly kind: "marker"; readonly style: MarkerStyle; readonly number: number }
  | { readonly kind: "ordinal"; readonly number: number }
  | { readonly kind: "rounding"; readonly mode: "halfUp" | "down" | "up"; readonly digits: number };

/** Levels of item markers: （一）, 1., (1). */
export type MarkerStyle = "han" | "number" | "bracket";

/** A token of one block; offsets count in the file, `endOffset` is the last character. */
export interface Token extends IToken {
  readonly endOffset: number;
  readonly payload: Payload | undefined;
}

const named = (name: string, categories: TokenType[] = []): TokenType =>
  createToken({ name, pattern: Lexer.NA, categories });

/** Whatever may stand for a name. */
export const AnyName = named("AnyName");

const plain = {
  Comma: named("Comma"),
  Semicolon: named("Semicolon"),
  Colon: named("Colon"),
  Period: named("Period"),
  Dun: named("Dun"),
  LeftParen: named("LeftParen"),
  RightParen: named("RightParen"),
  Term: named("Term", [AnyName]),
  Undeclared: named("Undeclared", [AnyName]),
  Quoted: named("Quoted", [AnyName]),
  Title: named("Title", [AnyName]),
  Quantity: named("Quantity"),
  DateWord: named("DateWord"),
  Citation: named("Citation"),
  ItemMarker: named("ItemMarker"),
  ReadingOption: named("ReadingOption"),
  RoundingWord: named("RoundingWord"),
  UnitDeclaration: named("UnitDeclaration"),
  TypeWord: named("TypeWord"),
  AuthorityWord: named("AuthorityWord"),
  Stray: named("Stray"),
} as const;

const keyword = Object.fromEntries(KEYWORD_TOKENS.map((name) => [name, named(name)])) as Record<
  KeywordToken,
  TokenType
>;

/** Every token type by name. */
export const T = { ...plain, ...keyword, AnyName };

export const ALL_TOKENS: readonly TokenType[] = Object.values(T);

export const makeToken = (
  tokenType: TokenType,
  image: string,
  start: number,
  end: number,
  payload?: Payload,
): Token => ({
  tokenType,
  tokenTypeIdx: tokenType.tokenTypeIdx!,
  image,
  startOffset: start,
  endOffset: end - 1,
  payload,
});

/** One past the last character. */
export const endOf = (token: IToken): number => (token.endOffset ?? token.startOffset) + 1;
