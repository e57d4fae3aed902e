import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { BUILT_PAGE } from "../browser/support/built-page.ts";
import budget from "../../editor/budget.json" with { type: "json" };

/** The page as it was built before the tests. */
const built = BUILT_PAGE;

/** The second solver is fetched only when it is asked for; the texts of licences are read by nobody while working. */
const APART = /(?:^|\/)(?:z3[-.\w]*|licenses\.md)$/;
/** Monaco, and what it runs in a worker of its own. */
const MONACO = /(?:^|\/)(?:create-|themes|editor)/;

/** What servers commonly take; the highest takes minutes. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

interface Size {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    return statSync(path).isDirectory() ? filesBelow(path) : [relative(built, path).replaceAll("\\", "/")];
  });

const sizeOf = (file: string): Size => {
  const bytes = readFileSync(join(built, file));
  return {
    file,
    raw: bytes.length,
    gzip: gzipSync(bytes).length,
    brotli: brotliCompressSync(bytes, QUALITY).length,
  };
};

const BEFORE_IT_RUNS = /\b(?:import|export)\s*(?:[\w$*{},\s]*\bfrom)?\s*["`]\.\/([^"`]+\.js)["`]/g;
const WHEN_ASKED = /\bimport\(\s*["`]\.\/([^"`]+\.js)["`]/g;

/** The files with everything that they import: before they run, or also when it is first asked for. */
const withImports = (files: readonly string[], patterns: readonly RegExp[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith(".js")) return;
    const code = readFileSync(join(built, file), "utf8");
    for (const pattern of patterns) for (const [, name] of code.matchAll(pattern)) add(`assets/${name!}`);
  };
  for (const file of files) add(file);
  return found;
};

/** The entry with everything that it imports before it runs. */
const firstLoad = (): ReadonlySet<string> => {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file!);
  return withImports(["index.html", ...named], [BEFORE_IT_RUNS]);
};

/** Files of scripts that the build has called so. */
const called = (name: string): readonly string[] =>
  readdirSync(join(built, "assets"))
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".js"))
    .map((file) => `assets/${file}`);

const sum = (sizes: readonly Size[], key: "raw" | "gzip" | "brotli"): number =>
  sizes.reduce((total, size) => total + size[key], 0);

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const line = (name: string, sizes: readonly Size[]): string =>
  `${name}：${sizes.length}个文件，${kilobytes(sum(sizes, "raw"))}，gzip ${kilobytes(sum(sizes, "gzip"))}，brotli ${kilobytes(sum(sizes, "brotli"))}`;

describe("sizes of the built page", () => {
  let first: readonly Size[] = [];
  let whole: readonly Size[] = [];

  beforeAll(() => {
    if (!existsSync(join(built, "index.html"))) throw new Error("没有 dist/studio，请先运行 npm run build。");
    const names = firstLoad();
    whole = filesBelow(built)
      .filter((file) => !APART.test(file))
      .map(sizeOf);
    first = whole.filter(({ file }) => names.has(file));
    console.log([line("首次读取", first), line("全部（不含求解器）", whole)].join("\n"));
  });

  test("what is read before anything is shown", () => {
    expect(first.map(({ file }) => file)).toContain("index.html");
    expect(first.length).toBeGreaterThan(2);
    expect(first.some(({ file }) => MONACO.test(file))).toBe(false);
    expect(sum(first, "gzip")).toBeLessThanOrEqual(budget.firstLoad.limit);
  });

  test("what is read before the editor is needed: the page, what reads texts, and the samples", () => {
    const reading = withImports([...called("worker"), ...called("language-service")], [BEFORE_IT_RUNS]);
    const before = whole.filter(
      ({ file }) => first.some((each) => each.file === file) || reading.has(file) || file === "samples.json",
    );
    console.log(line("编辑器之前", before));
    expect([called("worker").length, called("language-service").length]).toEqual([1, 1]);
    expect(before.length).toBe(first.length + reading.size + 1);
    expect(sum(before, "gzip")).toBeLessThanOrEqual(budget.beforeEditor.limit);
  });

  test("everything but the solver", () => {
    expect(whole.length).toBeGreaterThan(first.length);
    expect(sum(whole, "gzip")).toBeLessThanOrEqual(budget.whole.limit);
  });

  test("no view is heavy by itself", () => {
    const inWorkers = withImports(called("worker"), [BEFORE_IT_RUNS, WHEN_ASKED]);
    expect(inWorkers.size).toBeGreaterThan(5);
    const heavy = whole.filter(
      ({ file, gzip }) =>
        file.endsWith(".js") && !MONACO.test(file) && !inWorkers.has(file) && gzip > budget.largestPart.limit,
    );
    expect(heavy.map(({ file, gzip }) => `${file} ${kilobytes(gzip)}`)).toEqual([]);
  });
});
