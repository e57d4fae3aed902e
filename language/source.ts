/** One text file as the language sees it: a name for messages and its characters. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** Half-open range of UTF-16 offsets into one source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One-based line and column, columns counted in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that holds both. */
export const cover = (left: Span, right: Span): Span =>
  span(Math.min(left.start, right.start), Math.max(left.end, right.end));

export const slice = (source: SourceText, range: Span): string => source.text.slice(range.start, range.end);

/** Offsets of line starts, built once per text, for positions in logarithmic time. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }

  /** Offset of the first character of a one-based line. */
  lineStart(line: number): number {
    return this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1]!;
  }
}
