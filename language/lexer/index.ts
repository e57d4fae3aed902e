import type { TokenType } from "chevrotain";
import type { Span } from "../source.ts";
import { fold, foldText, isDigit, isRunCharacter, isSpace } from "./characters.ts";
import { readCitation } from "./citation-word.ts";
import type { Lexicon } from "./lexicon.ts";
import { readMarker } from "./marker.ts";
import { readRun, type Run } from "./run.ts";
import { segmentRun, type Piece, type Segmentation } from "./segment-run.ts";
import { makeToken, T, type Payload, type Token } from "./tokens.ts";

/** Something the lexer has to say; the parser turns it into a message. */
export type LexicalFinding =
  | { readonly kind: "stray"; readonly span: Span; readonly text: string }
  | { readonly kind: "unclosedQuote"; readonly span: Span }
  | { readonly kind: "invalidDate"; readonly span: Span; readonly text: string }
  | {
      readonly kind: "ambiguous";
      readonly span: Span;
      readonly chosen: readonly string[];
      readonly other: readonly string[];
      /** The tokens of the other reading, in place of `tokens[from … until)`. */
      readonly tokens: readonly Token[];
      readonly from: number;
      readonly until: number;
    };

export interface Lexed {
  readonly tokens: Token[];
  readonly findings: readonly LexicalFinding[];
  /** Deepest nesting of brackets. */
  readonly depth: number;
}

const PUNCTUATION: Readonly<Record<string, TokenType>> = {
  "，": T.Comma,
  "；": T.Semicolon,
  "：": T.Colon,
  "。": T.Period,
  "、": T.Dun,
  "（": T.LeftParen,
  "）": T.RightParen,
  "+": T.AddSign,
  "-": T.AddSign,
  "*": T.MultiplySign,
  "×": T.MultiplySign,
  "/": T.MultiplySign,
  "÷": T.MultiplySign,
  "<": T.BoundBefore,
  ">": T.BoundBefore,
  "≤": T.BoundBefore,
  "≥": T.BoundBefore,
  "=": T.BoundBefore,
  "≠": T.BoundBefore,
  "≈": T.BoundBefore,
};

/** Cuts one stretch of a file into tokens. Never throws; what is no word becomes a finding. */
export const tokenize = (
  text: string,
  range: Span,
  lexicon: Lexicon,
  locals: Lexicon | null = null,
): Lexed => {
  const tokens: Token[] = [];
  const findings: LexicalFinding[] = [];
  const end = Math.min(range.end, text.length);
  let at = range.start;
  let depth = 0;
  let deepest = 0;
  let lineStart = true;
  const push = (type: TokenType, image: string, start: number, until: number, payload?: Payload): void => {
    tokens.push(makeToken(type, image, start, until, payload));
    lineStart = false;
  };
  while (at < end) {
    const raw = text.charCodeAt(at);
    if (isSpace(raw)) {
      if (raw === 0x0a || raw === 0x0d) lineStart = true;
      at += 1;
      continue;
    }
    const code = fold(raw);
    const character = String.fromCharCode(code);
    const marker = markerPlace(tokens.at(-1), lineStart) ? readMarker(text, at, end) : null;
    if (marker !== null) {
      push(T.ItemMarker, marker.image, at, marker.end, {
        kind: "marker",
        style: marker.style,
        number: marker.number,
      });
      at = marker.end;
      continue;
    }
    if (character === "「" || raw === 0x22) {
      const quote = readQuote(text, at, end);
      push(T.Quoted, quote.text, at, quote.end, {
        kind: "text",
        text: quote.text,
        closed: quote.closed,
        textSpan: quote.textSpan,
      });
      if (!quote.closed) findings.push({ kind: "unclosedQuote", span: { start: at, end: quote.end } });
      at = quote.end;
      continue;
    }
    if (raw === 0x300a || raw === 0x300b) {
      const title = raw === 0x300a ? readTitle(text, at, end) : null;
      if (title === null) {
        push(T.BoundBefore, raw === 0x300a ? "<" : ">", at, at + 1);
        at += 1;
      } else {
        const words = text.slice(at + 1, title - 1);
        push(T.Title, words, at, title, {
          kind: "text",
          text: words,
          closed: true,
          textSpan: { start: at + 1, end: title - 1 },
        });
        at = title;
      }
      continue;
    }
    const citation = raw === 0x7b2c ? readCitation(text, at, end) : null;
    if (citation !== null) {
      push(T.Citation, foldText(text.slice(at, citation)).replaceAll(/\s/g, ""), at, citation);
      at = citation;
      continue;
    }
    if (isRunCharacter(code)) {
      const run = readRun(text, at, end, depth);
      at = run.offsets.at(-1)!;
      pushRun(
        segmentRun(run, lexicon, { bracketFollows: followedByBracket(text, at, end), locals }),
        run,
        tokens,
        findings,
      );
      lineStart = false;
      continue;
    }
    if (raw === 0x2e || raw === 0xff0e) {
      push(T.Period, "。", at, at + 1);
      at += 1;
      continue;
    }
    const punctuation = PUNCTUATION[character];
    if (punctuation === undefined) {
      at = pushStray(text, at, end, findings);
      continue;
    }
    const inclusion = character === "（" ? readInclusion(text, at, end) : null;
    if (inclusion !== null) {
      push(T.LeftParen, "（", at, at + 1);
      push(T.Inclusion, inclusion.image, inclusion.start, inclusion.end);
      at = inclusion.end;
      continue;
    }
    if (character === "（") deepest = Math.max(deepest, (depth += 1));
    if (character === "）") depth = Math.max(0, depth - 1);
    push(punctuation, character, at, at + 1);
    at += 1;
  }
  return { tokens, findings, depth: deepest };
};

const INCLUSION = /[(（]\s*(不?含)(?=\s*[)）])/y;

/** 60分（含）以上 is short for 60分（含本数）以上. */
const readInclusion = (
  text: string,
  at: number,
  end: number,
): { readonly image: string; readonly start: number; readonly end: number } | null => {
  INCLUSION.lastIndex = at;
  const match = INCLUSION.exec(text);
  if (match === null || at + match[0].length >= end) return null;
  const until = at + match[0].length;
  return { image: `${match[1]!}本数`, start: until - match[1]!.length, end: until };
};

/** An item begins after ：；。 or at the start of a line. */
const markerPlace = (previous: Token | undefined, lineStart: boolean): boolean =>
  lineStart ||
  previous === undefined ||
  previous.tokenType === T.Colon ||
  previous.tokenType === T.Semicolon ||
  previous.tokenType === T.Period;

interface ReadQuote {
  readonly text: string;
  readonly end: number;
  readonly closed: boolean;
  readonly textSpan: Span;
}

const CLOSING: Readonly<Record<string, string>> = {
  "「": "」",
  "『": "』",
  "“": "”",
  "”": "”",
  "｢": "｣",
  '"': '"',
};

/** Beyond this a quotation mark has no partner: no search may run through a whole file for each of them. */
const LONGEST_QUOTE = 3_000;
const LONGEST_TITLE = 300;

/** Everything up to the matching mark, taken as it is; an unclosed one ends with its line. */
const readQuote = (text: string, at: number, end: number): ReadQuote => {
  const opening = text[at]!;
  const closing = CLOSING[opening] ?? "」";
  let nested = 0;
  const farthest = Math.min(end, at + LONGEST_QUOTE);
  for (let offset = at + 1; offset < farthest; offset += 1) {
    const character = text[offset]!;
    if (character === "\n" && nested === 0 && closing === '"') break;
    if (character === opening && opening !== closing) nested += 1;
    else if (character === closing) {
      if (nested === 0)
        return {
          text: text.slice(at + 1, offset),
          end: offset + 1,
          closed: true,
          textSpan: { start: at + 1, end: offset },
        };
      nested -= 1;
    }
  }
  const lineEnd = text.indexOf("\n", at);
  const stop = lineEnd < 0 || lineEnd > end ? end : lineEnd;
  return {
    text: text.slice(at + 1, stop),
    end: Math.max(stop, at + 1),
    closed: false,
    textSpan: { start: at + 1, end: Math.max(stop, at + 1) },
  };
};

/** End of a closed 《…》 on one line; nested titles belong to it. */
const readTitle = (text: string, at: number, end: number): number | null => {
  let nested = 0;
  const farthest = Math.min(end, at + LONGEST_TITLE);
  for (let offset = at; offset < farthest && text[offset] !== "\n"; offset += 1) {
    if (text[offset] === "《") nested += 1;
    else if (text[offset] === "》" && (nested -= 1) === 0) return offset + 1;
  }
  return null;
};

const followedByBracket = (text: string, from: number, end: number): boolean => {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at < end && fold(text.charCodeAt(at)) === 0xff08;
};

const pushStray = (text: string, at: number, end: number, findings: LexicalFinding[]): number => {
  let reach = at + 1;
  while (reach < end) {
    const code = fold(text.charCodeAt(reach));
    if (isSpace(code) || isRunCharacter(code) || isDigit(code) || isKnownMark(String.fromCharCode(code)))
      break;
    reach += 1;
  }
  findings.push({
    kind: "stray",
    span: { start: at, end: reach },
    text: text.slice(at, Math.min(reach, at + 20)),
  });
  return reach;
};

const isKnownMark = (character: string): boolean =>
  character in PUNCTUATION || '「"《》.．'.includes(character);

const pushRun = (cut: Segmentation, run: Run, tokens: Token[], findings: LexicalFinding[]): void => {
  const from = tokens.length;
  for (const piece of cut.pieces) {
    tokens.push(pieceToken(run, piece));
    if (piece.content.kind === "date" && !piece.content.date.valid) {
      const span = pieceSpan(run, piece);
      findings.push({ kind: "invalidDate", span, text: run.text.slice(span.start, span.end) });
    }
  }
  const until = tokens.length;
  for (const alternative of cut.alternatives) {
    findings.push({
      kind: "ambiguous",
      span: { start: run.offsets[0]!, end: run.offsets.at(-1)! },
      chosen: cut.pieces.map((piece) => pieceImage(run, piece)),
      other: alternative.map((piece) => pieceImage(run, piece)),
      tokens: alternative.map((piece) => pieceToken(run, piece)),
      from,
      until,
    });
  }
};

const pieceSpan = (run: Run, piece: Piece): Span => ({
  start: run.offsets[piece.start]!,
  end: run.offsets[piece.end - 1]! + 1,
});

const pieceImage = (run: Run, piece: Piece): string => {
  const start = run.offsets[piece.start]!;
  const last = run.offsets[piece.end - 1]!;
  // Nothing folded and no white space inside: the words themselves.
  if (!run.folded && last - start === piece.end - 1 - piece.start) return run.text.slice(start, last + 1);
  let image = "";
  for (let cell = piece.start; cell < piece.end; cell += 1) image += String.fromCharCode(run.cells[cell]!);
  return image;
};

const PATTERN_TOKENS = {
  readingOption: T.ReadingOption,
  rounding: T.RoundingWord,
  unitDeclaration: T.UnitDeclaration,
  typeDeclaration: T.TypeWord,
  authority: T.AuthorityWord,
} as const;

const pieceToken = (run: Run, piece: Piece): Token => {
  const { start, end } = pieceSpan(run, piece);
  const image = pieceImage(run, piece);
  const { content } = piece;
  switch (content.kind) {
    case "term":
      return makeToken(T.Term, image, start, end);
    case "unknown":
      return makeToken(T.Undeclared, image, start, end);
    case "keyword":
      return makeToken(T[content.token], image, start, end);
    case "pattern":
      return makeToken(PATTERN_TOKENS[content.name], image, start, end, content.read.payload);
    case "date": {
      const { year, month, day } = content.date;
      return makeToken(T.DateWord, image, start, end, { kind: "date", year, month, day });
    }
    case "number": {
      const { number, unit, unitStart } = content;
      return makeToken(T.Quantity, image, start, end, {
        kind: "quantity",
        value: number.value,
        unit,
        unitSpan: unit === null ? null : { start: run.offsets[unitStart]!, end },
        share: number.share,
        digits: number.digits,
      });
    }
  }
};
