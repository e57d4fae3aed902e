import type { IToken } from "chevrotain";
import type {
  Authority,
  BoundaryBlock,
  Bound,
  CaseFact,
  CaseSetting,
  DateLiteral,
  Expectation,
  FieldType,
  KnownFailure,
  Name,
  Names,
  ParameterValue,
  Phrase,
  PropertySentence,
  Quote,
  RankingBlock,
  Sum,
  UnitWord,
} from "../ast.ts";
import { T } from "../lexer/tokens.ts";
import { ZERO, type Rational } from "../rational.ts";
import type { Span } from "../source.ts";
import { nameOf, payloadOf, quoteOf, spanOf } from "./nodes.ts";
import { date } from "./phrases.ts";

// ───────── 参数

export type ParameterPart =
  | { readonly kind: "unit"; readonly unit: UnitWord }
  | { readonly kind: "type"; readonly type: FieldType }
  | { readonly kind: "enumeration"; readonly values: readonly Name[] }
  | { readonly kind: "authority"; readonly authority: Authority }
  | { readonly kind: "basis"; readonly basis: readonly Quote[] }
  | { readonly kind: "regional"; readonly region: Name }
  | { readonly kind: "since"; readonly from: DateLiteral }
  | { readonly kind: "value"; readonly value: ParameterValue };

/** Words for the types that the language itself has. */
export const TYPE_WORDS = {
  文本: "text",
  整数: "integer",
  数值: "number",
  百分比: "percentage",
  金额: "money",
  日期: "date",
  是否: "boolean",
} as const satisfies Record<string, string>;

export const simpleType = (word: string): FieldType =>
  Object.hasOwn(TYPE_WORDS, word)
    ? { kind: TYPE_WORDS[word as keyof typeof TYPE_WORDS], unit: null, scale: null }
    : { kind: "missing" };

export const unitPart = (token: IToken): ParameterPart => {
  const text = payloadOf(token, "text");
  return { kind: "unit", unit: { text: text?.text ?? "", span: text?.textSpan ?? spanOf(token) } };
};

export const typePart = (token: IToken): ParameterPart => ({
  kind: "type",
  type: simpleType(payloadOf(token, "text")?.text ?? ""),
});

export const authorityPart = (token: IToken): ParameterPart => {
  const text = payloadOf(token, "text")?.text ?? "";
  return {
    kind: "authority",
    authority: { text, unstated: text === UNSTATED, basis: [], span: spanOf(token) },
  };
};

/** The text says nobody decides. */
export const UNSTATED = "未明确";

export const sincePart = (token: IToken): ParameterPart => ({ kind: "since", from: date(token) });

export const valuePart = (
  from: IToken | null,
  region: Name | null,
  value: Sum,
  span: Span,
): ParameterPart => ({
  kind: "value",
  value: { from: from === null ? null : date(from), region, value, basis: [], span },
});

// ───────── 定义 指标 排名 断言 界限

export interface DefinitionParts {
  readonly term: Name;
  readonly phrase: Phrase;
  readonly basis: readonly Quote[];
}

export interface IndicatorParts {
  readonly names: Names;
  readonly value: Sum;
  readonly basis: readonly Quote[];
}

export interface RankingTail {
  readonly tie: IToken | null;
  readonly rounding: IToken | null;
  readonly basis: readonly Quote[];
}

export interface RankingParts extends RankingTail {
  readonly group: readonly Name[];
  readonly members: Phrase;
  readonly keys: readonly { readonly value: Sum; readonly descending: boolean }[];
}

export interface AssertionParts {
  readonly left: Sum;
  readonly bound: Bound;
  readonly basis: readonly Quote[];
  readonly failure: Failure;
}

export type Failure = KnownFailure | null;

export interface BoundaryParts {
  readonly scope: IToken;
  readonly words: readonly IToken[];
  readonly inclusion: IToken;
}

export const failure = (reason: IToken | null, span: Span): KnownFailure => ({
  reason: reason === null ? "" : quoteOf(reason).text,
  span,
});

export const tieOf = (token: IToken | null): RankingBlock["ties"] => {
  if (token === null) return null;
  if (token.image.startsWith("抽签")) return "lot";
  return token.image === "并列" ? "shared" : "discretion";
};

export const roundingOf = (token: IToken | null): RankingBlock["shareRounding"] => {
  if (token === null) return null;
  if (token.image.endsWith("舍去")) return "down";
  return token.image.endsWith("进一") ? "up" : "halfUp";
};

export const boundaryScope = (token: IToken): BoundaryBlock["scope"] => {
  if (token.image === "本章") return "chapter";
  return token.image === "本条" ? "article" : "document";
};

// ───────── 用例

export interface CaseResult {
  readonly expectations: readonly Expectation[];
  readonly failure: Failure;
}

export interface Result {
  readonly status: string | null;
  readonly value: Sum | null;
}

export const referenceDate = (token: IToken, span: Span): CaseSetting => ({
  kind: "referenceDate",
  date: date(token),
  span,
});

export const distance = (from: IToken, to: IToken, value: Sum, span: Span): CaseSetting => ({
  kind: "distance",
  from: nameOf(from),
  to: nameOf(to),
  value,
  span,
});

export const readingSetting = (reading: IToken, option: IToken, span: Span): CaseSetting => ({
  kind: "reading",
  reading: nameOf(reading),
  option: payloadOf(option, "ordinal")?.number ?? 0,
  span,
});

export const recordedReason = (id: IToken, rule: Name, reason: IToken, span: Span): CaseSetting => ({
  kind: "recordedReason",
  id: nameOf(id),
  rule,
  reason: quoteOf(reason).text,
  span,
});

export const parameterSetting = (name: Name, region: Name | null, value: Sum, span: Span): CaseSetting => ({
  kind: "parameter",
  name,
  region,
  value,
  span,
});

export const record = (object: Name, id: IToken, facts: readonly CaseFact[], span: Span): CaseSetting => ({
  kind: "record",
  object,
  id: nameOf(id),
  facts,
  span,
});

/** 未…为否 is true: each negation turns the value once. */
export const fact = (
  verb: IToken | null,
  field: Name,
  value: CaseFact["value"] | null,
  span: Span,
): CaseFact => {
  const negated = verb !== null && verb.tokenType !== T.Have;
  if (value === null) return { field, value: { kind: "boolean", value: !negated }, span };
  if (negated && value.kind === "boolean")
    return { field, value: { kind: "boolean", value: !value.value }, span };
  return { field, value, span };
};

export const isValue = (is: IToken, value: CaseFact["value"]): CaseFact["value"] =>
  is.tokenType === T.IsNot && value.kind === "boolean" ? { kind: "boolean", value: !value.value } : value;

export const coordinate = (longitude: Sum, latitude: Sum): CaseFact["value"] => ({
  kind: "coordinate",
  longitude: numberIn(longitude),
  latitude: numberIn(latitude),
});

const numberIn = (value: Sum): Rational => (value.kind === "number" ? value.value : ZERO);

export const brokenFact = (at: number): CaseFact => ({
  field: brokenName(at),
  value: { kind: "unknown" },
  span: { start: at, end: at },
});

export const brokenExpectation = (at: number): Expectation => ({
  id: brokenName(at),
  about: brokenName(at),
  status: null,
  value: null,
  because: [],
  basis: [],
  span: { start: at, end: at },
});

export const brokenName = (at: number): Name => ({
  kind: "name",
  text: "",
  form: "undeclared",
  span: { start: at, end: at },
});

export const exceptionQuote = (token: IToken): Quote => quoteOf(token);

// ───────── 性质

export interface PropertyParts {
  readonly sentence: PropertySentence;
  readonly failure: Failure;
}

const lastName = (names: Names): Name => names.names.at(-1) ?? brokenName(names.span.start);

export const law = (word: IToken, about: Names, span: Span): PropertySentence => ({
  kind: word.image === "无冲突" ? "noConflict" : "noGap",
  about: lastName(about),
  span,
});

export const monotone = (about: Names, field: Names, direction: IToken, span: Span): PropertySentence => ({
  kind: "monotone",
  about: lastName(about),
  field: lastName(field),
  direction: direction.image.endsWith("增") ? "increasing" : "decreasing",
  span,
});

export const notWider = (about: Names, than: Names, span: Span): PropertySentence => ({
  kind: "notWiderThan",
  about: lastName(about),
  than: lastName(than),
  span,
});

export const forAll = (
  conditions: readonly Phrase[],
  about: Names,
  result: Result,
  negated: boolean,
  span: Span,
): PropertySentence => ({
  kind: "forAll",
  conditions,
  about: lastName(about),
  status: result.status,
  value: result.value,
  negated,
  span,
});
