import type { Diagnostic } from "../diagnostic.ts";
import { span, type SourceText, type Span } from "../source.ts";
import {
  END_KEYWORD,
  isBlockKeyword,
  nearestMark,
  OPENING_KEYWORDS,
  PROTECTED_KEYWORD,
} from "./block-keywords.ts";
import { isRecoveryHeading } from "./line-marker.ts";
import type { BlockSegment, Segments } from "./model.ts";
import { reportSegment } from "./segment-diagnostics.ts";
import { StoredLines } from "./stored-lines.ts";
import { trimRange } from "./whitespace.ts";

/**
 * Pass zero: cuts a file into official text and blocks. Only a file whose first line is 【政策】 or
 * 【词汇】 can hold blocks; everything else is official text as it stands. With the stored source at
 * hand an unclosed block also ends at the line that the source has next.
 */
export const segment = (
  source: SourceText,
  options: { readonly storedSource?: SourceText } = {},
): Segments => {
  const nul = source.text.indexOf("\0");
  if (nul >= 0) return refuse(source, nul);
  if (!startsWithBlock(source.text)) return wholeText(source, []);
  return new Segmenter(source, new StoredLines(options.storedSource)).run();
};

const refuse = (source: SourceText, at: number): Segments => ({
  ...wholeText(source, [reportSegment("not-text", source.name, span(at, at + 1), { offset: at + 1 })]),
  official: [],
  marks: source.text === "" ? [] : [span(0, source.text.length)],
});

const wholeText = (source: SourceText, diagnostics: readonly Diagnostic[]): Segments => ({
  source,
  allowsBlocks: false,
  official: source.text === "" ? [] : [span(0, source.text.length)],
  blocks: [],
  marks: [],
  diagnostics,
});

const startsWithBlock = (text: string): boolean => {
  const [start] = trimRange(text, 0, text.length);
  const mark = readMark(text.slice(start, start + LONGEST_MARK));
  return mark !== null && (OPENING_KEYWORDS as readonly string[]).includes(mark.word);
};

/** 【规则】 at the beginning of a line that is already trimmed. */
interface Mark {
  readonly word: string;
  readonly length: number;
}

const LONGEST_MARK = 40;
const MARK = /^【\s{0,4}([^【】\n]{1,16}?)\s{0,4}】/;

/** What is not near any keyword may still be meant as one: 【条件】, 【适用范围】. */
const MARK_LIKE = /^\p{Script=Han}{2,4}$/u;
const OTHER_BRACKETS = /^[[［〔〖]\s{0,4}(\p{Script=Han}{1,4})\s{0,4}[\]］〕〗]/u;

const readMark = (line: string): Mark | null => {
  if (line[0] !== "【") return null;
  const match = MARK.exec(line.slice(0, LONGEST_MARK));
  return match && { word: match[1]!.replace(/\s/g, ""), length: match[0].length };
};

interface OpenBlock {
  readonly keyword: string;
  readonly name: string;
  readonly start: number;
  readonly headerSpan: Span;
  readonly nameSpan: Span;
  readonly bodyStart: number;
}

class Segmenter {
  readonly #source: SourceText;
  readonly #stored: StoredLines;
  readonly #official: Span[] = [];
  readonly #blocks: BlockSegment[] = [];
  readonly #marks: Span[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #open: OpenBlock | null = null;
  #protectedSince: Span | null = null;
  /** Where the official text that is being read began. */
  #textStart = 0;
  /** A misspelt header was read as text, so the 【完】 that follows it is no second mistake. */
  #misspelt = false;

  constructor(source: SourceText, stored: StoredLines) {
    this.#source = source;
    this.#stored = stored;
  }

  run(): Segments {
    const { text } = this.#source;
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf("\n", at);
      const next = newline < 0 ? text.length : newline + 1;
      this.#line(at, next);
      at = next;
    }
    this.#finish(text.length);
    return {
      source: this.#source,
      allowsBlocks: true,
      official: this.#official,
      blocks: this.#blocks,
      marks: this.#marks,
      diagnostics: this.#diagnostics,
    };
  }

  #line(lineStart: number, lineEnd: number): void {
    const [start, end] = trimRange(this.#source.text, lineStart, lineEnd);
    const line = this.#source.text.slice(start, end);
    const mark = readMark(line);
    if (this.#protectedSince !== null) {
      if (mark?.word === END_KEYWORD) this.#endProtected(lineStart, lineEnd);
      else this.#stored.pass(line);
    } else if (mark !== null && this.#mark(mark, start, end, lineStart, lineEnd)) {
      return;
    } else if (this.#open !== null) {
      this.#otherBrackets(line, start);
      this.#blockLine(line, start, lineStart);
    } else {
      if (mark === null) this.#otherBrackets(line, start);
      this.#stored.pass(line);
    }
  }

  /** Acts on a line that begins with 【…】; false where it is only text. */
  #mark(mark: Mark, start: number, end: number, lineStart: number, lineEnd: number): boolean {
    if (isBlockKeyword(mark.word)) {
      this.#closeAt(lineStart, "header");
      const [nameStart, nameEnd] = trimRange(this.#source.text, start + mark.length, end);
      this.#open = {
        keyword: mark.word,
        name: this.#source.text.slice(nameStart, nameEnd),
        start: lineStart,
        headerSpan: span(start, end),
        nameSpan: span(Math.min(nameStart, nameEnd), nameEnd),
        bodyStart: lineEnd,
      };
      return true;
    }
    if (mark.word === END_KEYWORD) {
      this.#end(start, end, lineStart, lineEnd);
      return true;
    }
    if (mark.word === PROTECTED_KEYWORD) {
      this.#closeAt(lineStart, "header");
      const [contentStart] = trimRange(this.#source.text, start + mark.length, end);
      const markEnd = contentStart < end ? start + mark.length : lineEnd;
      this.#marks.push(span(lineStart, markEnd));
      this.#protectedSince = span(start, start + mark.length);
      this.#textStart = markEnd;
      return true;
    }
    const meant = nearestMark(mark.word);
    if (meant !== null || (MARK_LIKE.test(mark.word) && !this.#stored.expects(this.#slice(start, end)))) {
      this.#reportUnknown(`【${mark.word}】`, meant, span(start, start + mark.length));
    }
    return false;
  }

  /** [规则]名称: the brackets of a block are 【】 only. */
  #otherBrackets(line: string, start: number): void {
    const match = OTHER_BRACKETS.exec(line);
    if (match === null) return;
    const word = match[1]!;
    const isMark = isBlockKeyword(word) || word === END_KEYWORD || word === PROTECTED_KEYWORD;
    const meant = isMark ? word : nearestMark(word);
    if (meant !== null) this.#reportUnknown(match[0], meant, span(start, start + match[0].length));
  }

  #reportUnknown(found: string, meant: string | null, place: Span): void {
    this.#misspelt = this.#open === null;
    const fixes =
      meant === null
        ? []
        : [
            {
              title: `改为“【${meant}】”`,
              safe: false,
              edits: [{ span: place, newText: `【${meant}】` }],
            },
          ];
    const hint = meant === null ? "" : `是否指“【${meant}】”？`;
    this.#diagnostics.push(
      reportSegment("unknown-block-keyword", this.#source.name, place, { found, hint }, { fixes }),
    );
  }

  #slice(start: number, end: number): string {
    return this.#source.text.slice(start, end);
  }

  #end(start: number, end: number, lineStart: number, lineEnd: number): void {
    if (this.#open !== null) {
      this.#close(this.#open, lineStart, lineEnd, "end");
      return;
    }
    this.#closeText(lineStart);
    this.#marks.push(span(lineStart, lineEnd));
    this.#textStart = lineEnd;
    if (!this.#misspelt) {
      this.#diagnostics.push(reportSegment("stray-block-end", this.#source.name, span(start, end), {}));
    }
    this.#misspelt = false;
  }

  #endProtected(lineStart: number, lineEnd: number): void {
    this.#closeText(lineStart);
    this.#marks.push(span(lineStart, lineEnd));
    this.#textStart = lineEnd;
    this.#protectedSince = null;
  }

  #blockLine(line: string, start: number, lineStart: number): void {
    const open = this.#open;
    if (open === null || !(isRecoveryHeading(line) || this.#stored.expects(line))) return;
    this.#reportUnclosed(open, lineStart, `到“${excerpt(line)}”这一行`, span(start, start + line.length));
    this.#close(open, lineStart, lineStart, "recovery");
    this.#stored.pass(line);
  }

  #reportUnclosed(open: OpenBlock, at: number, until: string, place: Span): void {
    const needsBreak = at > 0 && this.#source.text[at - 1] !== "\n";
    const fix = {
      title: "在此处补上“【完】”",
      safe: false,
      edits: [{ span: span(at, at), newText: `${needsBreak ? "\n" : ""}【完】\n` }],
    };
    const related = [{ file: this.#source.name, span: place, message: "语句块在这里之前就应当结束" }];
    this.#diagnostics.push(
      reportSegment(
        "unclosed-block",
        this.#source.name,
        open.headerSpan,
        { block: `【${open.keyword}】${open.name}`, until },
        { fixes: [fix], related },
      ),
    );
  }

  /** What was being read (block or text) ends where the next block begins. */
  #closeAt(lineStart: number, closedBy: "header"): void {
    if (this.#open === null) this.#closeText(lineStart);
    else this.#close(this.#open, lineStart, lineStart, closedBy);
  }

  #close(open: OpenBlock, bodyEnd: number, end: number, closedBy: BlockSegment["closedBy"]): void {
    this.#blocks.push({
      keyword: open.keyword,
      name: open.name,
      headerSpan: open.headerSpan,
      nameSpan: open.nameSpan,
      bodySpan: span(open.bodyStart, bodyEnd),
      span: span(open.start, end),
      closedBy,
    });
    this.#open = null;
    this.#textStart = end;
  }

  #closeText(end: number): void {
    if (end > this.#textStart) this.#official.push(span(this.#textStart, end));
  }

  #finish(end: number): void {
    if (this.#open !== null) {
      this.#reportUnclosed(this.#open, end, "到文件末尾", span(end, end));
      this.#close(this.#open, end, end, "endOfFile");
      return;
    }
    this.#closeText(end);
    if (this.#protectedSince === null) return;
    this.#diagnostics.push(reportSegment("unclosed-passage", this.#source.name, this.#protectedSince, {}));
  }
}

const excerpt = (line: string): string => (line.length > 16 ? `${line.slice(0, 16)}……` : line);
