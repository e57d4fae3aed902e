import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileName } from "../generate/names.ts";
import { dataErrorTable } from "../report/check-table.ts";
import type { DataError } from "../report/check-report.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { resolvePath } from "./text-file.ts";

/** Where the statuses of one object go: a file, or the screen. */
export interface StatusPlace {
  readonly object: string;
  readonly path: string | null;
}

/**
 * Statuses of one object go to the screen or into one file; those of several objects into a folder, one file for
 * each. A name that ends with .csv or .parquet is a file, every other one a folder.
 */
export const statusPlaces = async (
  io: Io,
  objects: readonly string[],
  output: string | undefined,
): Promise<readonly StatusPlace[]> => {
  const [only, ...others] = objects;
  if (only === undefined) throw new CommandFailure("没有需要核对的规则。");
  const single = others.length === 0;
  const isFile = output !== undefined && /\.(?:csv|parquet)$/i.test(output) && !(await isFolder(io, output));
  if (!single && (output === undefined || isFile)) {
    throw new CommandFailure(
      `规则涉及${objects.length}个对象（${objects.join("、")}），不能写成一张表。`,
      "请用 --object 指明一个对象，或者用 --output 指明一个文件夹，每个对象写一个文件。",
    );
  }
  if (output === undefined || isFile) return [{ object: only, path: output ?? null }];
  return objects.map((object) => ({ object, path: join(output, fileName(object, ".csv")) }));
};

const isFolder = async (io: Io, path: string): Promise<boolean> =>
  (await stat(resolvePath(io, path)).catch(() => null))?.isDirectory() ?? false;

/** What the tables of statuses have no room for: on the error stream, the same for every engine. */
export const tellAboutData = (
  io: Io,
  {
    notice,
    dataErrors,
    notes,
  }: {
    readonly notice: string | null;
    readonly dataErrors: readonly DataError[];
    readonly notes: readonly string[];
  },
  all: boolean,
): void => {
  if (notice !== null) io.writeError(`${notice}\n`);
  for (const note of all ? notes : notes.slice(0, SHOWN)) io.writeError(`${note}\n`);
  if (dataErrors.length === 0) return;
  const shown = all ? dataErrors : dataErrors.slice(0, SHOWN);
  const more = dataErrors.length - shown.length;
  io.writeError(
    `${io.paint("bad", `数据有${dataErrors.length}处错误，有错误的单元格按未知处理：`)}\n${dataErrorTable(shown)}\n${more > 0 ? `另有${more}处，加 --all 全部列出。\n` : ""}`,
  );
};

const SHOWN = 20;
