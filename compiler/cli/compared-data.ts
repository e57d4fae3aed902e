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
  const synthetic = found.some((each) => isSynthetic(register, each)) ? ["所用数据为合成数据。"] : [];
  const common = [
    ...synthetic,
    ...errorsInWords(commonTo(found, errorWords), ""),
    ...commonTo(found, noteWords),
  ];
  return [withFacts(left, loaded[0], found, common), withFacts(right, loaded[1], found, [])];
};

const withFacts = (
  file: ComparedFile,
  loaded: LoadedFacts | null,
  all: readonly LoadedFacts[],
  remarks: readonly string[],
): ComparedFile => {
  if (loaded === null) return { ...file, remarks: [...file.remarks, ...remarks] };
  const shared = new Set(commonTo(all, errorWords));
  const own = errorWords(loaded).filter((error) => !shared.has(error) && !OTHER_RULE.test(error));
  return {
    ...file,
    input: { ...file.input, facts: loaded.facts },
    remarks: [...file.remarks, ...remarks, ...errorsInWords(own, `按“${file.input.file.name}”读取时，`)],
  };
};

/** What is said of the data on every side. */
const commonTo = (
  loaded: readonly LoadedFacts[],
  wordsOf: (each: LoadedFacts) => readonly string[],
): readonly string[] => {
  const [first = [], ...others] = loaded.map(wordsOf);
  const known = others.map((words) => new Set(words));
  return first.filter((words) => known.every((each) => each.has(words)));
};

const errorWords = ({ dataErrors }: LoadedFacts): readonly string[] =>
  dataErrors.map(
    ({ file, row, column, value, expected }) =>
      `${file}第${row}行${column === "" ? "" : `“${column}”列`}${value === "" ? "" : `为“${value}”`}，应为${expected.replace(/[。？]$/u, "")}。`,
  );

/** A reason that is recorded for a rule of the other document is no fault of the data. */
const OTHER_RULE = /^理由\.[^第]*第\d+行“规则”列/u;

/** What only one vocabulary does not know is told nowhere else. */
const noteWords = ({ notes }: LoadedFacts): readonly string[] => notes.map(noteInWords);

const errorsInWords = (errors: readonly string[], where: string): readonly string[] =>
  errors.length === 0
    ? []
    : [
        `${where}数据有${errors.length}处错误，有错误的单元格视为未填：`,
        ...errors.slice(0, SHOWN),
        ...(errors.length > SHOWN ? [`另有${errors.length - SHOWN}处数据错误，用 tiaowen check 查看。`] : []),
      ];
