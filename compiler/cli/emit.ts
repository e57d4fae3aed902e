import type { Io } from "./io.ts";
import { displayPath, resolvePath, writeAtomically } from "./text-file.ts";

/** Gives a result to the reader: on the screen, or whole into a file. */
export const emit = async (io: Io, text: string, output: string | undefined): Promise<void> => {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  if (output === undefined) {
    io.write(whole);
    return;
  }
  await writeAtomically(io, output, whole);
  io.writeError(`已写入 ${displayPath(io, resolvePath(io, output))}\n`);
};

export const toJson = (value: unknown): string => JSON.stringify(value, null, 2);
