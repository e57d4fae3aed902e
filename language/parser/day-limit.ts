import { endOf, T, type Token } from "../lexer/tokens.ts";
import type { Span } from "../source.ts";

/** 以前 behind a day: whether that day counts is open, so that the drafter has to say it. */
export interface DayLimit {
  readonly words: string;
  readonly day: string;
  readonly earlier: boolean;
  readonly last: Token;
  readonly span: Span;
}

/** 2025年1月1日以前, 之后, 前: found at the word right behind the day. */
export const dayLimitAt = (tokens: readonly Token[], index: number): DayLimit | null => {
  const [day, first, second] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (day?.tokenType !== T.DateWord || first === undefined) return null;
  const prefixed = first.tokenType === T.Undeclared && (first.image === "以" || first.image === "之");
  const last = prefixed ? second : first;
  if (last === undefined || (last.tokenType !== T.Front && last.tokenType !== T.Back)) return null;
  return {
    words: prefixed ? first.image + last.image : last.image,
    day: day.image,
    earlier: last.tokenType === T.Front,
    last,
    span: { start: first.startOffset, end: endOf(last) },
  };
};
