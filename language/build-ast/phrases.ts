import type { IToken } from "chevrotain";
import type {
  Atom,
  Bound,
  BoundOperator,
  Clause,
  Comparison,
  DateLiteral,
  Equality,
  Existence,
  FunctionCall,
  Joint,
  ListHead,
  Name,
  Names,
  NumberLiteral,
  Phrase,
  Rounded,
  Scope,
  Sum,
} from "../ast.ts";
import { T } from "../lexer/tokens.ts";
import {
  ARITHMETIC_WORDS,
  BOUND_WORDS,
  FUNCTION_WORDS,
  withInclusion,
  type ArithmeticText,
  type BoundText,
  type FunctionText,
} from "../operators.ts";
import { negate, ZERO } from "../rational.ts";
import { cover, type Span } from "../source.ts";
import { missingAt, payloadOf, spanOf, unitWordOf } from "./nodes.ts";

/** What stands behind a value: 以上, （不含本数）以下. */
export interface Suffix {
  readonly word: IToken | null;
  readonly inclusion: IToken | null;
}

export const names = (
  lead: IToken | null,
  parts: readonly Name[],
  joints: readonly boolean[],
  span: Span,
): Names => ({ kind: "names", lead: lead === null ? null : leadOf(lead), names: parts, joints, span });

const leadOf = (token: IToken): Names["lead"] => {
  if (token.tokenType === T.CityWide) return "cityWide";
  return token.image === "每个" || token.image === "各" ? "each" : "this";
};

export const number = (token: IToken): NumberLiteral => {
  const quantity = payloadOf(token, "quantity");
  return {
    kind: "number",
    value: quantity?.value ?? ZERO,
    unit: unitWordOf(token),
    share: quantity?.share ?? false,
    digits: quantity?.digits ?? 0,
    span: spanOf(token),
  };
};

export const signed = (sign: IToken, value: NumberLiteral): NumberLiteral => ({
  ...value,
  value: ARITHMETIC_WORDS[sign.image as ArithmeticText] === "subtract" ? negate(value.value) : value.value,
  span: cover(spanOf(sign), value.span),
});

export const date = (token: IToken): DateLiteral => {
  const { year, month, day } = payloadOf(token, "date") ?? { year: 1, month: 1, day: 1 };
  return { kind: "date", year, month, day, span: spanOf(token) };
};

export const arithmetic = (word: string, left: Sum, right: Sum, span: Span): Sum => ({
  kind: "arithmetic",
  operator: ARITHMETIC_WORDS[word as ArithmeticText] ?? "add",
  word,
  left,
  right,
  span,
});

export const shareOf = (of: IToken, left: Sum, right: Sum, span: Span): Sum => ({
  kind: "arithmetic",
  operator: "multiply",
  word: of.image,
  left,
  right,
  span,
});

/** A、B与C之和, halved again and again so that a long list makes no deep tree. */
export const sumOf = (parts: readonly Sum[], word: string, span: Span): Sum => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const middle = Math.ceil(parts.length / 2);
  const [left, right] = [sumOf(parts.slice(0, middle), word, span), sumOf(parts.slice(middle), word, span)];
  return { kind: "arithmetic", operator: "add", word, left, right, span };
};

export const rounded = (word: IToken, of: Sum, span: Span): Rounded => {
  const { mode, digits } = payloadOf(word, "rounding") ?? { mode: "halfUp", digits: 0 };
  return { kind: "rounded", mode, digits, of, span };
};

export const call = (word: IToken, arguments_: readonly Phrase[], span: Span): FunctionCall => ({
  kind: "call",
  function: FUNCTION_WORDS[word.image as FunctionText] ?? "count",
  word: word.image,
  arguments: arguments_,
  span,
});

export const joint = (token: IToken): Joint => ({
  kind: token.tokenType === T.And ? "and" : token.tokenType === T.Or ? "or" : "of",
  word: token.image,
  span: spanOf(token),
});

/** A noun right behind 二级以上. */
export const silentJoint = (at: number): Joint => ({ kind: "of", word: "", span: { start: at, end: at } });

export const plain = (value: Sum): Atom => ({ kind: "plain", value, span: value.span });

/** 业务量未超过10笔 and 医院等级非二级 deny a comparison of the value before them; the rest is said of a subject. */
export const predication = (subject: Sum, predicate: Atom, span: Span): Atom => {
  if (predicate.kind === "negated") {
    const { operand, word } = predicate;
    if (operand.kind === "comparison" && operand.left === null)
      return { ...operand, left: subject, negated: operand.negated !== true, span };
    if (word === "非" && operand.kind === "plain" && operand.value.kind === "names")
      return { kind: "equality", left: subject, negated: true, values: [operand.value], oneOf: false, span };
  }
  return { kind: "predication", subject, predicate, span };
};

/** Whether the last word of an atom is one like 以上, behind which a noun needs no 的. */
export const endsWithBound = (atom: Atom): boolean => {
  switch (atom.kind) {
    case "comparison": {
      const last = atom.bounds.at(-1);
      return last !== undefined && last.span.end > last.value.span.end;
    }
    case "negated":
      return endsWithBound(atom.operand);
    case "predication":
      return endsWithBound(atom.predicate);
    case "within":
      return atom.inner !== null && endsWithBound(atom.inner);
    case "elapsed":
      return atom.bound.span.end > atom.bound.value.span.end;
    case "existence":
    case "sameness":
    case "membership":
    case "equality":
    case "rankPosition":
    case "plain":
    case "missing":
      return false;
  }
};

const HAVE_COUNT: Readonly<Record<string, BoundOperator>> = {
  至少有: "atLeast",
  至多有: "atMost",
  恰好有: "equal",
};

/** What 至少有, 至多有 and 恰好有 say about the number behind them; a bare 有 says nothing yet. */
export const countWordOperator = (have: IToken): BoundOperator | null => HAVE_COUNT[have.image] ?? null;

export const existence = (
  word: IToken,
  scope: Scope | null,
  quantity: Bound | null,
  body: Clause,
  span: Span,
): Existence => ({
  kind: "existence",
  word: word.image,
  negated: word.tokenType === T.HaveNot,
  quantity,
  scope,
  body,
  span,
});

/** A bare number after 有 means at least so many. */
export const countBound = (
  have: IToken,
  before: IToken | null,
  value: NumberLiteral,
  after: Suffix | null,
  span: Span,
): Bound => {
  if (before === null && after === null) {
    const operator = countWordOperator(have) ?? "atLeast";
    return { operator, word: have.image, override: null, value, span };
  }
  return bound(before, null, value, after, span);
};

export const bound = (
  before: IToken | null,
  inclusion: IToken | null,
  value: Sum,
  after: Suffix | null,
  span: Span,
): Bound => {
  const words = [before, after?.word ?? null].filter((token) => token !== null);
  const override = inclusion ?? after?.inclusion ?? null;
  const operators = words.map((token) => BOUND_WORDS[token.image as BoundText]?.operator ?? "equal");
  const inclusive = override === null ? null : override.image === "含本数";
  const operator = operators[0] ?? "equal";
  return {
    operator: inclusive === null ? operator : withInclusion(operator, inclusive),
    word: words.map((token) => token.image).join(""),
    override: inclusive,
    value,
    span,
  };
};

/**
 * Bounds on one value. With a word behind it (医院等级二级以上) the value that was read already holds
 * both; its last name or number is the limit.
 */
export const comparison = (
  left: Sum | null,
  suffix: Suffix | null,
  bounds: readonly Bound[],
  span: Span,
): Comparison => {
  if (suffix === null) return { kind: "comparison", left, bounds, span };
  const [subject, limit] = splitLast(left, span.start);
  const first = bound(null, null, limit, suffix, { start: limit.span.start, end: suffixEnd(suffix, limit) });
  return { kind: "comparison", left: subject, bounds: [first, ...bounds], span };
};

const suffixEnd = (suffix: Suffix, limit: Sum): number =>
  Math.max(
    limit.span.end,
    ...[suffix.word, suffix.inclusion].filter((token) => token !== null).map((token) => spanOf(token).end),
  );

const splitLast = (value: Sum | null, at: number): readonly [Sum | null, Sum] => {
  if (value === null) return [null, missingAt(at)];
  if (value.kind !== "names" || value.names.length < 2) return [null, value];
  const last = value.names.at(-1)!;
  const rest = value.names.slice(0, -1);
  return [
    {
      ...value,
      names: rest,
      joints: value.joints.slice(0, -1),
      span: { start: value.span.start, end: rest.at(-1)!.span.end },
    },
    { kind: "names", lead: null, names: [last], joints: [], span: last.span },
  ];
};

export const equality = (
  is: IToken,
  left: Sum | null,
  values: readonly Sum[],
  oneOf: boolean,
  after: Suffix | null,
  more: readonly Bound[],
  span: Span,
): Equality | Comparison => {
  const value = values.at(-1);
  // 为二级以上 compares, and 不为二级以上 denies that.
  if (after !== null && value !== undefined) {
    const first = bound(null, null, value, after, { start: value.span.start, end: suffixEnd(after, value) });
    const comparison = { kind: "comparison", left, bounds: [first, ...more], span } as const;
    return is.tokenType === T.IsNot ? { ...comparison, negated: true } : comparison;
  }
  return { kind: "equality", left, negated: is.tokenType === T.IsNot, values, oneOf, span };
};

export const listHead = (head: IToken, count: NumberLiteral | null, span: Span): ListHead => ({
  kind: "listHead",
  mode: count !== null ? "atLeast" : head.image.endsWith("之一") ? "any" : "all",
  count: count === null ? null : Number(count.value.numerator / count.value.denominator),
  words: head.image,
  span,
});
