import { loadFacts, type LoadedFacts } from "../data/index.ts";
import { remarksOnRegister } from "../register-words.ts";
import type { ComparedFile } from "./compared-file.ts";
import type { Io } from "./io.ts";
import { isSynthetic, readRegister } from "./register.ts";

/** Reads one register for both sides, each with its own vocabulary, and says what could not be read. */
export const withRegister = async (
  io: Io,
  [left, right]: readonly [ComparedFile, ComparedFile],
  folder: string,
): Promise<readonly [ComparedFile, ComparedFile]> => {
  const register = await readRegister(io, folder);
  const load = ({ input }: ComparedFile): LoadedFacts | null => {
    const program = input.compiled?.program ?? null;
    return program === null || program.decisions.length === 0 ? null : loadFacts(program, register.files);
  };
  const loaded = [load(left), load(right)] as const;
  const remarks = remarksOnRegister(
    [
      { name: left.input.file.name, loaded: loaded[0] },
      { name: right.input.file.name, loaded: loaded[1] },
    ],
    {
      synthetic: loaded.some((each) => each !== null && isSynthetic(register, each)),
      whereMore: "，用 tiaowen check 查看",
    },
  );
  return [withFacts(left, loaded[0], remarks.left), withFacts(right, loaded[1], remarks.right)];
};

const withFacts = (
  file: ComparedFile,
  loaded: LoadedFacts | null,
  remarks: readonly string[],
): ComparedFile => ({
  ...file,
  input: loaded === null ? file.input : { ...file.input, facts: loaded.facts },
  remarks: [...file.remarks, ...remarks],
});
