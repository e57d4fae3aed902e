import { shorten, type Fix } from "../diagnostic.ts";
import type { BlockSegment } from "../document/model.ts";
import { endOf, T, type Token } from "../lexer/tokens.ts";

/** What to do about a word that nothing declares. */
export const undeclaredAdvice = (token: Token, nearest: string | null, before: Token | null): string => {
  const first =
    nearest === null
      ? "请先声明它；如果它是用例中的名称或者原文中的词，请加「」。"
      : `是否指“${nearest}”？否则请先声明它，或者加「」。`;
  if (before === null) return first;
  const whole = before.image + token.image;
  return `${first}如果“${whole}”是一个名称，请写成「${whole}」。`;
};

/** The same as data: the nearest name, a declaration, or quotes. */
export const undeclaredFixes = (
  token: Token,
  nearest: string | null,
  before: Token | null,
  segment: BlockSegment,
): readonly Fix[] => {
  const span = { start: token.startOffset, end: endOf(token) };
  const declaration = `【参数】${token.image}\n由未明确确定。\n`;
  const head = { start: segment.span.start, end: segment.span.start };
  const fixes: Fix[] = [];
  if (nearest !== null) fixes.push(fix(`改为“${nearest}”`, span, nearest));
  fixes.push(fix(`声明参数“${shorten(token.image)}”`, head, declaration));
  fixes.push(fix(`写成「${shorten(token.image)}」`, span, `「${token.image}」`));
  if (before !== null) {
    const whole = `「${before.image}${token.image}」`;
    fixes.push(fix(`写成${shorten(whole)}`, { start: before.startOffset, end: span.end }, whole));
  }
  return fixes;
};

const fix = (title: string, span: Fix["edits"][number]["span"], newText: string): Fix => ({
  title,
  safe: false,
  edits: [{ span, newText }],
});

/** 为 of an undeclared 为民服务中心, cut off because 为 is a keyword: it begins a run and might begin a name. */
export const splitOff = (tokens: readonly Token[], index: number): Token | null => {
  const [before, earlier] = [tokens[index - 1], tokens[index - 2]];
  if (before === undefined || before.image.length !== 1 || !SPLITS.has(before.tokenType)) return null;
  if (endOf(before) !== tokens[index]!.startOffset) return null;
  const beginsRun =
    earlier === undefined || endOf(earlier) !== before.startOffset || ENDS_RUN.has(earlier.tokenType);
  return beginsRun ? before : null;
};

const SPLITS = new Set([T.Is, T.And, T.Or, T.Of]);
const ENDS_RUN = new Set([
  T.Comma,
  T.Semicolon,
  T.Colon,
  T.Period,
  T.Dun,
  T.LeftParen,
  T.RightParen,
  T.ItemMarker,
  T.Quoted,
  T.Title,
  T.Citation,
]);
