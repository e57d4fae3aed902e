import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Io } from "../io.ts";
import { Interrupted } from "../failure.ts";
import { startPercentage } from "../progress.ts";

/** One database in memory for the time of a command. */
export interface Session {
  /** Runs a statement; a title shows how far it is. */
  run(sql: string, title?: string): Promise<void>;
  /** All rows of a small result. */
  rows(sql: string): Promise<readonly (readonly Cell[])[]>;
  /** Adds rows of text to a table whose columns are all VARCHAR. */
  append(table: string, rows: Iterable<readonly (string | null)[]>): Promise<void>;
  /** Throws if the user has asked to stop. */
  readonly checkpoint: () => void;
}

export type Cell = string | number | bigint | boolean | null;

const cellOf = (value: unknown): Cell =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "bigint" ||
  typeof value === "boolean"
    ? value
    : null;

/** DuckDB keeps to this; beyond it it uses the folder of temporary files. */
const MEMORY = "900MB";
const MOST_THREADS = 8;
const POLL = 200;

/**
 * Gives `work` a database, and takes it away afterwards with all that it put on disk. Ctrl-C stops the running
 * statement and ends the work with `Interrupted`.
 */
export const withSession = async <Result>(
  io: Io,
  work: (session: Session) => Promise<Result>,
): Promise<Result> => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  let stopped = false;
  let interrupt = (): void => {};
  const stop = (): void => {
    stopped = true;
    interrupt();
  };
  // From here on Ctrl-C must leave nothing on disk.
  process.on("SIGINT", stop);
  const spill = await mkdtemp(join(tmpdir(), "tiaowen-"));
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(Math.min(MOST_THREADS, Math.max(1, availableParallelism()))),
    memory_limit: MEMORY,
    temp_directory: spill,
  });
  const connection = await instance.connect();
  interrupt = () => connection.interrupt();
  const checkpoint = (): void => {
    if (stopped) throw new Interrupted();
  };
  const guarded = async <Held>(running: () => Promise<Held>): Promise<Held> => {
    checkpoint();
    try {
      return await running();
    } catch (error) {
      checkpoint();
      throw error;
    }
  };
  const session: Session = {
    checkpoint,
    run: (sql, title) =>
      guarded(async () => {
        const progress = title === undefined ? null : await startPercentage(io, title);
        const timer = progress && setInterval(() => progress.advance(connection.progress.percentage), POLL);
        try {
          await connection.run(sql);
        } finally {
          if (timer) clearInterval(timer);
          progress?.finish();
        }
      }),
    rows: (sql) =>
      guarded(async () => {
        const reader = await connection.runAndReadAll(sql);
        return reader.getRowsJS().map((row) => row.map(cellOf));
      }),
    append: (table, rows) =>
      guarded(async () => {
        const appender = await connection.createAppender(table);
        let done = 0;
        for (const row of rows) {
          for (const cell of row) {
            if (cell === null) appender.appendNull();
            else appender.appendVarchar(cell);
          }
          appender.endRow();
          if ((done += 1) % 10_000 !== 0) continue;
          appender.flushSync();
          // Lets a Ctrl-C be heard.
          await new Promise((resume) => setImmediate(resume));
          checkpoint();
        }
        appender.closeSync();
      }),
  };
  try {
    await session.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false;");
    return await work(session);
  } finally {
    process.off("SIGINT", stop);
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
};
