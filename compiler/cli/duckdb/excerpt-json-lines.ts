import { readJsonLines, type DataFile } from "../../data/index.ts";
import { DATA_LIMIT } from "../register.ts";
import { jsonLinesRelation, moreHeadings } from "./json-lines.ts";
import type { LargeFile, LargeTable } from "./large-file.ts";
import { pickLines, type PickedLine } from "./pick-lines.ts";
import type { Session } from "./session.ts";
import { unreadable } from "./split-register.ts";
import { lacksId } from "./unusual-rows.ts";

/**
 * The lines that bring up the names of columns, those that only the loader can read, and all that share an 编号 with
 * them or are unusual themselves, each on its own line.
 */
export const excerptOfJsonLines = async (session: Session, planned: LargeTable): Promise<DataFile> => {
  const { file, table } = planned;
  const left = await linesWhere(session, planned, lacksId(file));
  const first = ascending([...left, ...(file.headingLines ?? [])]);
  const heading = file.headings[planned.idPosition]!;
  const ids = new Set<string>();
  for await (const { text } of pickLines(file.path, first, session.checkpoint)) {
    const id = readJsonLines("", text).rows[0]?.cells.get(heading);
    if (id?.plain === true) ids.add(id.text);
  }
  await session.append(
    `unusual_${table.table}`,
    Array.from(ids, (id) => [id]),
  );
  const shared = await linesWhere(session, planned, `id IN (SELECT id FROM unusual_${table.table})`);
  const parts: string[] = [];
  let line = 0;
  let size = 0;
  for await (const { at, text } of pickLines(
    file.path,
    ascending([...first, ...shared]),
    session.checkpoint,
  )) {
    size += text.length;
    if (size > DATA_LIMIT) throw unreadable(file.name, "多数行不是由单个的值组成的对象");
    parts.push("\n".repeat(at - line), text);
    line = at;
  }
  return { name: file.name, bytes: new TextEncoder().encode(parts.join("")) };
};

/**
 * The same file with the names of columns that come up later than in its first lines; null where there is none, or
 * where the lines that hold one are so few that the loader can read them.
 */
export const withMoreHeadings = async (session: Session, planned: LargeTable): Promise<LargeFile | null> => {
  const { file } = planned;
  const left = await linesWhere(session, planned, lacksId(file), FEW + 1);
  if (left.length <= FEW) return null;
  const picked: PickedLine[] = [];
  for await (const line of pickLines(file.path, left, session.checkpoint)) picked.push(line);
  const known = { names: file.headings, lines: file.headingLines ?? [] };
  const { names, lines } = moreHeadings(known, picked);
  if (names.length === known.names.length) return null;
  return { ...file, headings: names, headingLines: lines, relation: jsonLinesRelation(file.path, names) };
};

const FEW = 1000;

/** Rows stand in the order of the lines, so that the number of a row is that of its line. */
const linesWhere = async (
  session: Session,
  { table: { table } }: LargeTable,
  where: string,
  most?: number,
): Promise<readonly number[]> => {
  const limit = most === undefined ? "" : ` LIMIT ${most}`;
  const rows = await session.rows(`SELECT rowid FROM ${table} WHERE ${where} ORDER BY rowid${limit}`);
  return rows.map(([at]) => Number(at));
};

const ascending = (lines: readonly number[]): readonly number[] =>
  [...new Set(lines)].sort((left, right) => left - right);
