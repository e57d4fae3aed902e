import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { sqlString } from "../../generate/names.ts";
import type { Refusal } from "../../generate/index.ts";
import { resultSet } from "../../evaluate/index.ts";
import { statusHeading } from "../../report/status-table.ts";
import { CommandFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { noteInWords } from "../../register-words.ts";
import { stopOnErrors } from "../evaluation.ts";
import { statusPlaces, tellAboutData } from "../status-output.ts";
import { displayPath, resolvePath, systemReason } from "../text-file.ts";
import {
  evaluateStatuses,
  neededFields,
  type EvaluatedObject,
  type StatusRequest,
  type StatusShape,
} from "./evaluate-statuses.ts";
import { loadIntoDatabase } from "./load-register.ts";
import { withSession, type Session } from "./session.ts";
import { LARGE_FROM, readSmall, splitRegister, unreadable } from "./split-register.ts";
import { DATA_LIMIT } from "../register.ts";

export interface StatusCheck extends StatusRequest {
  readonly data: string;
  readonly output: string | undefined;
  readonly all: boolean;
  readonly strict: boolean;
  /** Files below this size are read by the loader. */
  readonly largeFrom?: number;
}

export interface StatusCheckResult {
  readonly hasFindings: boolean;
  readonly refusals: readonly Refusal[];
}

/** `check --format statuses` in the database: the register is never whole in memory. */
export const checkStatuses = async (io: Io, check: StatusCheck): Promise<StatusCheckResult> => {
  const objects = [...new Set(check.decisions.map(({ object }) => object))];
  const places = await statusPlaces(io, objects, check.output);
  return withSession(io, async (session) => {
    const { program, decisions, data } = check;
    const split = await splitRegister(io, session, program, data, check.largeFrom ?? LARGE_FROM);
    const register = await loadIntoDatabase(
      session,
      program,
      split,
      neededFields(program, decisions),
      async ({ path, name }, found) => {
        if (!/\.(?:csv|jsonl)$/i.test(name) || (await stat(path)).size > DATA_LIMIT)
          throw unreadable(name, found);
        return readSmall(io, path, name);
      },
    );
    const { dataErrors, notes } = register.loaded;
    if (check.strict) stopOnErrors(io, dataErrors);
    const { notice } = resultSet(program, check.at, []);
    const isParquet = places.some(({ path }) => /\.parquet$/i.test(path ?? ""));
    const evaluated = await evaluateStatuses(
      session,
      check,
      register,
      isParquet ? (names) => names : inLines,
    );
    const written: { readonly temporary: string; readonly path: string }[] = [];
    try {
      for (const { object, path } of places) {
        const table = evaluated.objects.find((each) => each.object === object)!;
        written.push(await copy(io, session, table, path));
      }
      for (const [at, { temporary, path }] of written.entries()) {
        if (places[at]!.path === null) await show(io, temporary);
        else await giveName(io, temporary, path);
      }
    } finally {
      await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    }
    tellAboutData(io, { notice, dataErrors, notes: notes.map(noteInWords) }, check.all);
    for (const { path } of places)
      if (path !== null) io.writeError(`已写入 ${displayPath(io, resolvePath(io, path))}\n`);
    return {
      hasFindings: dataErrors.length > 0 || evaluated.objects.some((object) => object.hasFindings),
      refusals: evaluated.refusals,
    };
  });
};

/** A piece at a time, however long it is. */
const show = async (io: Io, path: string): Promise<void> => {
  for await (const piece of createReadStream(path, "utf8")) io.write(String(piece));
};

const giveName = async (io: Io, temporary: string, path: string): Promise<void> => {
  try {
    await rename(temporary, path);
  } catch (error) {
    throw new CommandFailure(`无法写入“${displayPath(io, path)}”：${systemReason(error)}。`);
  }
};

/** Writes beside the target; the caller gives it its name when all are there. */
const copy = async (
  io: Io,
  session: Session,
  table: EvaluatedObject,
  output: string | null,
): Promise<{ readonly temporary: string; readonly path: string }> => {
  const path = output === null ? join(tmpdir(), "statuses.csv") : resolvePath(io, output);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await session.run(
      /\.parquet$/i.test(path) ? parquetCopy(table, temporary) : csvCopy(table, temporary),
      `写入 ${basename(path)}`,
    );
    return { temporary, path };
  } catch (error) {
    await rm(temporary, { force: true });
    if (!(error instanceof Error) || !/IO Error|Permission|No space/i.test(error.message)) throw error;
    throw new CommandFailure(`无法写入“${displayPath(io, path)}”：${systemReason(error)}。`);
  }
};

/** The lines that `statusCsv` writes, made where the statuses are found. */
const inLines: StatusShape = (names) => {
  const safe = "CASE WHEN id[1] IN ('=', '+', '-', '@') THEN chr(39) || id ELSE id END";
  const quoted = `'"' || replace(${safe}, '"', '""') || '"'`;
  // One look tells that most ids stand as they are.
  const special = `CASE WHEN regexp_matches(id, '[",\\r\\n]') THEN ${quoted} ELSE ${safe} END`;
  const cell = `CASE WHEN regexp_matches(id, '^[=+@-]|[",\\r\\n]') THEN ${special} ELSE id END`;
  return [`concat_ws(',', ${[cell, ...names].join(", ")}) AS line`];
};

const csvCopy = ({ table, columns, sorted }: EvaluatedObject, path: string): string => {
  const heading = statusHeading(columns.map(({ decision }) => decision.id)).replaceAll('"', '""');
  return `COPY (SELECT line AS "${heading}" FROM ${table}${sorted ? "" : " ORDER BY id"}) TO ${sqlString(path)} (FORMAT csv, HEADER true, QUOTE '', ESCAPE '', DELIMITER '\u0001')`;
};

const parquetCopy = ({ table, columns, sorted }: EvaluatedObject, path: string): string => {
  const named = columns.map(({ decision, column }) => `${column} AS "${decision.id.replaceAll('"', '""')}"`);
  return `COPY (SELECT ${['id AS "编号"', ...named].join(", ")} FROM ${table}${sorted ? "" : " ORDER BY id"}) TO ${sqlString(path)} (FORMAT parquet, COMPRESSION zstd)`;
};
