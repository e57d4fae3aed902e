import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Dialect } from "../../compiler/generate/target.ts";

type Row = Readonly<Record<string, unknown>>;

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

/** Runs `work` in an empty schema. */
export const inSchema = async <Result>(
  { execute }: SqlSession,
  dialect: Dialect,
  work: () => Promise<Result>,
): Promise<Result> => {
  await execute("CREATE SCHEMA scenario");
  await execute(dialect === "duckdb" ? "USE scenario" : "SET search_path TO scenario");
  try {
    return await work();
  } finally {
    await execute(dialect === "duckdb" ? "USE main" : "SET search_path TO public");
    await execute("DROP SCHEMA scenario CASCADE");
  }
};
