import { createReadStream } from "node:fs";

/** One line of a file without its line end; the first is 0. */
export interface PickedLine {
  readonly at: number;
  readonly text: string;
}

/** The texts of some lines, which are given in ascending order. A file is read a piece at a time. */
export async function* pickLines(
  path: string,
  wanted: readonly number[],
  checkpoint: () => void,
): AsyncGenerator<PickedLine> {
  let next = 0;
  let line = 0;
  let begun: Buffer[] = [];
  const take = (last: Buffer): PickedLine => {
    const bytes = Buffer.concat([...begun, last]);
    begun = [];
    next += 1;
    // A byte order mark is one only at the beginning of the file.
    const text = new TextDecoder("utf-8", { ignoreBOM: line > 0 }).decode(bytes);
    return { at: line, text: text.replace(/\r$/, "") };
  };
  const pieces: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PIECE });
  for await (const piece of pieces) {
    checkpoint();
    let from = 0;
    while (next < wanted.length) {
      const end = piece.indexOf(NEWLINE, from);
      if (end < 0) break;
      if (line === wanted[next]) yield take(piece.subarray(from, end));
      line += 1;
      from = end + 1;
    }
    if (next === wanted.length) return;
    if (line === wanted[next]) begun.push(piece.subarray(from));
  }
  if (line === wanted[next]) yield take(Buffer.alloc(0));
}

const PIECE = 1 << 22;
const NEWLINE = 0x0a;
