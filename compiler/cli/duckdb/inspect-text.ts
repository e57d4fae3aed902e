import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";

/** What the bytes of a CSV or JSONL file say before it is read. */
export type Inspection =
  /** Every reader that keeps to RFC 4180, or goes by lines, sees the same rows and cells. */
  | { readonly kind: "regular"; readonly quotedLineEnds: boolean; readonly lines: number }
  /** Only our own reader knows what this file means. */
  | { readonly kind: "irregular"; readonly found: string };

/**
 * Looks through a file once, in pieces. Irregular are: another kind of file, an encoding other than UTF-8, the
 * character NUL, line ends of two kinds, and in CSV quotation marks that do not stand around whole cells. Lines are
 * counted in JSONL only.
 */
export const inspectText = async (
  path: string,
  format: "csv" | "jsonl",
  checkpoint: () => void,
): Promise<Inspection> => {
  const file = await open(path);
  try {
    const quotes = new QuoteWatch();
    const lineEnds = new LineEndWatch();
    const lines = new LineCount();
    let begun = false;
    const buffer = Buffer.alloc(PIECE + LONGEST_CHARACTER);
    let kept = 0;
    for (;;) {
      checkpoint();
      const { bytesRead } = await file.read(buffer, kept, PIECE);
      const end = kept + bytesRead;
      const whole = bytesRead === 0 ? end : wholeCharacters(buffer, end);
      const piece = buffer.subarray(0, whole);
      if (!begun && isOtherKind(piece)) return irregular("不是文本文件");
      begun = true;
      if (!isUtf8(piece)) return irregular("编码不是UTF-8");
      if (piece.includes(0)) return irregular("含有不是文字的内容");
      if (!lineEnds.accept(piece)) return irregular("换行方式前后不一");
      if (format === "jsonl") lines.accept(piece);
      else if (!quotes.accept(piece)) return irregular("引号没有成对括住整个单元格");
      if (bytesRead === 0) break;
      buffer.copyWithin(0, whole, end);
      kept = end - whole;
    }
    if (format === "csv" && !quotes.finish()) return irregular("引号没有成对括住整个单元格");
    return { kind: "regular", quotedLineEnds: quotes.lineEndInside, lines: lines.count };
  } finally {
    await file.close();
  }
};

const PIECE = 1 << 22;
const LONGEST_CHARACTER = 4;

const irregular = (found: string): Inspection => ({ kind: "irregular", found });

/** Up to where no character of UTF-8 is cut; a stray byte is left in, and found there. */
const wholeCharacters = (buffer: Buffer, end: number): number => {
  for (let back = 1; back <= LONGEST_CHARACTER - 1 && back <= end; back += 1) {
    const byte = buffer[end - back]!;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? end - back : end;
  }
  return end;
};

/** The first bytes of office and PDF files may pass for text. */
const isOtherKind = (piece: Buffer): boolean =>
  ["PK\u0003\u0004", "%PDF-"].some((sign) => piece.subarray(0, sign.length).equals(Buffer.from(sign)));

/** A last line counts also where no line end follows it. */
class LineCount {
  #ends = 0;
  #open = false;

  accept(piece: Buffer): void {
    if (piece.length === 0) return;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) this.#ends += 1;
    this.#open = piece[piece.length - 1] !== NEWLINE;
  }

  get count(): number {
    return this.#ends + (this.#open ? 1 : 0);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** All lines end alike: with \n, or with \r\n. */
class LineEndWatch {
  #kind: "plain" | "double" | null = null;
  #last = NEWLINE;

  accept(piece: Buffer): boolean {
    if (piece.length === 0) return this.#last !== RETURN;
    const last = this.#last;
    this.#last = piece[piece.length - 1]!;
    // The common case costs one look through the memory.
    if (last !== RETURN && this.#kind !== "double" && !piece.includes(RETURN)) {
      if (this.#kind === null && piece.includes(NEWLINE)) this.#kind = "plain";
      return true;
    }
    if (last === RETURN && piece[0] !== NEWLINE) return false;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) {
      const kind = (at === 0 ? last : piece[at - 1]) === RETURN ? "double" : "plain";
      this.#kind ??= kind;
      if (this.#kind !== kind) return false;
    }
    for (let at = piece.indexOf(RETURN); at >= 0; at = piece.indexOf(RETURN, at + 1)) {
      if (at + 1 < piece.length && piece[at + 1] !== NEWLINE) return false;
    }
    return true;
  }
}

/** Each quotation mark opens a cell, closes it, or is one of two that stand for one. */
class QuoteWatch {
  lineEndInside = false;
  #open = false;
  /** The piece before ended with a mark that closes, or is the first of two. */
  #pending = false;
  #last = NEWLINE;
  #begun = false;

  accept(whole: Buffer): boolean {
    if (whole.length === 0) return true;
    const piece = this.#begun ? whole : withoutByteOrderMark(whole);
    this.#begun = true;
    if (piece.length === 0) return true;
    let at = this.#afterPending(piece);
    if (at < 0) return false;
    let from = 0;
    for (at = piece.indexOf(QUOTE, at); at >= 0; at = piece.indexOf(QUOTE, at)) {
      if (this.#open) {
        this.#noteLineEnds(piece, from, at);
        if (at + 1 === piece.length) this.#pending = true;
        else if (piece[at + 1] === QUOTE) at += 1;
        else if (endsCell(piece[at + 1]!)) this.#open = false;
        else return false;
      } else {
        const before = at === 0 ? this.#last : piece[at - 1]!;
        if (before !== COMMA && before !== NEWLINE) return false;
        this.#open = true;
      }
      at += 1;
      from = at;
    }
    if (this.#open && !this.#pending) this.#noteLineEnds(piece, from, piece.length);
    this.#last = piece[piece.length - 1]!;
    return true;
  }

  finish(): boolean {
    return !this.#open || this.#pending;
  }

  /** Where to go on, when a mark stood at the end of the piece before; −1 where it may not stand there. */
  #afterPending(piece: Buffer): number {
    if (!this.#pending) return 0;
    this.#pending = false;
    if (piece[0] === QUOTE) return 1;
    if (!endsCell(piece[0]!)) return -1;
    this.#open = false;
    return 0;
  }

  #noteLineEnds(piece: Buffer, from: number, to: number): void {
    this.lineEndInside ||= piece.subarray(from, to).includes(NEWLINE);
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const withoutByteOrderMark = (piece: Buffer): Buffer =>
  piece.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? piece.subarray(BYTE_ORDER_MARK.length)
    : piece;
const endsCell = (byte: number): boolean => byte === COMMA || byte === NEWLINE || byte === RETURN;
