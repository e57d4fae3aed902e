import { canonicalCell, parseCell } from "../../data/index.ts";
import type { LargeTable, ReadField } from "./large-file.ts";
import type { Session } from "./session.ts";

/**
 * Cells that are not written in the canonical way. Each different text is read once, by the loader's own reader, and
 * its value is put wherever the text stands. Texts that are no value go to the table `bad_…` (field, text).
 */
export const readOddCells = async (session: Session, { table, fields }: LargeTable): Promise<void> => {
  await session.run(`CREATE OR REPLACE TABLE bad_${table.table} (field INTEGER, text VARCHAR)`);
  const [[odd] = [0]] = await session.rows(`SELECT count(odd) FROM ${table.table}`);
  if (Number(odd) === 0) return;
  for (const each of fields) {
    if (each.checked === null) continue;
    const texts = await session.rows(
      `SELECT DISTINCT odd[${each.checked}] FROM ${table.table} WHERE odd[${each.checked}] IS NOT NULL`,
    );
    if (texts.length > 0)
      await readTexts(
        session,
        table.table,
        each,
        texts.map(([text]) => String(text)),
      );
  }
};

const readTexts = async (
  session: Session,
  table: string,
  { field, stored, checked }: ReadField,
  texts: readonly string[],
): Promise<void> => {
  const known: (readonly [string, string])[] = [];
  const bad: (readonly [string, string])[] = [];
  for (const text of texts) {
    const parsed = parseCell(text.replaceAll("\r\n", "\n"), field);
    if (parsed.kind === "bad") bad.push([String(checked), text]);
    if (parsed.kind === "value") known.push([text, String(canonicalCell(parsed.value, field.type, "text"))]);
  }
  if (bad.length > 0) {
    await session.run("CREATE OR REPLACE TABLE found (field VARCHAR, text VARCHAR)");
    await session.append("found", bad);
    await session.run(
      `INSERT INTO bad_${table} SELECT CAST(field AS INTEGER), text FROM found; DROP TABLE found;`,
    );
  }
  if (known.length === 0 || stored === null) return;
  await session.run("CREATE OR REPLACE TABLE found (text VARCHAR, canonical VARCHAR)");
  await session.append("found", known);
  const values = stored.columns.map(({ name, of }) => `${name} = ${of("found.canonical")}`).join(", ");
  await session.run(
    `UPDATE ${table} SET ${values} FROM found WHERE odd[${checked}] = found.text; DROP TABLE found;`,
  );
};
