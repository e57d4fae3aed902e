import { loadFacts, type LoadedFacts } from "../data/index.ts";
import type { ComparedFile } from "./compared-file.ts";
import { noteInWords } from "./evaluation.ts";
import type { Io } from "./io.ts";
import { isSynthetic, readRegister } from "./register.ts";

/** Data errors that are told one by one; the rest are counted. */
const SHOWN = 20;

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
  const found = loaded.flatMap((each) => each ?? []);
  const remarks = [
    ...(found.some((each) => isSynthetic(register, each)) ? ["所用数据为合成数据。"] : []),
    ...errorsInWords(found),
    ...notesInWords(found),
  ];
  return [withFacts(left, loaded[0], remarks), withFacts(right, loaded[1], [])];
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

const errorsInWords = (loaded: readonly LoadedFacts[]): readonly string[] => {
  const errors = new Set(
    loaded.flatMap(({ dataErrors }) =>
      dataErrors.map(
        ({ file, row, column, value, expected }) =>
          `${file}第${row}行${column === "" ? "" : `“${column}”列`}${value === "" ? "" : `为“${value}”`}，应为${expected}。`,
      ),
    ),
  );
  return errors.size === 0
    ? []
    : [
        `数据有${errors.size}处错误，有错误的单元格视为未填：`,
        ...[...errors].slice(0, SHOWN),
        ...(errors.size > SHOWN ? [`另有${errors.size - SHOWN}处数据错误，用 tiaowen check 查看。`] : []),
      ];
};

/** What only one vocabulary does not know is no fault of the data. */
const notesInWords = (loaded: readonly LoadedFacts[]): readonly string[] => {
  const [first, ...others] = loaded.map(({ notes }) => new Set(notes.map(noteInWords)));
  return [...(first ?? [])].filter((note) => others.every((notes) => notes.has(note)));
};
