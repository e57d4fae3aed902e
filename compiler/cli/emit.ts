import type { Io } from "./io.ts";
import { displayPath, resolvePath, writeAtomically } from "./text-file.ts";

/** Gives a result to the reader: on the screen, or whole into a file. A long one comes in pieces. */
export const emit = async (
  io: Io,
  text: string | Iterable<string>,
  output: string | undefined,
): Promise<void> => {
  const pieces = typeof text === "string" ? [text.endsWith("\n") ? text : `${text}\n`] : inChunks(text);
  if (output === undefined) {
    for (const piece of pieces) io.write(piece);
    return;
  }
  await writeAtomically(io, output, pieces);
  io.writeError(`已写入 ${displayPath(io, resolvePath(io, output))}\n`);
};

export const toJson = (value: unknown): string => JSON.stringify(value, null, 2);

const CHUNK = 65_536;

/** Many small pieces would mean as many calls of the system. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
