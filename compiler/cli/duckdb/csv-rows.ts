import { createReadStream } from "node:fs";
import { cutCsv } from "../../data/index.ts";

/** One row of a file as it stands there: the line that it begins on and its text without the line end. */
export interface WrittenRow {
  readonly line: number;
  readonly lines: number;
  readonly text: string;
}

/** The rows of a regular CSV file, heading included, a piece of the file at a time. */
export async function* csvRows(path: string): AsyncGenerator<readonly WrittenRow[]> {
  let rest = "";
  let line = 1;
  const decoder = new TextDecoder("utf-8");
  const cut = (text: string, last: boolean): readonly WrittenRow[] => {
    const rows: WrittenRow[] = [];
    let at = 0;
    while (at < text.length) {
      const end = endOfRow(text, at, last);
      if (end === null) break;
      const row = text.slice(at, end.at);
      rows.push({ line, lines: end.lines, text: row.endsWith("\r") ? row.slice(0, -1) : row });
      line += end.lines;
      at = end.at + 1;
    }
    rest = text.slice(at);
    return rows;
  };
  const pieces: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: PIECE });
  for await (const piece of pieces) {
    yield cut(rest + decoder.decode(piece, { stream: true }), false);
  }
  yield cut(rest + decoder.decode(), true);
}

const PIECE = 1 << 22;

/** Where the row that begins at `from` ends; null where the text must go on first. */
const endOfRow = (
  text: string,
  from: number,
  last: boolean,
): { readonly at: number; readonly lines: number } | null => {
  let at = from;
  let lines = 0;
  let open = false;
  for (;;) {
    const end = text.indexOf("\n", at);
    if (end < 0 && !last) return null;
    const stop = end < 0 ? text.length : end;
    lines += 1;
    if (hasOddQuotes(text.slice(at, stop))) open = !open;
    if (!open || end < 0) return { at: stop, lines };
    at = end + 1;
  }
};

const hasOddQuotes = (line: string): boolean => line.includes('"') && line.split('"').length % 2 === 0;

/** The cells of one row. */
export const cellsOf = (row: string): readonly string[] =>
  row.includes('"') ? (cutCsv(row)[0]?.cells ?? []) : row.split(",");

/** One cell of one row, trimmed; most rows need no more than that. */
export const cellAt = (row: string, position: number): string => {
  if (row.includes('"')) return cellsOf(row)[position]?.trim() ?? "";
  let from = 0;
  for (let passed = 0; passed < position; passed += 1) {
    const comma = row.indexOf(",", from);
    if (comma < 0) return "";
    from = comma + 1;
  }
  const end = row.indexOf(",", from);
  return row.slice(from, end < 0 ? row.length : end).trim();
};

/**
 * A file that holds only some of the rows, each on the line that it has in the whole file: a blank cell of many
 * lines stands for those between.
 */
export const excerpt = (rows: readonly WrittenRow[]): string => {
  const parts: string[] = [];
  let line = 1;
  for (const row of rows) {
    const gap = row.line - line;
    if (gap === 1) parts.push("\n");
    else if (gap > 1) parts.push(`"${"\n".repeat(gap - 1)}"\n`);
    parts.push(row.text.replaceAll("\r\n", "\n"), "\n");
    line = row.line + row.lines;
  }
  return parts.join("");
};
