import { loadFacts } from "../../data/index.ts";
import type { DataFile, IdSet, LoadedFacts } from "../../data/index.ts";
import type { Program } from "../../model/ir.ts";
import { CommandFailure, Interrupted } from "../failure.ts";
import { excerptName, excerptOf } from "./excerpt.ts";
import { withMoreHeadings } from "./excerpt-json-lines.ts";
import { planTable, readLargeFile, type LargeFile, type LargeTable } from "./large-file.ts";
import { createTable, insertRecords, objectTable, type ObjectTable } from "./object-table.ts";
import { readOddCells } from "./odd-cells.ts";
import { findUnusual, type Unusual } from "./unusual-rows.ts";
import type { Session } from "./session.ts";
import type { SplitRegister } from "./split-register.ts";

/** A register of which the large files are only in the database. */
export interface DatabaseRegister {
  readonly tables: ReadonlyMap<string, ObjectTable>;
  /** Records of the large files stand here only where something about them is unusual. */
  readonly loaded: LoadedFacts;
  /** Files that the loader has not read whole. */
  readonly large: readonly string[];
}

/**
 * Reads a register into the database. The rows of a large file go straight there; those that share an 编号, lack one,
 * hold a cell that cannot be read or name a record that does not exist are read again by the loader, so that what is
 * said about them, and what they come to mean, is the same.
 */
export const loadIntoDatabase = async (
  session: Session,
  program: Program,
  split: SplitRegister,
  fields: ReadonlyMap<string, ReadonlySet<string>>,
  readWhole: (file: LargeFile, found: string) => Promise<DataFile>,
): Promise<DatabaseRegister> => {
  const numbers = new Map([...program.objects.keys()].map((name, at) => [name, at]));
  const small = [...split.small];
  const large: LargeTable[] = [];
  for (const file of split.large) {
    const { name } = file.object;
    const read = await readLarge(session, file, numbers.get(name)!, fields.get(name) ?? new Set());
    if (typeof read === "string") small.push(await readWhole(file, read));
    else large.push(read);
  }
  const first = loadFacts(program, small, { elsewhere: anyId(large) });
  const excerpts: DataFile[] = [];
  const unusual = new Map<LargeTable, Unusual>();
  for (const table of large) {
    const found = await findUnusual(session, table, large, first.facts);
    unusual.set(table, found);
    excerpts.push(await excerptOf(session, table, found));
  }
  const files = [...small, ...excerpts];
  const loaded = loadFacts(program, files, { elsewhere: await answers(session, program, files, large) });
  const tables = new Map<string, ObjectTable>();
  for (const object of program.objects.values()) {
    const held = large.find(({ file }) => file.object === object);
    const read = [...object.fields.values()].filter(({ name }) => fields.get(object.name)?.has(name));
    const table = held?.table ?? objectTable(object, numbers.get(object.name)!, read);
    if (held === undefined) await session.run(createTable(table));
    else await removeUnusual(session, held, unusual.get(held)!.withoutId);
    await insertRecords(session, table, loaded.facts.records(object.name));
    tables.set(object.name, table);
  }
  return { tables, loaded: underOwnNames(loaded, large), large: large.map(({ file }) => file.name) };
};

/** What the loader says about an excerpt it says about the file. */
const underOwnNames = (loaded: LoadedFacts, large: readonly LargeTable[]): LoadedFacts => {
  const names = new Map(large.map(({ file }) => [excerptName(file), file.name]));
  const renamed = <Held extends { readonly file: string }>(held: Held): Held => ({
    ...held,
    file: names.get(held.file) ?? held.file,
  });
  return { ...loaded, dataErrors: loaded.dataErrors.map(renamed), notes: loaded.notes.map(renamed) };
};

/** The file as a table in the database, or why the database could not read it. */
const readLarge = async (
  session: Session,
  file: LargeFile,
  number: number,
  fields: ReadonlySet<string>,
): Promise<LargeTable | string> => {
  const planned = planTable(file, number, fields);
  if (planned === null) return "没有“编号”一列";
  const found = await tryToRead(session, planned);
  if (found !== null) return found;
  const wider = file.kind === "jsonl" ? await withMoreHeadings(session, planned) : null;
  if (wider === null) return planned;
  await session.run(`DROP TABLE ${planned.table.table}`);
  return readLarge(session, wider, number, fields);
};

/** Null where it worked, else why the database could not read the file. */
const tryToRead = async (session: Session, planned: LargeTable): Promise<string | null> => {
  try {
    await session.run(readLargeFile(planned), `读取 ${planned.file.name}`);
    const { lines } = planned.file;
    if (lines !== undefined) {
      const [[rows] = [0]] = await session.rows(`SELECT count(*) FROM ${planned.table.table}`);
      if (Number(rows) !== lines) throw new Error(`${String(rows)} / ${lines}`);
    }
    await readOddCells(session, planned);
    return null;
  } catch (error) {
    if (error instanceof Interrupted || error instanceof CommandFailure) throw error;
    await session.run(`DROP TABLE IF EXISTS ${planned.table.table}`);
    return `数据库报告“${String(error instanceof Error ? error.message : error).split("\n")[0]}”`;
  }
};

/** Takes every id of a large file to be there, for a first look at the small ones. */
const anyId = (large: readonly LargeTable[]): ReadonlyMap<string, IdSet> =>
  new Map(large.map(({ file }) => [file.object.name, { has: () => true, size: 1 }]));

/**
 * Which of the ids that the files name are in the large ones. A first reading, for which none is there, only listens
 * to what is asked; the database then answers in one go.
 */
const answers = async (
  session: Session,
  program: Program,
  files: readonly DataFile[],
  large: readonly LargeTable[],
): Promise<ReadonlyMap<string, IdSet>> => {
  const asked = new Map(large.map(({ file }) => [file.object.name, new Set<string>()]));
  const listening = new Map(
    Array.from(asked, ([object, ids]) => [object, { has: (id: string) => ids.add(id).size < 0, size: 1 }]),
  );
  if (large.length > 0) loadFacts(program, files, { elsewhere: listening });
  const known = new Map<string, IdSet>();
  for (const { file, table } of large) {
    await session.run("CREATE OR REPLACE TABLE asked (id VARCHAR)");
    await session.append(
      "asked",
      Array.from(asked.get(file.object.name)!, (id) => [id]),
    );
    const rows = await session.rows(
      `SELECT DISTINCT id FROM ${table.table} WHERE id IN (SELECT id FROM asked)`,
    );
    const [[size] = [0]] = await session.rows(`SELECT count(id) FROM ${table.table}`);
    const there = new Set(rows.map(([id]) => String(id)));
    known.set(file.object.name, { has: (id) => there.has(id), size: Number(size) });
  }
  return known;
};

/** They come back as the loader has read them. */
const removeUnusual = async (
  session: Session,
  { file, table: { table } }: LargeTable,
  withoutId: boolean,
): Promise<void> => {
  const [[some] = [0]] = await session.rows(`SELECT count(*) FROM unusual_${table}`);
  // Among the lines of JSONL there are blank ones, too.
  if (Number(some) > 0 || withoutId || file.kind === "jsonl") {
    await session.run(`DELETE FROM ${table} WHERE id IS NULL OR id IN (SELECT id FROM unusual_${table})`);
  }
  await session.run(`ALTER TABLE ${table} DROP COLUMN odd; DROP TABLE unusual_${table};`);
};
