import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, symlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "vite";
import { expect, test } from "vitest";
import { projectFolder } from "../support/tiaowen.ts";
import { temporaryFolder } from "./run-command.ts";
import { STALL_POLICY } from "./stall-policy.ts";

const ROWS = 600_000;

/** A register that takes longer to check than a signal takes to arrive. */
const writeLargeRegister = (path: string): void => {
  const file = openSync(path, "w");
  writeSync(file, "编号,名称,面积,占用消防通道,持有许可证\n");
  for (let from = 0; from < ROWS; from += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const row = from + at;
      return `${row},“${row}”号摊位（${"合成数据".repeat(6)}）,${row % 97}.5,${row % 3 === 0 ? "是" : "否"},${row % 7 === 0 ? "" : "是"}\n`;
    });
    writeSync(file, rows.join(""));
  }
  closeSync(file);
};

test(
  "Ctrl-C while the database works ends the process and leaves nothing behind",
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder({ "p.tiaowen": STALL_POLICY, "数据/说明.txt": "合成数据" });
    const temporary = join(folder, "临时");
    const output = join(folder, "结果");
    for (const name of [temporary, output]) mkdirSync(name);
    writeLargeRegister(join(folder, "数据", "摊位.csv"));
    const outDir = join(folder, "dist");
    await build({
      root: projectFolder,
      logLevel: "error",
      build: { outDir, emptyOutDir: true, sourcemap: false },
    });
    symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"), "dir");

    const command = ["check", "p.tiaowen", "--data", "数据", "--at", "2025-06-01", "--format", "statuses"];
    const child = spawn(
      process.execPath,
      [join(outDir, "tiaowen.js"), ...command, "--engine", "duckdb", "--output", "结果/状态.csv"],
      { cwd: folder, env: { ...process.env, TMPDIR: temporary }, stdio: ["ignore", "pipe", "pipe"] },
    );
    const said = { output: "", errors: "" };
    child.stdout.on("data", (text) => (said.output += String(text)));
    child.stderr.on("data", (text) => (said.errors += String(text)));
    const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) =>
      child.on("close", (code, signal) => resolve([code, signal])),
    );
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await sleep(5);
    await sleep(200);
    expect(child.exitCode).toBeNull();
    child.kill("SIGINT");
    const [code, signal] = await ended;

    expect({ code, signal, ...said }).toEqual({
      code: 130,
      signal: null,
      output: "",
      errors: "已中断，没有写入任何结果。\n",
    });
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(output)).toEqual([]);
  },
);
