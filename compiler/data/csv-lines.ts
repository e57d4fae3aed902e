/** One row of comma-separated text: the line that it begins on and its cells, or null where its quotes do not pair. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[] | null;
  /** The physical line as written, for messages; empty where the cells are known. */
  readonly written: string;
}

/**
 * Cuts text (line ends `\n`) into rows and cells as RFC 4180 says: a cell that begins with `"` runs to the `"`
 * that closes it, `""` stands for one `"`. Where that does not work out, only the physical line on which the
 * row begins is given up and the next line is a row again: one stray quote must not swallow a register.
 * A `"` inside a cell that does not begin with one is plain data (5"管).
 */
export const cutCsv = (text: string): readonly CsvLine[] => {
  const rows: CsvLine[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = cutRow(text, at);
    if (row === null) {
      const end = endOfLine(text, at);
      rows.push({ line, cells: null, written: text.slice(at, end) });
      at = end + 1;
      line += 1;
    } else {
      rows.push({ line, cells: row.cells, written: "" });
      at = row.next;
      line += row.lines;
    }
  }
  return rows;
};

interface Row {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

const cutRow = (text: string, start: number): Row | null => {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    let end: number;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return null;
      const inside = text.slice(at + 1, close);
      lines += count(inside, "\n");
      cells.push(inside.replaceAll('""', '"'));
      end = close + 1;
      while (text[end] === " " || text[end] === "\t") end += 1;
    } else {
      end = endOfCell(text, at);
      cells.push(text.slice(at, end));
    }
    if (end >= text.length) return { cells, next: text.length, lines };
    if (text[end] === "\n") return { cells, next: end + 1, lines };
    if (text[end] !== ",") return null;
    at = end + 1;
  }
};

const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};

const endOfCell = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && text[at] !== "," && text[at] !== "\n") at += 1;
  return at;
};

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
};

const count = (text: string, character: string): number => text.split(character).length - 1;
