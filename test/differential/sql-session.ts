import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Dialect } from "../../compiler/generate/target.ts";

/** The views have no columns but texts, numbers and booleans. */
export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

/** One database, kept open; each scenario has a schema of its own, which is dropped behind it. */
export interface SqlSession {
  readonly execute: (script: string) => Promise<void>;
  readonly rows: (query: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

const duckdb = async (): Promise<SqlSession> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    execute: async (script) => {
      await connection.run(script);
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson() as readonly Row[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
};

const postgresql = async (): Promise<SqlSession> => {
  const database = await PGlite.create();
  return {
    execute: async (script) => {
      await database.exec(script);
    },
    rows: async (query) => (await database.query<Row>(query)).rows,
    close: () => database.close(),
  };
};

export const startSession = (dialect: Dialect): Promise<SqlSession> =>
  dialect === "duckdb" ? duckdb() : postgresql();

/** Runs `work` in an empty schema, of which nothing stays. */
export const inSchema = async <Result>(
  { execute }: SqlSession,
  dialect: Dialect,
  work: () => Promise<Result>,
): Promise<Result> => {
  // PostgreSQL forgets a whole transaction faster than it drops what it has made.
  const forgets = dialect === "postgresql";
  await execute(
    forgets
      ? "BEGIN; CREATE SCHEMA scenario; SET LOCAL search_path TO scenario"
      : "CREATE SCHEMA scenario; USE scenario",
  );
  try {
    return await work();
  } finally {
    await execute(forgets ? "ROLLBACK" : "USE main; DROP SCHEMA scenario CASCADE");
  }
};
