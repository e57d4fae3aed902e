import type { Program } from "../../model/ir.ts";
import type { Engine } from "../evaluation.ts";
import { CommandFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { listRegister, registerSize } from "../register.ts";

export const ENGINE_NAMES = ["interpreter", "javascript", "duckdb"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The engine that is taken for registers that fit into memory. */
export const DEFAULT_ENGINE: Engine = "javascript";

/** Data of this size and more go to the database, as far as it writes what is asked for. */
const TOO_MUCH_FOR_MEMORY = 8 * 1024 * 1024;

interface EngineWish {
  readonly engine?: EngineName;
  readonly format: string;
  readonly where?: string;
  readonly output?: string;
}

/** The engine for this command; says what does not go together. */
export const chooseEngine = async (
  io: Io,
  program: Program,
  data: string,
  { engine, format, where, output }: EngineWish,
): Promise<EngineName> => {
  const statuses = format === "statuses";
  const parquetOutput = statuses && /\.parquet$/i.test(output ?? "");
  const { names } = await listRegister(io, data);
  const { total } = await registerSize(io, data);
  const parquet =
    names.find((name) => /\.parquet$/i.test(name) && program.objects.has(name.slice(0, -8))) ?? null;
  if (engine === "duckdb" && !statuses) {
    throw new CommandFailure(
      "duckdb 引擎只输出各记录的状态，不输出理由和引文。",
      "请加 --format statuses；需要理由和引文的，请用 --engine javascript。",
    );
  }
  if (engine === "duckdb" && where !== undefined) {
    throw new CommandFailure(
      "duckdb 引擎不能与 --where 同时使用。",
      "请去掉 --where，或者改用 --engine javascript。",
    );
  }
  if (engine !== undefined && engine !== "duckdb" && parquetOutput) {
    throw new CommandFailure(
      "Parquet 文件由 duckdb 引擎写出。",
      "请加 --engine duckdb，或者把 --output 改为 .csv。",
    );
  }
  const usesDatabase = engine === "duckdb" || (engine === undefined && statuses && where === undefined);
  if (parquet !== null && !usesDatabase) {
    throw new CommandFailure(
      `“${parquet}”是 Parquet 文件，由 duckdb 引擎读取。`,
      "请用 --format statuses --engine duckdb，或者把数据另存为 CSV。",
    );
  }
  if (engine !== undefined) return engine;
  const large = total >= TOO_MUCH_FOR_MEMORY || parquet !== null || parquetOutput;
  return usesDatabase && large ? "duckdb" : DEFAULT_ENGINE;
};
