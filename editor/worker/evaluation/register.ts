import {
  applyMapping,
  inHeadings,
  loadFacts,
  openTables,
  suggestMapping,
  type DataFile,
  type DataTable,
  type LoadedFacts,
  type MappedFile,
  type OpenedFile,
  type OpenedTable,
} from "../../../compiler/data/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { hasSyntheticRecords, noteInWords, SYNTHETIC } from "../../../compiler/register-words.ts";
import type { ColumnMapping, LoadedRegister, RegisterFile, RegisterPreview } from "../worker-api.ts";
import { fieldCard } from "./field-card.ts";

/** The data of the page with what has to be kept to read them again for changed rules. */
export interface Register {
  readonly files: readonly MappedFile[];
  /** A note beside the data says that they are synthetic. */
  readonly notedAsSynthetic: boolean;
  /** Sentences on files that were not read. */
  readonly problems: readonly string[];
}

/** What the files hold, as far as names and values tell. */
export const previewRegister = async (
  program: Pick<Program, "objects">,
  files: readonly RegisterFile[],
): Promise<RegisterPreview> => {
  const found: RegisterPreview["files"][number][] = [];
  for (const file of files.filter(isNoNote)) {
    const opened = await openTables(program, asData(file));
    found.push(
      ...(opened.problem === null
        ? opened.tables.map((each) => tablePreview(program, opened, each))
        : [unread(opened)]),
    );
  }
  const objects = Array.from(program.objects.values(), ({ name, fields }) => ({
    name,
    fields: Array.from(fields.values(), (field) => fieldCard(field)),
  }));
  return { files: found, objects };
};

/** Opens the files once more and puts fields in place of headings. A file without mapping is taken as suggested. */
export const openRegister = async (
  program: Pick<Program, "objects">,
  files: readonly RegisterFile[],
  mappings: readonly ColumnMapping[],
): Promise<Register> => {
  const wanted = new Map(mappings.map((mapping) => [mapping.file, mapping]));
  const mapped: MappedFile[] = [];
  const problems: string[] = [];
  for (const file of files.filter(isNoNote)) {
    const opened = await openTables(program, asData(file));
    if (opened.problem !== null) problems.push(`${opened.name}：${opened.problem}`);
    for (const { stem, table } of opened.tables)
      mapped.push(applyMapping(table, wanted.get(table.file) ?? suggestMapping(program, stem, table)));
  }
  return { files: mapped, problems, notedAsSynthetic: files.some(saysSynthetic) };
};

/** The facts of a register for the rules of a program. */
export const readFacts = (program: Program, { files }: Register): LoadedFacts => {
  const loaded = loadFacts(program, files);
  return { ...loaded, dataErrors: inHeadings(loaded.dataErrors, files) };
};

export const isSyntheticRegister = (register: Register, loaded: LoadedFacts): boolean =>
  register.notedAsSynthetic || hasSyntheticRecords(loaded);

/** What the page is told of it; of many errors only the first. */
export const registerInWords = (register: Register, loaded: LoadedFacts): LoadedRegister => ({
  records: loaded.facts.objects
    .map((object) => ({ object, count: loaded.facts.records(object).length }))
    .filter(({ count }) => count > 0),
  errors: loaded.dataErrors.slice(0, MOST_ERRORS),
  errorsLeft: Math.max(0, loaded.dataErrors.length - MOST_ERRORS),
  notes: [...register.problems, ...loaded.notes.map(noteInWords)],
  synthetic: isSyntheticRegister(register, loaded),
});

const MOST_ERRORS = 1000;
const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 200;

const asData = ({ name, bytes }: RegisterFile): DataFile => ({ name, bytes });

const baseName = (name: string): string => name.replace(/^.*[\\/]/, "");

/** A note beside the data, where their maker says what they are; hidden files are none of them. */
const isNoNote = ({ name }: RegisterFile): boolean => !/^(?:readme|说明|\.)/i.test(baseName(name));

const saysSynthetic = (file: RegisterFile): boolean =>
  !isNoNote(file) && new TextDecoder().decode(file.bytes).includes(SYNTHETIC);

const tablePreview = (
  program: Pick<Program, "objects">,
  { name }: OpenedFile,
  { sheet, stem, table }: OpenedTable,
): RegisterPreview["files"][number] => {
  const { holds, columns, certainty } = suggestMapping(program, stem, table);
  return {
    name,
    sheet,
    rows: table.rows.length,
    mapping: { file: table.file, holds, columns },
    certainty,
    sample: sampleOf(table),
    problem: problemOf(table),
  };
};

const sampleOf = ({ columns, rows }: DataTable): readonly (readonly string[])[] =>
  rows
    .slice(0, SAMPLE_ROWS)
    .map(({ cells }) => columns.map((column) => (cells.get(column)?.text ?? "").slice(0, LONGEST_SAMPLE)));

/** Nothing could be read below the headings, or there are none. */
const problemOf = ({ columns, rows, errors }: DataTable): string | null => {
  if (columns.length === 0)
    return errors[0] === undefined
      ? "这个文件是空的，没有可以读取的内容。"
      : `第${errors[0].row}行应为${errors[0].expected}。`;
  return rows.length === 0 ? "这个文件只有标题行，没有记录。" : null;
};

const unread = ({ name, problem }: OpenedFile): RegisterPreview["files"][number] => ({
  name,
  sheet: null,
  rows: 0,
  mapping: { file: name, holds: null, columns: [] },
  certainty: [],
  sample: [],
  problem,
});
