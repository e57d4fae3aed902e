import { payloadOf } from "../build-ast/nodes.ts";
import { fold, isDigit, isSpace } from "../lexer/characters.ts";
import { endOf, T, type Token } from "../lexer/tokens.ts";

/** Signs of arithmetic as they are printed. */
const SIGNS: Readonly<Record<string, string>> = { "*": "×", "/": "÷" };

/** One word in canonical form: full-width punctuation, half-width digits, 「」 around what was quoted. */
export const printToken = (token: Token, text: string): string => {
  switch (token.tokenType) {
    case T.Quoted:
      return `「${payloadOf(token, "text")?.text ?? token.image}」`;
    case T.Title:
      return `《${token.image}》`;
    case T.Quantity:
    case T.DateWord:
      return printNumber(text.slice(token.startOffset, endOf(token)));
    case T.AddSign:
    case T.MultiplySign:
      return SIGNS[token.image] ?? token.image;
    default:
      return token.image.replaceAll("%", "％");
  }
};

export const printTokens = (tokens: readonly Token[], text: string): string =>
  tokens.map((token) => printToken(token, text)).join("");

/** Digits half-width, the comma of 1,000 and the point as they are, white space out. */
const printNumber = (raw: string): string => {
  let printed = "";
  for (let at = 0; at < raw.length; at += 1) {
    const code = fold(raw.charCodeAt(at));
    if (isSpace(code)) continue;
    if (isDigit(code)) printed += String.fromCharCode(code);
    else if (code === 0x25) printed += "％";
    else printed += raw[at] === "．" ? "." : raw[at] === "－" ? "-" : raw[at] === "／" ? "/" : raw[at]!;
  }
  return printed;
};
