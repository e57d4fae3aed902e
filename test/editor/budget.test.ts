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
/** Monaco and what runs in workers. */
const HEAVY =
  /(?:^|\/)(?:create-|themes|editor|language|evaluation|document|analyse|browser|compare-texts|review-opinion)/;

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

/** The entry with everything that it imports before it runs. */
const firstLoad = (): ReadonlySet<string> => {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const found = new Set(["index.html"]);
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith(".js")) return;
    const code = readFileSync(join(built, file), "utf8");
    for (const [, name] of code.matchAll(
      /\b(?:import|export)\s*(?:[\w$*{},\s]*\bfrom)?\s*"\.\/([^"]+\.js)"/g,
    ))
      add(`assets/${name}`);
  };
  for (const [, file] of page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) add(file!);
  return found;
};

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
    expect(first.some(({ file }) => HEAVY.test(file))).toBe(false);
    expect(sum(first, "gzip")).toBeLessThanOrEqual(budget.firstLoad.limit);
  });

  test("what is read before the editor is needed: the page, what reads texts, and the samples", () => {
    const before = whole.filter(
      ({ file }) => first.some((each) => each.file === file) || /language-worker|samples\.json$/.test(file),
    );
    console.log(line("编辑器之前", before));
    expect(before.length).toBe(first.length + 2);
    expect(sum(before, "gzip")).toBeLessThanOrEqual(budget.beforeEditor.limit);
  });

  test("everything but the solver", () => {
    expect(whole.length).toBeGreaterThan(first.length);
    expect(sum(whole, "gzip")).toBeLessThanOrEqual(budget.whole.limit);
  });

  test("no view is heavy by itself", () => {
    const heavy = whole.filter(
      ({ file, gzip }) => file.endsWith(".js") && !HEAVY.test(file) && gzip > budget.largestPart.limit,
    );
    expect(heavy.map(({ file, gzip }) => `${file} ${kilobytes(gzip)}`)).toEqual([]);
  });
});
