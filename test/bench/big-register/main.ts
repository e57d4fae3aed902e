import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writeRegister } from "./register.ts";

/**
 * `npm run bench:register`: a register of 合成数据 through the database engine of `check --format statuses`, against
 * DuckDB that only reads the same file into a table. Each run is a process of its own, both kinds in turn; what is
 * compared is the time inside the process, without the start of Node; ratios are medians of paired runs.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const project = resolve(here, "../..");

/** All rules of 牡丹江 on 定点医药机构 that look at one record only. */
const RULES = ["存量定点取消", "全覆盖复查", "限期整改", "整改后终止", "自然退出", "管理类别"];

interface Measured {
  readonly seconds: number;
  readonly whole: number;
  readonly megabytes: number;
}

const measure = (script: string, args: readonly string[]): Measured => {
  const from = performance.now();
  const run = spawnSync(process.execPath, [join(here, "peak.js"), join(here, script), ...args], {
    encoding: "utf8",
  });
  const whole = (performance.now() - from) / 1000;
  const told = /peak (\d+) took ([\d.]+)/.exec(run.stderr);
  if (told === null || run.status !== 0) throw new Error(run.stderr + run.stdout);
  return { seconds: Number(told[2]), whole, megabytes: Number(told[1]) / 1024 };
};

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1]!;

interface Row {
  readonly rows: number;
  readonly fileMegabytes: number;
  readonly reading: number;
  readonly checking: number;
  readonly whole: number;
  readonly ratio: number;
  readonly peakMegabytes: number;
}

const benchRows = (folder: string, rows: number, rounds: number): Row => {
  const data = join(folder, String(rows));
  mkdirSync(data);
  const file = join(data, "定点医药机构.csv");
  writeRegister(file, rows);
  writeFileSync(join(data, "README.md"), "合成数据\n");
  copyFileSync(join(project, "policies/mudanjiang/data/example-parameters/参数.csv"), join(data, "参数.csv"));
  const output = join(folder, "statuses.csv");
  const runs = Array.from({ length: rounds }, () => ({
    reading: measure("read-only.js", [file]),
    checking: measure("check-only.js", [project, data, output, ...RULES]),
  }));
  const fileMegabytes = statSync(file).size / 1024 / 1024;
  rmSync(data, { recursive: true });
  return {
    rows,
    fileMegabytes,
    reading: median(runs.map(({ reading }) => reading.seconds)),
    checking: median(runs.map(({ checking }) => checking.seconds)),
    whole: median(runs.map(({ checking }) => checking.whole)),
    ratio: median(runs.map(({ reading, checking }) => checking.seconds / reading.seconds)),
    peakMegabytes: Math.max(...runs.map(({ checking }) => checking.megabytes)),
  };
};

const show = (row: Row): void =>
  console.log(
    [
      `${row.rows} 行，18列，${Math.round(row.fileMegabytes)} MB（合成数据）`,
      `  DuckDB 仅读入为表        ${row.reading.toFixed(2)} 秒`,
      `  读取、核对、写出状态     ${row.checking.toFixed(2)} 秒（整个进程 ${row.whole.toFixed(2)} 秒）`,
      `  比值 ${row.ratio.toFixed(2)}（应不超过 2）；内存峰值 ${Math.round(row.peakMegabytes)} MB（应不超过 1536）`,
    ].join("\n"),
  );

const folder = mkdtempSync(join(tmpdir(), "tiaowen-register-"));
try {
  const rows: Row[] = [benchRows(folder, 1_000_000, 5)];
  show(rows[0]!);
  if (process.argv.includes("--large")) {
    rows.push(benchRows(folder, 10_000_000, 1));
    show(rows[1]!);
    console.log(`10倍的行用时 ${(rows[1]!.checking / rows[0]!.checking).toFixed(2)} 倍（应不超过 11）`);
  }
  const written = { node: process.version, cores: availableParallelism(), rows };
  writeFileSync(
    join(project, "test/bench/big-register/results.json"),
    `${JSON.stringify(written, null, 2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
