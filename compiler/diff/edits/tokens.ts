import {
  findCitations,
  span,
  type Citation,
  type OfficialDocument,
  type Span,
} from "../../../language/index.ts";
import { fold, isGap } from "./characters.ts";

/** What is never cut in two when words are compared, and where it stands in the official text. */
export interface Token {
  readonly kind: "word" | "number" | "citation" | "ownMarker" | "marker" | "punctuation";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The first of its line. */
  readonly startsLine: boolean;
  /** Equal keys are the same words; width does not count, nor the number of a marker. */
  readonly key: string;
  /** Of kind citation only. */
  readonly citation: Citation | null;
}

/** Cuts a stretch of official text into tokens; white space stands between them. */
export const tokensOf = (document: OfficialDocument, stretch: Span): readonly Token[] => {
  const { text } = document.source;
  const whole = wholesOf(document, stretch);
  const tokens: Token[] = [];
  let next = 0;
  for (let at = stretch.start; at < stretch.end;) {
    while (next < whole.length && whole[next]!.start < at) next += 1;
    const ready = whole[next];
    if (ready?.start === at) {
      tokens.push(ready);
      at = ready.end;
      continue;
    }
    const limit = Math.min(ready?.start ?? stretch.end, stretch.end);
    if (isGap(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const token = plainToken(text, at, limit);
    tokens.push(token);
    at = token.end;
  }
  return tokens.map((token, index) => {
    const before = tokens[index - 1];
    const startsLine = before === undefined || text.slice(before.end, token.start).includes("\n");
    return startsLine ? { ...token, startsLine } : token;
  });
};

/** Markers of the provision and what stands in it, and citations: they are known before the words are read. */
const wholesOf = (document: OfficialDocument, stretch: Span): Token[] => {
  const markers = markersIn(document, stretch);
  const { text } = document.source;
  const wholes = [...markers];
  const words = text.slice(stretch.start, stretch.end);
  for (const { citation, span: found } of findCitations(words)) {
    if (citation.relative !== null) continue;
    const named = citation.document === null ? words.slice(found.start, found.end).indexOf("第") : 0;
    const start = stretch.start + found.start + Math.max(named, 0);
    const end = stretch.start + found.end;
    if (end <= start || markers.some((marker) => marker.start < end && start < marker.end)) continue;
    const written = text.slice(start, end);
    wholes.push({
      kind: "citation",
      start,
      end,
      text: written,
      key: fold(written),
      citation,
      startsLine: false,
    });
  }
  return wholes.toSorted((left, right) => left.start - right.start);
};

const markersIn = (document: OfficialDocument, stretch: Span): Token[] => {
  const { provisions, source } = document;
  const markers: Token[] = [];
  for (let index = firstFrom(document, stretch.start); index < provisions.length; index += 1) {
    const provision = provisions[index]!;
    const { start } = provision.span;
    if (start >= stretch.end) break;
    const words = Math.min(
      provision.pieces[0]?.start ?? Infinity,
      provision.children[0]?.span.start ?? Infinity,
      provision.span.end,
      stretch.end,
    );
    const written = source.text.slice(start, words).trimEnd();
    if (written === "") continue;
    const isOwn = source.text.slice(stretch.start, start).trim() === "";
    markers.push({
      kind: isOwn ? "ownMarker" : "marker",
      start,
      end: start + written.length,
      text: written,
      key: isOwn ? "◆" : "◇",
      citation: null,
      startsLine: false,
    });
  }
  return markers;
};

/** Index of the first provision that begins at `offset` or behind it. */
const firstFrom = ({ provisions }: OfficialDocument, offset: number): number => {
  let low = 0;
  let high = provisions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (provisions[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

const DIGIT = "[0-9０-９]";
const NUMERAL = "[零〇○一二两三四五六七八九十百千万亿]";
const UNIT =
  "(?:万|亿)?(?:个月|个工作日|工作日|周岁|小时|分钟|平方米|平方公里|公里|千米|米|年|月|日|天|岁|元|人|倍|笔|家|户|次|分|％|%|‰)?";

/** 以上 belongs to its amount: 500元以上 is one limit, and half of it says nothing. */
const BOUND = "(?:（含）|\\(含\\))?(?:以上|以下|以内|以外|以前|以后)?";

/** Dates, amounts with their bounds, shares, words of duty and of comparison, the name of the country and Latin words stay whole. */
const WHOLE: readonly (readonly [RegExp, Token["kind"]])[] = [
  [new RegExp(`${DIGIT}{2,4}\\s?年(?:\\s?${DIGIT}{1,2}\\s?月(?:\\s?${DIGIT}{1,2}\\s?日)?)?`, "y"), "number"],
  [
    new RegExp(`[一二][〇○零ＯO0一二三四五六七八九]{3}年(?:${NUMERAL}{1,3}月(?:${NUMERAL}{1,3}日)?)?`, "y"),
    "number",
  ],
  [new RegExp(`${DIGIT}{1,40}(?:[.．,，]${DIGIT}{1,40})*${UNIT}${BOUND}`, "y"), "number"],
  [new RegExp(`(?:百分之|千分之|万分之)${NUMERAL}{1,20}(?:点${NUMERAL}{1,20})?${BOUND}`, "y"), "number"],
  [new RegExp(`${NUMERAL}{1,20}(?:分之|点)${NUMERAL}{1,20}`, "y"), "number"],
  [new RegExp(`${NUMERAL}{1,20}${UNIT}${BOUND}`, "y"), "number"],
  [
    /中(?:华人民共和)?国|以[上下内外]|不(?:得|超过|少于|低于|高于|大于|小于|早于|晚于|满|足)|超过|少于|低于|高于|应当|必须|可以/y,
    "word",
  ],
  [/[A-Za-zＡ-Ｚａ-ｚ]{1,100}/y, "word"],
];

const plainToken = (text: string, start: number, limit: number): Token => {
  for (const [pattern, kind] of WHOLE) {
    pattern.lastIndex = start;
    const written = pattern.exec(text)?.[0];
    if (written === undefined || start + written.length > limit) continue;
    return {
      kind,
      start,
      end: start + written.length,
      text: written,
      key: fold(written),
      citation: null,
      startsLine: false,
    };
  }
  const written = String.fromCodePoint(text.codePointAt(start)!);
  const kind = /[\p{P}\p{S}]/u.test(written) ? "punctuation" : "word";
  const { end } = span(start, Math.min(start + written.length, Math.max(limit, start + 1)));
  return {
    kind,
    start,
    end,
    text: text.slice(start, end),
    key: fold(text.slice(start, end)),
    citation: null,
    startsLine: false,
  };
};
