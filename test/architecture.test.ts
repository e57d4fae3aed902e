import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom. A room sees itself, what stands here, and nothing else. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  "compiler/model": ["language"],
  "compiler/resolve": ["language", "compiler/model"],
  "compiler/check": ["language", "compiler/model", "compiler/resolve"],
  "compiler/lower": ["language", "compiler/model", "compiler/resolve", "compiler/check"],
  "compiler/rules": ["language", "compiler/model", "compiler/resolve", "compiler/check"],
  "compiler/evaluate": ["language", "compiler/model"],
  "compiler/analyse": [
    "language",
    "compiler/model",
    "compiler/resolve",
    "compiler/evaluate",
    "compiler/data",
  ],
  "compiler/mutate": [
    "language",
    "compiler",
    "compiler/model",
    "compiler/resolve",
    "compiler/evaluate",
    "compiler/analyse",
  ],
  "compiler/diff": ["language", "compiler/model", "compiler/evaluate", "compiler/analyse"],
  "compiler/data": ["language", "compiler/model"],
  "compiler/generate": ["language", "compiler/model"],
  "compiler/ide": ["language", "compiler/model", "compiler/resolve", "compiler/check"],
  "compiler/notes": ["language", "compiler/model"],
  "compiler/report": ["language", "compiler/model", "compiler/notes"],
  compiler: [
    "language",
    "compiler/model",
    "compiler/resolve",
    "compiler/check",
    "compiler/lower",
    "compiler/rules",
    "compiler/evaluate",
    "compiler/analyse",
    "compiler/data",
    "compiler/diff",
    "compiler/generate",
    "compiler/report",
  ],
  "compiler/cli": [
    "language",
    "compiler",
    "compiler/model",
    "compiler/resolve",
    "compiler/evaluate",
    "compiler/analyse",
    "compiler/mutate",
    "compiler/data",
    "compiler/diff",
    "compiler/generate",
    "compiler/report",
  ],
  "editor/worker": [
    "language",
    "compiler",
    "compiler/model",
    "compiler/resolve",
    "compiler/evaluate",
    "compiler/analyse",
    "compiler/data",
    "compiler/ide",
    "compiler/notes",
    "compiler/report",
  ],
  editor: [],
};

/** What any part of the page may know of the worker: the types of the contract, and how it is reached. */
const DOORS_OF_THE_WORKER: ReadonlySet<string> = new Set([
  "editor/worker/worker-api.ts",
  "editor/worker/connection.ts",
  // Its address alone: what is started from it runs in a thread of its own.
  "editor/worker/worker.ts?worker&url",
]);

/** Packages that a room may use; `node:*` only in the command line. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  language: ["chevrotain"],
  "compiler/evaluate": ["temporal-polyfill"],
  "compiler/check": ["temporal-polyfill"],
  "compiler/lower": ["temporal-polyfill"],
  "compiler/data": ["temporal-polyfill", "read-excel-file", "fflate"],
  "compiler/analyse": ["fast-check", "z3-solver"],
  "compiler/diff": ["diff"],
  "compiler/generate": ["@jridgewell/gen-mapping"],
  "compiler/notes": ["zod"],
  "compiler/report": ["string-width", "cli-table3", "docx"],
  "compiler/cli": ["commander", "cli-table3", "cli-progress", "string-width", "mammoth", "@duckdb/node-api"],
  "editor/worker": ["comlink", "fflate", "write-excel-file", "z3-solver"],
  editor: [
    "@lit-labs/signals",
    "@vscode/codicons",
    "comlink",
    "d3-geo",
    "fflate",
    "idb",
    "lit",
    "marked",
    "monaco-editor",
    "virtual:reference",
    "vite",
    "zod",
  ],
};

const root = join(import.meta.dirname, "..");

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry}`;
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(path);
    return path.endsWith(".ts") ? [path] : [];
  });

const rooms = Object.keys(MAY_IMPORT).sort((left, right) => right.length - left.length);
const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`));

const importsOf = (path: string): string[] => {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)"([^"]+)"/g)].map((match) => match[1]!);
};

const packageName = (specifier: string): string =>
  specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier.split("/")[0]!;

const files = ["language", "compiler", "editor"].flatMap(sourceFiles);

/** Runs when the page is built, not in it. */
const isBuildTime = (file: string): boolean => /^editor\/(?:build\/|vite\.config\.ts$)/.test(file);

describe("rooms", () => {
  test("every import crosses only allowed borders", () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file)!;
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith(".")) {
          const target = relative(root, normalize(join(root, dirname(file), specifier)))
            .split(sep)
            .join("/");
          const targetRoom = roomOf(target);
          if (targetRoom === room) continue;
          if (room === "editor" && DOORS_OF_THE_WORKER.has(target)) continue;
          if (targetRoom === undefined || !MAY_IMPORT[room]!.includes(targetRoom))
            wrong.push(`${file} → ${target}`);
          else if (targetRoom === "language" && target !== "language/index.ts")
            wrong.push(`${file} → ${target}`);
        } else if (!specifier.startsWith("node:")) {
          if (!(PACKAGES[room] ?? []).includes(packageName(specifier))) wrong.push(`${file} → ${specifier}`);
        } else if (room !== "compiler/cli" && !isBuildTime(file)) wrong.push(`${file} → ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("files stay small enough to read", () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
      .filter(({ file, lines }) => lines > (/(^|\/)(parser|ast)\b/.test(file) ? 600 : 400));
    expect(long).toEqual([]);
  });
});
