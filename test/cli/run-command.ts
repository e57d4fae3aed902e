import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../compiler/cli/main.ts";
import { plain } from "../../compiler/report/tone.ts";

export interface CommandRun {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A folder of its own for one test, with the given files in it; removed afterwards. */
export const temporaryFolder = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), "tiaowen-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
};

/** Runs one command line in this process and collects what it says. */
export const tiaowen = async (folder: string, ...argv: readonly string[]): Promise<CommandRun> => {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await run(argv, {
    workingDirectory: folder,
    write: (text) => void output.push(text),
    writeError: (text) => void errors.push(text),
    columns: undefined,
    showsProgress: false,
    paint: plain,
  });
  return { code, output: output.join(""), errors: errors.join("") };
};
