import type { ReadFile } from "./load-facts.ts";
import type { DataCell, DataError, DataNote, DataTable } from "./model.ts";

/** Which object a table holds, and which field each of its columns. */
export interface TableMapping {
  readonly holds: string | null;
  readonly columns: readonly MappedColumn[];
}

export interface MappedColumn {
  readonly heading: string;
  readonly field: string | null;
}

/** A table as `loadFacts` reads it, and the way back from its columns to the headings of the author. */
export interface MappedFile extends ReadFile {
  readonly headingOf: (field: string) => string;
}

/**
 * Puts fields in place of headings. Columns without a field are left out and noted; rows keep their numbers, so that
 * an error points to the row of the author. Of two columns for one field the first is taken.
 */
export const applyMapping = (table: DataTable, mapping: TableMapping): MappedFile => {
  const name = table.file;
  if (mapping.holds === null)
    return {
      name,
      holds: null,
      table: { file: name, columns: [], rows: [], errors: [], notes: [note(name, null, "这个文件未读取。")] },
      headingOf: (field) => field,
    };
  const wanted = new Map(mapping.columns.map(({ heading, field }) => [heading, field]));
  const fields = new Map<string, string>();
  const headings = new Map<string, string>();
  const notes: DataNote[] = [];
  for (const heading of table.columns) {
    const field = wanted.get(heading) ?? null;
    if (field === null) notes.push(note(name, heading, `“${heading}”没有对应的字段，这一列未读取。`));
    else if (headings.has(field))
      notes.push(
        note(name, heading, `“${heading}”与“${headings.get(field)}”对应同一字段“${field}”，这一列未读取。`),
      );
    else {
      fields.set(heading, field);
      headings.set(field, heading);
    }
  }
  const rows = table.rows.map(({ line, cells }) => {
    const renamed = new Map<string, DataCell>();
    for (const [heading, field] of fields) {
      const cell = cells.get(heading);
      if (cell !== undefined) renamed.set(field, cell);
    }
    return { line, cells: renamed };
  });
  return {
    name,
    holds: mapping.holds,
    table: {
      file: name,
      columns: [...headings.keys()],
      rows,
      errors: table.errors,
      notes: [...table.notes, ...notes],
    },
    headingOf: (field) => headings.get(field) ?? field,
  };
};

/** Errors in the words of the author's headings, for files that were mapped. */
export const inHeadings = (
  errors: readonly DataError[],
  files: readonly MappedFile[],
): readonly DataError[] => {
  const byName = new Map(files.map((file) => [file.name, file]));
  return errors.map((error) => {
    const heading = byName.get(error.file)?.headingOf(error.column) ?? error.column;
    return heading === error.column ? error : { ...error, column: heading };
  });
};

const note = (file: string, column: string | null, message: string): DataNote => ({
  file,
  row: null,
  column,
  message,
});
