import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DataFile, LoadedFacts } from "../data/index.ts";
import { hasSyntheticRecords, SYNTHETIC } from "../register-words.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, readBytes, resolvePath, systemReason } from "./text-file.ts";

/** More than a million rows; beyond it the whole register does not fit into memory at once. */
export const DATA_LIMIT = 256 * 1024 * 1024;
const DATA_FILE = /\.(?:csv|json|jsonl)$/i;
/** Read by the database only. */
const TABLE_FILE = /\.parquet$/i;
/** A note beside the data, where their maker says what they are. */
export const NOTE_FILE = /^(?:readme|说明)/i;

export interface Register {
  readonly folder: string;
  readonly files: readonly DataFile[];
  /** A note beside the data says that they are synthetic. */
  readonly notedAsSynthetic: boolean;
}

/** Names of the files of a data folder, in order. */
export interface RegisterListing {
  /** For messages. */
  readonly folder: string;
  readonly path: string;
  readonly names: readonly string[];
}

export const listRegister = async (io: Io, folder: string): Promise<RegisterListing> => {
  const path = resolvePath(io, folder);
  const name = displayPath(io, path);
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw new CommandFailure(
      `无法读取数据目录“${name}”：${systemReason(error)}。`,
      "数据目录中每个对象一个文件，例如 定点医药机构.csv。",
    );
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
  if (!names.some((each) => DATA_FILE.test(each) || TABLE_FILE.test(each))) {
    throw new CommandFailure(
      `数据目录“${name}”中没有数据文件。`,
      names.some((each) => /\.(?:xlsx?|xlsm|et|ods)$/i.test(each))
        ? "不能直接读取电子表格文件，请另存为 CSV（UTF-8），以对象名称命名，例如 定点医药机构.csv。"
        : "每个对象一个 .csv、.json 或者 .jsonl 文件，以对象名称命名，例如 定点医药机构.csv。",
    );
  }
  return { folder: name, path, names };
};

/** How much there is to read. */
export const registerSize = async (
  io: Io,
  folder: string,
): Promise<{ readonly total: number; readonly largest: number; readonly parquet: boolean }> => {
  const { path, names } = await listRegister(io, folder);
  const data = names.filter((name) => DATA_FILE.test(name) || TABLE_FILE.test(name));
  const sizes = await Promise.all(data.map(async (name) => (await stat(join(path, name))).size));
  return {
    total: sizes.reduce((sum, size) => sum + size, 0),
    largest: Math.max(0, ...sizes),
    parquet: data.some((name) => TABLE_FILE.test(name)),
  };
};

/** The files of a data folder. Files of other kinds are passed by name only, so that they can be remarked on. */
export const readRegister = async (io: Io, folder: string): Promise<Register> => {
  const { folder: name, path, names } = await listRegister(io, folder);
  const files: DataFile[] = [];
  let notedAsSynthetic = basename(path).includes(SYNTHETIC);
  for (const each of names) {
    const isNote = NOTE_FILE.test(each);
    const bytes =
      DATA_FILE.test(each) || isNote ? await readBytes(io, join(path, each), DATA_LIMIT) : new Uint8Array();
    if (isNote) notedAsSynthetic ||= new TextDecoder().decode(bytes).includes(SYNTHETIC);
    if (!isNote) files.push({ name: each, bytes });
  }
  return { folder: name, files, notedAsSynthetic };
};

/** The data say of themselves that they are synthetic: in a note, or in a text field such as 备注. */
export const isSynthetic = (register: Register, loaded: LoadedFacts): boolean =>
  register.notedAsSynthetic || hasSyntheticRecords(loaded);
