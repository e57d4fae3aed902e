import type { Span } from "../worker/worker-api.ts";

/** A place as Monaco counts: lines and columns from 1. */
export interface LinePlace {
  readonly lineNumber: number;
  readonly column: number;
}

export interface LineRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** Where the lines of a text begin: made once per text, so that many offsets cost little. */
export class LineTable {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  placeAt(offset: number): LinePlace {
    const inside = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle - 1;
    }
    return { lineNumber: low + 1, column: inside - this.#starts[low]! + 1 };
  }

  rangeOf({ start, end }: Span): LineRange {
    const from = this.placeAt(start);
    const to = this.placeAt(Math.max(start, end));
    return {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  }
}

/** A range of one character at least, so that there is something to see. */
export const visibleRange = (range: LineRange): LineRange =>
  range.startLineNumber === range.endLineNumber && range.startColumn === range.endColumn
    ? { ...range, endColumn: range.endColumn + 1 }
    : range;
