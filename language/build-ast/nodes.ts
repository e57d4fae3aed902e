import type { IToken } from "chevrotain";
import type { Missing, Name, Quote, UnitWord } from "../ast.ts";
import { isHan, isSpace } from "../lexer/characters.ts";
import { endOf, T, type Payload, type Token } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";

export const spanOf = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });

export const payloadOf = <Kind extends Payload["kind"]>(
  token: IToken,
  kind: Kind,
): Extract<Payload, { kind: Kind }> | null => {
  const { payload } = token as Token;
  return payload?.kind === kind ? (payload as Extract<Payload, { kind: Kind }>) : null;
};

export const missingAt = (offset: number): Missing => ({
  kind: "missing",
  span: { start: offset, end: offset },
});

/** Words between marks: without the marks and without white space around them. */
export const quoteOf = (token: IToken): Quote => {
  const text = payloadOf(token, "text");
  return text === null
    ? { text: token.image, span: spanOf(token) }
    : { text: text.text, span: text.textSpan };
};

export const nameOf = (token: IToken): Name => ({
  kind: "name",
  text: token.tokenType === T.Quoted || token.tokenType === T.Title ? token.image.trim() : token.image,
  form: formOf(token),
  span: spanOf(token),
});

const formOf = (token: IToken): Name["form"] => {
  switch (token.tokenType) {
    case T.Quoted:
      return "quoted";
    case T.Title:
      return "title";
    case T.Undeclared:
      return "undeclared";
    default:
      return "term";
  }
};

export const unitWordOf = (token: IToken): UnitWord | null => {
  const quantity = payloadOf(token, "quantity");
  return quantity === null || quantity.unit === null || quantity.unitSpan === null
    ? null
    : { text: quantity.unit, span: quantity.unitSpan };
};

/** White space counts inside a name only between two Latin words (HIV Ⅱ stays apart from HIVⅡ). */
export const squeeze = (text: string): string => {
  let squeezed = "";
  let previous = -1;
  let pending = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      pending = true;
      continue;
    }
    if (pending && previous >= 0 && !isHan(previous) && !isHan(code)) squeezed += " ";
    pending = false;
    previous = code;
    squeezed += text[at]!;
  }
  return squeezed;
};
