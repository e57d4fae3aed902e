import type { MetadataEntry, NoteStatus, Quote, ReadingOption } from "../ast.ts";
import { foldText, isSpace } from "../lexer/characters.ts";
import { parseNumeral, scanQuantity } from "../numerals.ts";
import type { Span } from "../source.ts";
import { appendAll } from "./append.ts";
import { findMark, splitAt, trimmed } from "./text-pieces.ts";

/** Blocks whose sentences are for people: 政策, 词汇, 说明, 理解. Their words are not cut. */

/** `名称：…；` one a line or one a semicolon. */
export const readEntries = (
  text: string,
  range: Span,
): { readonly entries: readonly MetadataEntry[]; readonly unread: readonly Span[] } => {
  const entries: MetadataEntry[] = [];
  const unread: Span[] = [];
  for (const piece of splitAt(text, range, "；\n\r")) {
    const colon = findMark(text, piece.span, "：");
    if (colon < 0) {
      unread.push(piece.span);
      continue;
    }
    const key = trimmed(text, { start: piece.span.start, end: colon });
    const value = trimmed(text, { start: colon + 1, end: piece.span.end });
    const stop = value.text.endsWith("。") ? 1 : 0;
    entries.push({
      key: key.text,
      keySpan: key.span,
      value: value.text.slice(0, value.text.length - stop),
      valueSpan: { start: value.span.start, end: value.span.end - stop },
      span: piece.span,
    });
  }
  return { entries, unread };
};

/** Quotes behind 依据, joined by 、 at `at`. */
const readQuotes = (
  text: string,
  at: number,
  end: number,
): { readonly quotes: Quote[]; readonly end: number } => {
  const quotes: Quote[] = [];
  let reach = at;
  for (;;) {
    while (
      reach < end &&
      /[\s、与和，,]/.test(text[reach]!) &&
      (quotes.length > 0 || /\s/.test(text[reach]!))
    )
      reach += 1;
    const quote = readQuote(text, reach, end);
    if (quote === null) break;
    quotes.push(quote.quote);
    reach = quote.end;
  }
  return { quotes, end: quotes.length === 0 ? at : reach };
};

const OPEN = "「『“｢";
const CLOSE = "」』”｣";

/** One quote; quotes of the same kind inside it belong to it. */
const readQuote = (
  text: string,
  at: number,
  end: number,
): { readonly quote: Quote; readonly end: number } | null => {
  const kind = at < end ? OPEN.indexOf(text[at]!) : -1;
  if (kind < 0) return null;
  let nested = 0;
  for (let offset = at + 1; offset < end; offset += 1) {
    if (text[offset] === OPEN[kind]) nested += 1;
    else if (text[offset] === CLOSE[kind]) {
      if (nested === 0) {
        const span = { start: at + 1, end: offset };
        return { quote: { text: text.slice(span.start, span.end), span }, end: offset + 1 };
      }
      nested -= 1;
    }
  }
  return null;
};

export interface NoteParts {
  readonly status: NoteStatus | null;
  readonly statusSpan: Span;
  readonly codes: readonly Quote[];
  readonly basis: readonly Quote[];
  readonly reason: string | null;
}

export const NOTE_STATUSES = [
  "宣示",
  "程序",
  "需裁量",
  "引用",
  "未转译",
  "不提示",
] as const satisfies readonly NoteStatus[];

/** 程序，依据「…」，理由：…。 or 程序，依据「…」。…。 or 不提示「missing-number」，依据「…」，理由：…。 */
export const readNote = (text: string, range: Span): NoteParts => {
  const piece = trimmed(text, range);
  const status = NOTE_STATUSES.find((word) => piece.text.startsWith(word)) ?? null;
  const word = status ?? /^[^，,。；;：:、\s「]*/.exec(piece.text)?.[0] ?? "";
  let at = piece.span.start + word.length;
  const statusSpan = { start: piece.span.start, end: at };
  const named = status === "不提示" ? readQuotes(text, at, piece.span.end) : null;
  if (named !== null) at = named.end;
  const basis: Quote[] = [];
  for (;;) {
    const lead = /[\s，,。；;]*依据\s*[:：]?\s*/y;
    lead.lastIndex = at;
    const match = lead.exec(text);
    if (match === null || match.index + match[0].length > piece.span.end) break;
    const read = readQuotes(text, at + match[0].length, piece.span.end);
    if (read.quotes.length === 0) break;
    appendAll(basis, read.quotes);
    at = read.end;
  }
  const rest = text
    .slice(Math.min(at, piece.span.end), piece.span.end)
    .replace(/^[\s，,。；;：:]+/, "")
    .replace(/^理由\s*[:：为]?\s*/, "")
    .trim();
  // Marks alone give no reason, as in 理由：。 before it is written.
  const reason = /[\p{L}\p{N}]/u.test(rest) ? rest : null;
  return { status, statusSpan, codes: named?.quotes ?? [], basis, reason };
};

export interface ReadingParts {
  readonly options: readonly ReadingOption[];
  readonly adopted: number | null;
  readonly confirmedBy: string | null;
  readonly status: "provisional" | "confirmed" | null;
  readonly basis: readonly Quote[];
}

const OPTION = /读法\s*([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})\s*[:：]/y;
const ADOPTED = /采\s{0,3}(?:用|取)?\s{0,3}读法\s{0,3}([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})/;

/** 读法一：…；读法二：…。采读法一，由…确认，状态为暂拟。 */
export const readReading = (text: string, range: Span): ReadingParts => {
  const starts: { at: number; from: number; number: number }[] = [];
  let quoted = 0;
  for (let at = range.start; at < range.end; at += 1) {
    if (OPEN.includes(text[at]!)) quoted += 1;
    else if (CLOSE.includes(text[at]!)) quoted = Math.max(0, quoted - 1);
    else if (quoted === 0 && text[at] === "读") {
      OPTION.lastIndex = at;
      const match = OPTION.exec(text);
      if (match !== null)
        starts.push({ at, from: at + match[0].length, number: parseNumeral(match[1]!) ?? 0 });
    }
  }
  const tailStart = findTail(text, { start: starts.at(-1)?.from ?? range.start, end: range.end });
  const options = starts.map(({ at, from, number }, index): ReadingOption => {
    const end = starts[index + 1]?.at ?? tailStart;
    const words = trimmed(text, { start: from, end });
    const clean = withoutEndMarks(words.text);
    return { number, text: clean, detourFactor: detourIn(clean), span: { start: at, end: words.span.end } };
  });
  const tail = text.slice(tailStart, range.end);
  const adopted = ADOPTED.exec(tail);
  const confirmed = /由([^，,。；;由]{1,60}?)确认/.exec(tail);
  const basisAt = tail.indexOf("依据");
  return {
    options,
    adopted: adopted === null ? null : parseNumeral(adopted[1]!),
    confirmedBy: confirmed?.[1]?.trim() ?? null,
    status: /暂拟/.test(tail) ? "provisional" : /已确认/.test(tail) ? "confirmed" : null,
    basis: basisAt < 0 ? [] : readQuotes(text, tailStart + basisAt + 2, range.end).quotes,
  };
};

const withoutEndMarks = (words: string): string => {
  let end = words.length;
  while (end > 0 && (isSpace(words.charCodeAt(end - 1)) || "；;。".includes(words[end - 1]!))) end -= 1;
  return words.slice(0, end);
};

/** Where the options end and 采读法一 begins; the end of the block where nothing is adopted. */
const findTail = (text: string, range: Span): number => {
  const rest = text.slice(range.start, range.end);
  const match = ADOPTED.exec(rest);
  return match === null ? range.end : range.start + match.index;
};

/** 绕行系数为1.3 */
const detourIn = (text: string): ReadingOption["detourFactor"] => {
  const match = /绕行系数\s*(?:为|是|取)?\s*/.exec(text);
  return match === null ? null : (scanQuantity(foldText(text), match.index + match[0].length)?.value ?? null);
};
