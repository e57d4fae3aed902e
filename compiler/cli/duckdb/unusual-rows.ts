import type { LoadedFacts } from "../../data/index.ts";
import type { LargeFile, LargeTable } from "./large-file.ts";
import type { Session } from "./session.ts";

/** Rows of a large file that the loader has to look at. */
export interface Unusual {
  readonly ids: ReadonlySet<string>;
  /** There are rows without 编号. */
  readonly withoutId: boolean;
}

/** Finds them by id, and keeps the ids in the table `unusual_…`. */
export const findUnusual = async (
  session: Session,
  { file, table: { table }, fields }: LargeTable,
  large: readonly LargeTable[],
  facts: LoadedFacts["facts"],
): Promise<Unusual> => {
  await session.run(`CREATE OR REPLACE TABLE unusual_${table} (id VARCHAR)`);
  if (!(await isAscending(session, table))) {
    await session.run(
      `INSERT INTO unusual_${table} SELECT id FROM ${table} WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1`,
    );
  }
  const add = (where: string): Promise<void> =>
    session.run(
      `INSERT INTO unusual_${table} SELECT DISTINCT id FROM ${table} WHERE id IS NOT NULL AND ${where}`,
    );
  const bad = await session.rows(`SELECT DISTINCT field FROM bad_${table}`);
  for (const [field] of bad) {
    await add(`odd[${Number(field)}] IN (SELECT text FROM bad_${table} WHERE field = ${Number(field)})`);
  }
  for (const { field, stored } of fields) {
    if (field.type.kind !== "reference" || stored === null) continue;
    const column = stored.columns[0]!.name;
    const { object } = field.type;
    const held = large.find(({ file }) => file.object.name === object)?.table.table;
    if (held === undefined) {
      await session.run("CREATE OR REPLACE TABLE known (id VARCHAR)");
      await session.append(
        "known",
        facts.records(object).map(({ id }) => [id]),
      );
    }
    const known = held ?? "known";
    const [[some] = [0]] = await session.rows(`SELECT count(id) FROM ${known}`);
    // Without any record of that object there is one remark on the column, for which one row is enough.
    if (Number(some) > 0) {
      await add(`${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM ${known} WHERE id IS NOT NULL)`);
    } else await add(`${column} IS NOT NULL LIMIT 1`);
  }
  const ids = await session.rows(`SELECT DISTINCT id FROM unusual_${table}`);
  const [[without] = [0]] = await session.rows(`SELECT count(*) FROM ${table} WHERE ${lacksId(file)}`);
  return { ids: new Set(ids.map(([id]) => String(id))), withoutId: Number(without) > 0 };
};

/** Rows without 编号; lines of JSONL that only the loader can read are among them, blank ones are not. */
export const lacksId = ({ kind }: LargeFile): string =>
  kind === "jsonl" ? "id IS NULL AND odd IS NOT NULL" : "id IS NULL";

/** The ids of a table stand in order, none of them twice: a quick look that often saves sorting. */
export const isAscending = async (session: Session, table: string): Promise<boolean> => {
  const [[descents] = [1]] = await session.rows(
    `SELECT count(*) FROM (SELECT id, lag(id) OVER () AS earlier FROM ${table}) WHERE id <= earlier OR id IS NULL`,
  );
  return Number(descents) === 0;
};
