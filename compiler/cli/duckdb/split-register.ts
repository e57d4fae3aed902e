import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { cutCsv } from "../../data/index.ts";
import type { DataFile } from "../../data/index.ts";
import type { Program } from "../../model/ir.ts";
import { CommandFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { DATA_LIMIT, listRegister, NOTE_FILE } from "../register.ts";
import { readBytes } from "../text-file.ts";
import { inspectText } from "./inspect-text.ts";
import { jsonLinesRelation, moreHeadings, NO_HEADINGS } from "./json-lines.ts";
import { csvRelation, parquetRelation, type LargeFile } from "./large-file.ts";
import type { Session } from "./session.ts";

/** A data folder in two parts: what the loader reads whole, and what only the database holds. */
export interface SplitRegister {
  readonly small: readonly DataFile[];
  readonly large: readonly LargeFile[];
}

/** Below this the loader is quick enough, and shows what it makes of every cell. */
export const LARGE_FROM = 4 * 1024 * 1024;

/** Files that the database may read: one regular CSV, JSONL or Parquet file for an object, of some size. */
export const splitRegister = async (
  io: Io,
  session: Session,
  program: Program,
  folder: string,
  largeFrom: number,
): Promise<SplitRegister> => {
  const register = await listRegister(io, folder);
  const small: DataFile[] = [];
  const large: LargeFile[] = [];
  for (const name of register.names) {
    if (NOTE_FILE.test(name)) continue;
    const path = join(register.path, name);
    const dot = name.lastIndexOf(".");
    const [stem, extension] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1).toLowerCase()];
    const object = program.objects.get(stem);
    const alone = register.names.filter((other) => isDataOf(other, stem)).length === 1;
    if (extension === "parquet" && object !== undefined) {
      if (!alone)
        throw new CommandFailure(`“${stem}”有多个数据文件。`, "有 Parquet 文件的对象只能有这一个文件。");
      large.push({ name, path, object, ...(await openParquet(session, path)) });
      continue;
    }
    const opener = OPENERS.get(extension);
    const found =
      opener !== undefined && object !== undefined && alone && (await stat(path)).size >= largeFrom
        ? await opener(session, path)
        : null;
    if (found !== null && "headings" in found && object !== undefined) {
      large.push({ name, path, object, ...found });
      continue;
    }
    if (found !== null && "found" in found && (await stat(path)).size > DATA_LIMIT)
      throw unreadable(name, found.found);
    small.push(await readSmall(io, path, name));
  }
  return { small, large };
};

export const readSmall = async (io: Io, path: string, name: string): Promise<DataFile> => ({
  name,
  bytes: /\.(?:csv|json|jsonl)$/i.test(name) ? await readBytes(io, path, DATA_LIMIT) : new Uint8Array(),
});

/** A file that is too large for the loader and means something else to the database. */
export const unreadable = (name: string, found: string): CommandFailure =>
  new CommandFailure(
    `“${name}”过大，不能整个装入内存，而数据库又不能照同样的意思读取：${found}。`,
    "请改正文件（UTF-8 编码，换行方式一致；CSV 引号成对、各行列数一致，JSONL 一行一个对象），或者拆分后再核对。",
  );

const isDataOf = (name: string, stem: string): boolean =>
  name.startsWith(`${stem}.`) && /^(?:csv|json|jsonl|parquet)$/i.test(name.slice(stem.length + 1));

type Opened = Omit<LargeFile, "name" | "path" | "object"> | { readonly found: string };

const openCsv = async (session: Session, path: string): Promise<Opened> => {
  const inspection = await inspectText(path, "csv", session.checkpoint);
  if (inspection.kind === "irregular") return { found: inspection.found };
  const line = await firstLine(path);
  const headings = cutCsv(line)[0]?.cells ?? null;
  if (headings === null || headings.length < 2 || line.trim() === "") return { found: "第一行不是标题行" };
  const relation = csvRelation(path, headings.length, inspection.quotedLineEnds);
  return { kind: "csv", headings, relation };
};

/** The first lines tell the names of the columns; the rest of them come up as the file is read. */
const openJsonLines = async (session: Session, path: string): Promise<Opened> => {
  const inspection = await inspectText(path, "jsonl", session.checkpoint);
  if (inspection.kind === "irregular") return { found: inspection.found };
  const head = await firstLines(path);
  const headings = moreHeadings(
    NO_HEADINGS,
    head.split("\n").map((text, at) => ({ at, text })),
  );
  if (headings.names.length === 0) return { found: "开头各行不是对象" };
  return {
    kind: "jsonl",
    headings: headings.names,
    headingLines: headings.lines,
    lines: inspection.lines,
    relation: jsonLinesRelation(path, headings.names),
  };
};

const OPENERS: ReadonlyMap<string, (session: Session, path: string) => Promise<Opened>> = new Map([
  ["csv", openCsv],
  ["jsonl", openJsonLines],
]);

const openParquet = async (
  session: Session,
  path: string,
): Promise<Pick<LargeFile, "kind" | "headings" | "relation">> => {
  const quoted = path.replaceAll("'", "''");
  const described = await session
    .rows(`DESCRIBE SELECT * FROM read_parquet('${quoted}')`)
    .catch((error: unknown) => {
      throw new CommandFailure(
        `无法读取“${path}”：不是完整的 Parquet 文件（${String(error).split("\n")[0]}）。`,
      );
    });
  const headings = described.map(([name]) => String(name));
  return { kind: "parquet", headings, relation: parquetRelation(path, headings) };
};

const HEAD = 1 << 18;

/** The first line, or nothing where it is longer than any row of headings. */
const firstLine = async (path: string): Promise<string> => (await firstLines(path)).split("\n")[0]!;

/** The whole lines at the beginning of a file. */
const firstLines = async (path: string): Promise<string> => {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(buffer, 0, HEAD, 0);
    const end = bytesRead < HEAD ? bytesRead : buffer.subarray(0, bytesRead).lastIndexOf(0x0a);
    return new TextDecoder()
      .decode(buffer.subarray(0, Math.max(0, end)))
      .replaceAll("\r\n", "\n")
      .replace(/\r$/, "");
  } finally {
    await file.close();
  }
};
