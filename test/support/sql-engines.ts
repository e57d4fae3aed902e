import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import type { Dialect } from "../../compiler/generate/target.ts";

/** An engine that scripts run on; each set of tables in a schema of its own, which is dropped again. */
export interface Engine {
  readonly dialect: Dialect;
  run(script: string): Promise<void>;
  rows(query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export const duckdb = async (): Promise<Engine> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    run: async (script) => void (await connection.run(script)),
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

export const postgresql = async (): Promise<Engine> => {
  const engine = await PGlite.create();
  return {
    dialect: "postgresql",
    run: async (script) => {
      try {
        await engine.exec(script);
      } catch (error) {
        const at = Number((error as { readonly position?: string }).position ?? 0);
        throw new Error(`${String(error)} … ${script.slice(Math.max(0, at - 200), at + 100)}`, {
          cause: error,
        });
      }
    },
    rows: async (query) => (await engine.query<Record<string, unknown>>(query)).rows,
    close: () => engine.close(),
  };
};

/** Runs in an empty schema. */
export const inSchema = async <Result>(engine: Engine, use: () => Promise<Result>): Promise<Result> => {
  await engine.run(
    engine.dialect === "duckdb"
      ? `CREATE SCHEMA scratch; USE scratch`
      : `CREATE SCHEMA scratch; SET search_path = scratch`,
  );
  try {
    return await use();
  } finally {
    await engine.run(
      engine.dialect === "duckdb"
        ? `USE main; DROP SCHEMA scratch CASCADE`
        : `ROLLBACK; SET search_path = public; DROP SCHEMA scratch CASCADE`,
    );
  }
};
