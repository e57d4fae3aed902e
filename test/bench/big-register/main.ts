import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeRegister } from "./register.ts";

/**
 * `npm run bench:register`: a register of 合成数据 through the command line, against DuckDB that only reads the same file
 * into a table. Each run is a process of its own, both kinds in turn; ratios are medians of paired runs.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const project = resolve(here, "../..");
const command = join(project, "dist/tiaowen.js");
const reader = join(here, "read-only.js");

const RULES = ["存量定点取消", "全覆盖复查", "限期整改", "整改后终止", "自然退出", "管理类别"];

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Time inside the process for reading alone; time of the whole process for the command, which is the harder measure. */
const measure = (script: string, args: readonly string[]): Measured => {
  const from = performance.now();
  const run = spawnSync(process.execPath, [join(here, "peak.js"), script, ...args], { encoding: "utf8" });
  const seconds = (performance.now() - from) / 1000;
  const told = /peak (\d+)(?: took ([\d.]+))?/.exec(run.stderr);
  if (told === null || (run.status !== 0 && run.status !== 1)) throw new Error(run.stderr + run.stdout);
  return { seconds: told[2] === undefined ? seconds : Number(told[2]), megabytes: Number(told[1]) / 1024 };
};

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[values.length >> 1]!;

const benchRows = (folder: string, rows: number, rounds: number) => {
  const data = join(folder, String(rows));
  mkdirSync(data);
  const file = join(data, "定点医药机构.csv");
  writeRegister(file, rows);
  writeFileSync(join(data, "README.md"), "合成数据\n");
  copyFileSync(join(project, "policies/mudanjiang/data/example-parameters/参数.csv"), join(data, "参数.csv"));
  const check = [
    "check",
    join(project, "policies/mudanjiang"),
    ...["--data", data, "--at", "2026-03-01", "--format", "statuses", "--engine", "duckdb"],
    ...RULES.flatMap((rule) => ["--only", rule]),
    ...["--output", join(folder, "statuses.csv")],
  ];
  const runs = Array.from({ length: rounds }, () => ({
    reading: measure(reader, [file]),
    checking: measure(command, check),
  }));
  const reading = median(runs.map((run) => run.reading.seconds));
  const checking = median(runs.map((run) => run.checking.seconds));
  return {
    rows,
    megabytes: statSync(file).size / 1024 / 1024,
    reading,
    checking,
    ratio: median(runs.map((run) => run.checking.seconds / run.reading.seconds)),
    peak: Math.max(...runs.map((run) => run.checking.megabytes)),
  };
};

const folder = mkdtempSync(join(tmpdir(), "tiaowen-register-"));
try {
  const small = benchRows(folder, 1_000_000, 5);
  const large = process.argv.includes("--large") ? benchRows(folder, 10_000_000, 1) : null;
  for (const each of [small, ...(large === null ? [] : [large])]) {
    console.log(
      [
        `${each.rows} 行（${Math.round(each.megabytes)} MB，18列，合成数据）`,
        `  DuckDB 仅读入为表（自动识别）      ${each.reading.toFixed(2)} 秒`,
        `  check --format statuses（整个进程）  ${each.checking.toFixed(2)} 秒`,
        `  比值 ${each.ratio.toFixed(2)}（应不超过 2）；内存峰值 ${Math.round(each.peak)} MB（应不超过 1536）`,
      ].join("\n"),
    );
  }
  if (large !== null) console.log(`10倍行数用时 ${(large.checking / small.checking).toFixed(2)} 倍（应不超过 11）`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
