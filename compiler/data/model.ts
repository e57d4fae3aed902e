/** One file of a data folder, as bytes; reading it from disk or from a browser is the caller's part. */
export interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A cell that could not be read. Its fact is unknown; the other cells and rows are used. `row` is the line
 * in the file, `column` the heading, or empty where the whole row or file is meant.
 */
export interface DataError {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** Something worth knowing that is no bad cell: a file or a column that nothing declares. */
export interface DataNote {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** One row: its line in the file and its cells by heading. A heading that is absent is an empty cell. */
export interface DataRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, DataCell>;
}

/** `plain` is false for a list or object in JSON, which no field type accepts (`text` is its source). */
export interface DataCell {
  readonly text: string;
  readonly plain: boolean;
}

/** A file as rows, whatever its format. */
export interface DataTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  readonly errors: readonly DataError[];
  readonly notes: readonly DataNote[];
}

/** Collects what the readers have to say about one file. */
export class Findings {
  readonly errors: DataError[] = [];
  readonly notes: DataNote[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  error(row: number, column: string, value: string, expected: string): void {
    this.errors.push({ file: this.file, row, column, value: shorten(value), expected });
  }

  note(message: string, row: number | null = null, column: string | null = null): void {
    this.notes.push({ file: this.file, row, column, message });
  }
}

/** A cell of a megabyte must not make a message of a megabyte. */
const shorten = (value: string): string =>
  value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;

const LONGEST_SHOWN = 100;
